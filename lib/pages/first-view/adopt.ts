/** Whether the popup's app can adopt what its opening script drew. */
import type { FirstPapers } from '@/lib/domain/store/first-papers';
import type { PopupStart } from '../popup-start';
import { takeDrawn } from './state';

/**
 * If what is drawn is what the app would draw first, the function that repeats what the user did before the app was
 * there; otherwise undefined. `shipped` are the papers in the build's markup.
 */
export function adoptDrawn(
  { first, news, sidePanel, memory }: PopupStart,
  shipped: FirstPapers | undefined,
): (() => Promise<void>) | undefined {
  const { state, answer, view, recent } = memory;
  const isPlain = state.query === '';
  if (first !== shipped || !sidePanel || (!isPlain && !(answer && view))) return undefined;
  return takeDrawn({
    panel: sidePanel.kind,
    hasNews: news !== undefined,
    recent,
    left: isPlain ? undefined : view,
  });
}
