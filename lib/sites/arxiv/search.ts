/** Results of arXiv's search, simple and advanced. */
import { parseArxivId } from '@/lib/domain/arxiv-id';
import { pageAt } from '../page-at';
import type { ListingReader } from '../site';
import { attributeAt, namesIn, textAt, textsAt } from '../text';
import { addresses } from './addresses';

const ID_LINK = '.list-title a[href*="/abs/"]';
/** "cs.CV", "hep-ph": the other tags of a result say what they are about in other ways. */
const CATEGORY = /^[a-z-]{2,20}(?:\.[A-Za-z-]{2,20})?$/;

/** Entries of a search. */
export const search: ListingReader = {
  findElements: (root) =>
    [...root.querySelectorAll('li.arxiv-result')].filter((item) => item.querySelector(ID_LINK) !== null),

  readEntry(item) {
    const page = pageAt(attributeAt(item, ID_LINK, 'href').replace(/^\/(?!\/)/, 'https://arxiv.org/'), [
      addresses,
    ]);
    // The line of id, formats and subjects: what stands behind the first two would lie on the third.
    const mount = item.querySelector('.list-title')?.parentElement;
    if (page.kind !== 'abs' || !page.paperId || !mount) return undefined;
    // A result that is not the latest version says so in the words of its link, at times in them alone.
    const printed = parseArxivId(textAt(item, ID_LINK) ?? '');
    return {
      entry: {
        paperId: page.paperId,
        version: page.version ?? (printed?.id === page.paperId ? printed.version : undefined),
        title: textAt(item, 'p.title') ?? '',
        // The short form begins or ends anywhere; its controls are left out as in all text.
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
