/** Finds elements that a page has placed over a point and that let clicks pass through. */

/** In milliseconds. If a page has more elements than can be searched in this time, nothing is reported. */
const MOST_TIME = 40;

/** Elements that are visible whatever their style. */
const REPLACED = /^(?:img|canvas|video|iframe|object|embed|svg)$/;

/**
 * An element's shadow root, including a closed one if the browser gives it to extensions; null if there is
 * none.
 */
export type OpenShadow = (element: HTMLElement) => ShadowRoot | null;

/** Whether an element is visible and lets clicks through. */
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
 * Whether an element of the document, other than `own` and its descendants, is visible over a point of the
 * window and lets clicks through. Elements are searched from the last one, since overlays usually come last.
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
