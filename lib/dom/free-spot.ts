/** Controls that a user can press, which must not be covered. */
const CONTROLS = 'a[href], button, input, select, textarea, summary, [role=button]';

/** Candidate positions as fractions of the window's height, the default first. */
const SPOTS = [0.62, 0.72, 0.52, 0.82, 0.42, 0.32, 0.22] as const;

/**
 * Where a box of the given size (CSS pixels) at the window's right edge covers no control, at the current scroll
 * position: its top as a fraction of the window's height. The default if no spot is free, or nothing is laid out.
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
