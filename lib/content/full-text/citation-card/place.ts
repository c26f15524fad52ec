/** Places the card at a citation: beside the line under the pointer, within the visible part of the page. */
import { computePosition, flip, inline, offset, shift, size } from '@floating-ui/dom';

/** Distances to the citation and to the window's edges, in CSS pixels. */
const GAP = 6;
const EDGE = 8;

/** Height of the card if there is space, in CSS pixels. */
const TALLEST = 360;

/** The width of the sidebar, read from the margin that it sets on the root element. */
function roomTaken(): number {
  const margin = Number.parseFloat(getComputedStyle(document.documentElement).marginRight);
  return Number.isFinite(margin) ? margin : 0;
}

/**
 * Places the card above a mark, otherwise below; `at` is the pointer's position, which decides between the
 * lines of a mark.
 */
export async function placeCard(
  card: HTMLElement,
  mark: Element,
  at: { readonly x: number; readonly y: number } | undefined,
): Promise<void> {
  const padding = { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE + roomTaken() };
  const { x, y } = await computePosition(mark, card, {
    strategy: 'fixed',
    placement: 'top-start',
    middleware: [
      inline(at),
      offset(GAP),
      flip({ padding }),
      shift({ padding }),
      size({
        padding,
        apply: ({ availableHeight }) => {
          card.style.maxHeight = `${Math.max(120, Math.min(TALLEST, availableHeight))}px`;
        },
      }),
    ],
  });
  card.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
}
