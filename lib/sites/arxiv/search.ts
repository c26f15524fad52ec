/** Reads results of arXiv's search, simple and advanced. */
import { parseArxivId } from '@/lib/domain/arxiv-id';
import { pageAt } from '../page-at';
import type { ListingAdapter } from '../site';
import { attributeAt, namesIn, textAt, textsAt } from '../text';
import { addresses } from './addresses';

const ID_LINK = '.list-title a[href*="/abs/"]';
/** "cs.CV", "hep-ph": the other tags of a result describe its subject in other schemes. */
const CATEGORY = /^[a-z-]{2,20}(?:\.[A-Za-z-]{2,20})?$/;

/** The entries of a search. */
export const search: ListingAdapter = {
  findElements: (root) =>
    [...root.querySelectorAll('li.arxiv-result')].filter((item) => item.querySelector(ID_LINK) !== null),

  readEntry(item) {
    const page = pageAt(attributeAt(item, ID_LINK, 'href').replace(/^\/(?!\/)/, 'https://arxiv.org/'), [
      addresses,
    ]);
    // The line with id, formats and subjects; anything inserted after the first two would cover the third.
    const mount = item.querySelector('.list-title')?.parentElement;
    if (page.kind !== 'abs' || !page.paperId || !mount) return undefined;
    // For a version that is not the latest, the version may be only in the words of the link.
    const printed = parseArxivId(textAt(item, ID_LINK) ?? '');
    return {
      entry: {
        paperId: page.paperId,
        version: page.version ?? (printed?.id === page.paperId ? printed.version : undefined),
        title: textAt(item, 'p.title') ?? '',
        // The short form may begin or end anywhere.
        abstract: textAt(item, '.abstract-full'),
        authors: namesIn(item.querySelector('.authors')),
        categories: textsAt(item, '.tag[data-tooltip]').filter((tag) => CATEGORY.test(tag)),
        comments: textAt(item, '.comments span.mathjax'),
      },
      element: item,
      mount,
      parts: [item],
    };
  },
};
