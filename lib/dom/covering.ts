/** Finding what a page has laid over a point of the sidebar so that clicks pass through it. */
import { contrastBelow, contrastBelowBackdrop, type Point } from './painted';

/**
 * How many elements above the sidebar are looked at, and how many of the page are searched for shadow trees: both
 * take some 20 ms at most. They are counted, not timed, so that a busy machine decides nothing.
 */
const MOST = { above: 2000, inPage: 30_000 } as const;

/** Less contrast than this, of 1, and what lies below is taken to be hidden. */
const LEAST_CONTRAST = 0.5;

/** The greatest z-index that there is; ours. */
const TOP_Z_INDEX = '2147483647';

/** What is drawn above all that has a z-index (https://drafts.csswg.org/css-position-4/#top-layer). */
const TOP_LAYER = ':popover-open, :modal, :fullscreen';

/** Gives an element's shadow root, a closed one too where the browser lets an extension have it; null for none. */
export type OpenShadow = (element: HTMLElement) => ShadowRoot | null;

/** How an element stands on the page, with all that it stands in. */
interface Standing {
  readonly isAbove: boolean;
  readonly opacity: number;
  readonly isInert: boolean;
}

/** Clicks pass through inert elements (https://html.spec.whatwg.org/multipage/interaction.html#inert). */
const isInInert = (element: Element): boolean => element.closest('[inert]') !== null;

/** Whether a view transition shows pictures of the page in place of the page (https://drafts.csswg.org/css-view-transitions-1). */
function isInTransition(): boolean {
  return document
    .getAnimations()
    .some(
      ({ effect }) =>
        effect instanceof KeyframeEffect && effect.pseudoElement?.startsWith('::view-transition'),
    );
}

/** Whether a pseudo-element of the root element, which comes after all of the page, is drawn above everything. */
function isAfterEverything(root: Element): boolean {
  const { content, zIndex } = getComputedStyle(root, '::after');
  return zIndex === TOP_Z_INDEX && !/^(?:none|normal)?$/.test(content);
}

/** Whether the root element draws its children in another order than the document's. */
function isReordering(root: Element): boolean {
  const { display, transformStyle } = getComputedStyle(root);
  return /flex|grid/.test(display) || transformStyle === 'preserve-3d';
}

/**
 * Whether something of the page lies over a point of the window, hides what is below and lets clicks through.
 *
 * `own` is a child of the root element with the greatest z-index. So only these are above it: what the browser has put
 * in its top layer, and, among the elements after it, those with the same z-index. Everything else is below it or
 * is taken not to count, such as the page's decorations, and most of what other extensions add.
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
    // No page has so much above everything else, unless to keep us busy.
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
  // What stands in the top layer of a shadow tree is found only by looking into each.
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
