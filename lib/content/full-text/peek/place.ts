/** Where the card at a citation stands: beside the line that is pointed at, within what is seen of the page. */
import { computePosition, flip, inline, offset, shift, size } from '@floating-ui/dom';

/** Distances to the citation and to the window's edges, in CSS pixels. */
const GAP = 6;
const EDGE = 8;

/** Height that the card takes where there is room, in CSS pixels. */
const TALLEST = 360;

/** How much of the window's right side the sidebar takes, by the margin that it gives to the root. */
function roomTaken(): number {
  const margin = Number.parseFloat(getComputedStyle(document.documentElement).marginRight);
  return Number.isFinite(margin) ? margin : 0;
}

/**
 * Places the card above a mark, else below; `at` is the pointer's position, which decides between the lines of a
 * mark.
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
