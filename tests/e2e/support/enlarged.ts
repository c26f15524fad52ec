/** What enlarged text and pages may not cause: texts cut off, wider pages, or covered buttons. For both browsers. */
import { UNKNOWN } from './pages';
import type { Web } from './web';

/** An abstract page with buttons at the right edge, where the handle usually is. */
const BUTTONS = Array.from(
  { length: 5 },
  (_, at) =>
    `<a href="/pdf/${UNKNOWN.id}" class="button" style="position:absolute;right:0;top:${180 + 60 * at}px;
    width:120px;height:30px;background:#eee">View ${at}</a>`,
).join('');

/** The same web with buttons at the right edge of the abstract page of a paper outside the catalogue. */
export const withButtons =
  (web: Web): Web =>
  (url) => {
    const answer = web(url);
    return answer && url.pathname === `/abs/${UNKNOWN.id}`
      ? { ...answer, body: String(answer.body).replace('</body>', `${BUTTONS}</body>`) }
      : answer;
  };

/** In the popup: the names and counts of filters that are cut off. */
export const findCutFilters = (): (string | null)[] => {
  const box = document.querySelector('.facets')?.getBoundingClientRect();
  return [...document.querySelectorAll('.facet-term, .facet-count')]
    .filter((term) => {
      const { left, right } = term.getBoundingClientRect();
      return !box || left < box.left || right > box.right + 0.5 || term.scrollWidth > term.clientWidth + 1;
    })
    .map((term) => term.textContent);
};

/** In a listing: the badges' heights, and the widths of page and window. */
export const measureBadges = (): {
  readonly heights: number[];
  readonly width: number;
  readonly inner: number;
} => ({
  heights: [...document.querySelectorAll('sidelight-badge')].map(
    (badge) => badge.getBoundingClientRect().height,
  ),
  width: document.documentElement.scrollWidth,
  inner: document.documentElement.clientWidth,
});
