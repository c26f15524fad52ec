/** Returns to the scroll position from before a citation or its card led elsewhere. */
import { isByUser } from '@/lib/dom/trusted-event';
import type { PlaceMarker } from '../place-marker';

/** Remembers one place. */
export interface Return {
  /** Must be called when the user goes from this mark to another place of the page. */
  readonly leave: (mark: Element) => void;
  /** Scrolls back; false if there is no place to return to. */
  readonly go: () => boolean;
}

/** Shows `button` while there is a place to return to: until it is used, or the place is visible again. */
export function createReturn(
  button: HTMLButtonElement,
  marker: PlaceMarker,
  { signal }: { readonly signal: AbortSignal },
): Return {
  let from: Element | undefined;
  let watching: IntersectionObserver | undefined;
  const forget = (): void => {
    from = undefined;
    button.hidden = true;
    watching?.disconnect();
  };
  const go = (): boolean => {
    const mark = from;
    forget();
    if (!mark?.isConnected) return false;
    marker.back();
    const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    mark.scrollIntoView({ block: 'center', behavior: isCalm ? 'instant' : 'smooth' });
    if (mark instanceof HTMLElement) mark.focus({ preventScroll: true });
    return true;
  };
  button.addEventListener(
    'click',
    (event) => {
      if (isByUser(event)) go();
    },
    { signal },
  );
  signal.addEventListener('abort', forget, { once: true });
  return {
    go,
    leave: (mark) => {
      forget();
      from = mark;
      let hasLeft = false;
      watching = new IntersectionObserver(([entry]) => {
        if (!entry?.isIntersecting) {
          hasLeft = true;
          button.hidden = false;
        } else if (hasLeft) forget();
      });
      watching.observe(mark);
    },
  };
}
