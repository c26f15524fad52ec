/** Narrowest page that making room may leave, in CSS pixels. */
const LEAST_PAGE_WIDTH = 480;

/**
 * Narrowest page, in CSS pixels, when the user did not open the sidebar: two-column pages are hard to read below it.
 */
export const AMPLE_PAGE_WIDTH = 600;

/** Whether the window is wide enough for the sidebar beside the page instead of over it. */
export function hasRoom(width: number, windowWidth: number, least = LEAST_PAGE_WIDTH): boolean {
  return windowWidth - width >= least;
}

/**
 * How room is made. `page`: a margin on the root element, which a page's own layout follows. `viewer`: the
 * browser's PDF viewer fills the window whatever the margins are; it is positioned relative to the window, so
 * the body is made its containing block, which narrows it with its toolbar.
 */
const RULES = {
  page: (width: number) => `html { margin-right: ${width}px !important; }`,
  viewer: (width: number) =>
    `body { width: calc(100vw - ${width}px) !important; transform: translateZ(0) !important; }`,
};

/**
 * Keeps `width` CSS pixels free at the right edge until the signal aborts, and both times keeps the line at
 * the top of the window in place.
 *
 * Done with one style sheet, so that removing it restores the page exactly, whatever the page changed
 * meanwhile. `rules` are added for a page whose layout does not follow its root element: controls fixed to
 * the window's edge, columns of a fixed width.
 */
export function makeRoom(
  width: number,
  { signal, of = 'page', rules = '' }: { signal: AbortSignal; of?: keyof typeof RULES; rules?: string },
): void {
  if (signal.aborted) return;
  const style = document.createElement('style');
  style.textContent = `@media screen { ${RULES[of](width)} ${rules} }`;

  const before = window.scrollY;
  keepPlace(() => document.documentElement.append(style));
  // Reading scrollY forces a layout (https://gist.github.com/paulirish/5d52fb081b3570c81e3a); a page at its top stays
  // there.
  const after = before === 0 ? 0 : window.scrollY;
  signal.addEventListener(
    'abort',
    () => {
      // Without scrolling in between, the exact position is restored; after scrolling, the line at the top is kept.
      if (window.scrollY === after) {
        style.remove();
        window.scrollTo({ top: before, behavior: 'instant' });
      } else keepPlace(() => style.remove());
    },
    { once: true },
  );
}

/**
 * Runs a change of layout and scrolls so that the line at the top of the window stays where it was. The browser's
 * own scroll anchoring is suppressed when the margin of an ancestor changes
 * (https://drafts.csswg.org/css-scroll-anchoring/#suppression-triggers).
 */
function keepPlace(change: () => void): void {
  const line = window.scrollY > 0 ? elementAtTop() : undefined;
  const top = line?.getBoundingClientRect().top ?? 0;
  change();
  const moved = (line?.getBoundingClientRect().top ?? 0) - top;
  if (moved !== 0) window.scrollBy({ top: moved, behavior: 'instant' });
}

/** The smallest element at the top of the window that scrolls with the page. */
function elementAtTop(): Element | undefined {
  const found = document.elementsFromPoint(window.innerWidth / 4, 80);
  return found.find((element) => element !== document.documentElement && element !== document.body);
}
