/** What a reader can press, and so must not be covered. */
const CONTROLS = 'a[href], button, input, select, textarea, summary, [role=button]';

/** Shares of the window's height at which something at its edge may stand, the usual one first. */
const SPOTS = [0.62, 0.72, 0.52, 0.82, 0.42, 0.32, 0.22] as const;

/**
 * Where at the window's right edge a box of so many CSS pixels covers nothing that can be pressed, as the page
 * lies now: the top, as a share of the window's height. The usual one where none is free, or nothing is drawn.
 */
export function findFreeSpot(
  document: Document,
  size: { readonly width: number; readonly height: number },
): number {
  const { innerWidth, innerHeight } = window;
  const isFree = (spot: number): boolean =>
    [0, 0.25, 0.5, 0.75, 1].every((part) =>
      [2, size.width - 2].every((inset) => {
        const top = spot * innerHeight + part * size.height;
        const found = document.elementsFromPoint(innerWidth - inset, top);
        return !found.some((element) => element.matches(CONTROLS));
      }),
    );
  return SPOTS.find(isFree) ?? SPOTS[0];
}
