/**
 * Reads arXiv's listings: new, recent, months and years, catch-up and author pages. All are `dl` lists of
 * `dt` (id and formats) and `dd` (title and the rest); before 2024 a `span` stood between the `dt` and its
 * links. A page may have several lists with the same element id.
 */
import type { ListingEntry } from '@/lib/domain/page';
import { pageAt } from '../page-at';
import type { ListingAdapter } from '../site';
import { attributeAt, categoriesIn, fold, namesIn, rawTextOf, textAt } from '../text';
import { addresses } from './addresses';

/** Matched by its address, because translation changes the title and words of a link. */
const ID_LINK = 'a[href*="/abs/"]';

/** The status in brackets in the entry itself, otherwise the one in the heading of its section. */
function statusOf(item: Element): ListingEntry['status'] {
  const own = fold(rawTextOf(item)) ?? '';
  if (/\(replaced\b/.test(own)) return 'replaced';
  if (/\(\*?cross-list/.test(own)) return 'cross-list';
  const heading = item.parentElement?.firstElementChild;
  return heading?.matches('h3') && /^\s*New submissions/.test(heading.textContent) ? 'new' : undefined;
}

/** Entries of a `dl`. */
export const list: ListingAdapter = {
  findElements: (root) =>
    [...root.querySelectorAll('dl > dt')].filter((item) => item.querySelector(ID_LINK) !== null),

  readEntry(item) {
    const { kind, paperId, version } = pageAt(
      attributeAt(item, ID_LINK, 'href').replace(/^\/(?!\/)/, 'https://arxiv.org/'),
      [addresses],
    );
    const details = item.nextElementSibling;
    if (kind !== 'abs' || !paperId || !details?.matches('dd')) return undefined;
    return {
      entry: {
        paperId,
        version,
        title: textAt(details, '.list-title') ?? '',
        abstract: textAt(details, 'p.mathjax'),
        authors: namesIn(details.querySelector('.list-authors')),
        categories: categoriesIn(textAt(details, '.list-subjects')),
        comments: textAt(details, '.list-comments'),
        status: statusOf(item),
      },
      element: item,
      mount: item,
      parts: [item, details],
    };
  },
};
