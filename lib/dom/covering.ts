/** Finds what a page has put over a point of the sidebar so that clicks pass through it. */
import { contrastBelow, contrastBelowBackdrop, type Point } from './painted';

/**
 * Limits: how many elements above the sidebar are examined, and how many on the page are searched for shadow
 * trees; each takes about 20 ms at most. Elements are counted instead of measuring time, so that the result
 * does not depend on the machine's load.
 */
const MOST = { above: 2000, inPage: 30_000 } as const;

/** If less than this share of the contrast is left, the content below counts as hidden. */
const LEAST_CONTRAST = 0.5;

/** The greatest possible z-index, which the sidebar has. */
const TOP_Z_INDEX = '2147483647';

/** Elements that are drawn above every z-index (https://drafts.csswg.org/css-position-4/#top-layer). */
const TOP_LAYER = ':popover-open, :modal, :fullscreen';

/**
 * Returns an element's shadow root, including closed ones if the browser allows an extension to open them; null
 * if there is none.
 */
export type OpenShadow = (element: HTMLElement) => ShadowRoot | null;

/** The effect of an element's ancestors on how it is drawn. */
interface Standing {
  readonly isAbove: boolean;
  readonly opacity: number;
  readonly isInert: boolean;
}

/** Clicks pass through inert elements (https://html.spec.whatwg.org/multipage/interaction.html#inert). */
const isInInert = (element: Element): boolean => element.closest('[inert]') !== null;

/**
 * Whether a view transition shows snapshots instead of the page
 * (https://drafts.csswg.org/css-view-transitions-1).
 */
function isInTransition(): boolean {
  return document
    .getAnimations()
    .some(
      ({ effect }) =>
        effect instanceof KeyframeEffect && effect.pseudoElement?.startsWith('::view-transition'),
    );
}

/**
 * Whether a pseudo-element of the root element is drawn above everything, since it comes after the whole page.
 */
function isAfterEverything(root: Element): boolean {
  const { content, zIndex } = getComputedStyle(root, '::after');
  return zIndex === TOP_Z_INDEX && !/^(?:none|normal)?$/.test(content);
}

/** Whether the root element may draw its children in another order than that of the document. */
function isReordering(root: Element): boolean {
  const { display, transformStyle } = getComputedStyle(root);
  return /flex|grid/.test(display) || transformStyle === 'preserve-3d';
}

/**
 * Whether something on the page covers a point of the window, hides what is below and lets clicks through.
 *
 * `own` is a child of the root element with the greatest z-index. So only these are above it: elements in the
 * browser's top layer, and later elements with the same z-index. Everything else is below it or does not count,
 * such as the page's decorations and most of what other extensions add.
 */
export function isLaidOver(point: Point, own: Element, openShadow: OpenShadow): boolean {
  const { documentElement: root } = document;
  if (isInTransition() || isAfterEverything(root)) return true;
  const seen = new Set<Element>([own]);
  let contrast = 1;
  const shadowOf = (element: Element): ShadowRoot | null =>
    element instanceof HTMLElement ? openShadow(element) : null;

  const visit = (element: Element, around: Standing): void => {
    if (contrast <= LEAST_CONTRAST || seen.has(element)) return;
    seen.add(element);
    // No ordinary page has this much above everything else; a page that does may want to keep us busy, so the
    // point counts as covered.
    if (seen.size > MOST.above) contrast = 0;
    const style = getComputedStyle(element);
    if (style.display === 'none') return;
    const standing = {
      isAbove: around.isAbove || style.zIndex === TOP_Z_INDEX,
      opacity: around.opacity * Number(style.opacity),
      isInert: around.isInert || (element instanceof HTMLElement && element.inert),
    };
    if (standing.opacity === 0) return;
    if (standing.isAbove) contrast *= contrastBelow(element, style, point, standing);
    for (const child of [...(shadowOf(element)?.children ?? []), ...element.children]) visit(child, standing);
  };
  const visitTopLayer = (tree: Document | ShadowRoot, isHostInert: boolean): void => {
    for (const element of tree.querySelectorAll(TOP_LAYER)) {
      contrast *= contrastBelowBackdrop(element);
      visit(element, { isAbove: true, opacity: 1, isInert: isHostInert || isInInert(element) });
    }
  };

  visitTopLayer(document, false);
  // The top layer of a shadow tree can only be queried from within that tree.
  let looked = 0;
  const look = (tree: Document | ShadowRoot, isHostInert: boolean): void => {
    for (const element of tree.querySelectorAll('*')) {
      looked += 1;
      if (contrast <= LEAST_CONTRAST || looked > MOST.inPage) return;
      const shadow = element === own ? null : shadowOf(element);
      if (!shadow) continue;
      const isInert = isHostInert || isInInert(element);
      visitTopLayer(shadow, isInert);
      look(shadow, isInert);
    }
  };
  look(document, false);
  const isAbove = isReordering(root);
  const start = isAbove ? root.firstElementChild : own.nextElementSibling;
  for (let next = start; next; next = next.nextElementSibling)
    visit(next, { isAbove, opacity: 1, isInert: isInInert(root) });
  return contrast <= LEAST_CONTRAST;
}
