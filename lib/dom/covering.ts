/** Finding what a page has laid over a point so that clicks pass through it. */

/** Time for the search, in milliseconds; a page of more elements than can be searched in it is given the benefit of the doubt. */
const MOST_TIME = 40;

/** Elements that show something whatever their style. */
const REPLACED = /^(?:img|canvas|video|iframe|object|embed|svg)$/;

/** Gives an element's shadow root, a closed one too where the browser lets an extension have it; null for none. */
export type OpenShadow = (element: HTMLElement) => ShadowRoot | null;

/** Whether an element is seen and lets clicks through. */
function isPassedThrough(element: Element): boolean {
  const style = getComputedStyle(element);
  if (style.pointerEvents !== 'none' || style.visibility !== 'visible' || style.opacity === '0') return false;
  return (
    REPLACED.test(element.localName) ||
    style.backgroundImage !== 'none' ||
    !/^(?:transparent|rgba\(.*, 0\)|.*\/ 0\))$/.test(style.backgroundColor)
  );
}

/**
 * Whether an element of the document, `own` and what is in it aside, lies over a point of the window, is seen there
 * and lets clicks through. Elements are searched from the last one on, where layers usually are.
 */
export function isLaidOver(
  { x, y }: { readonly x: number; readonly y: number },
  own: Element,
  openShadow: OpenShadow,
): boolean {
  const end = performance.now() + MOST_TIME;
  const search = (root: Document | ShadowRoot): boolean => {
    for (const element of [...root.querySelectorAll('*')].toReversed()) {
      if (performance.now() > end) return false;
      if (element === own) continue;
      const { left, right, top, bottom } = element.getBoundingClientRect();
      if (left <= x && x <= right && top <= y && y <= bottom && isPassedThrough(element)) return true;
      const shadow = element instanceof HTMLElement ? openShadow(element) : null;
      if (shadow && search(shadow)) return true;
    }
    return false;
  };
  return search(document);
}
