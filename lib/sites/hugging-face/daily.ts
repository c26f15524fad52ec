/**
 * Reads the cards of Hugging Face's daily, weekly, monthly, trending and search pages. Each paper is an
 * `article`; of up to four links with its id, the one in the heading is used. Titles, abstracts and authors are in
 * the page's data.
 */
import type { PageFacts } from '@/lib/domain/page';
import { pageAt } from '../page-at';
import type { ListingAdapter } from '../site';
import { attributeAt, linksAt, textAt } from '../text';
import { addresses } from './addresses';
import { listOf, memberOf, readIsland, readPaperObject } from './data';

const ID_LINK = 'h3 a[href*="/papers/"]';

/** The papers in the page's data by id, parsed once for each state of the document. */
const known = new WeakMap<Element, ReadonlyMap<string, PageFacts>>();

function papersOf(root: Document): ReadonlyMap<string, PageFacts> {
  const island = root.querySelector('[data-target="DailyPapers"]');
  if (!island) return new Map();
  const before = known.get(island);
  if (before) return before;
  const papers = listOf(readIsland(root, 'DailyPapers'), 'dailyPapers').flatMap((item) => {
    const facts = readPaperObject(memberOf(item, 'paper'));
    return facts?.paperId ? [[facts.paperId, facts] as const] : [];
  });
  const byId = new Map<string, PageFacts>(papers);
  known.set(island, byId);
  return byId;
}

/** The cell of the grid that contains only this card; trending cards are cells themselves. */
function cellOf(card: Element): Element {
  const parent = card.parentElement;
  return parent?.localName === 'div' && parent.childElementCount === 1 ? parent : card;
}

/** The cards of a listing. */
export const daily: ListingAdapter = {
  findElements: (root) =>
    [...root.querySelectorAll('article')].filter((card) => card.querySelector(ID_LINK) !== null),

  readEntry(card) {
    const address = attributeAt(card, ID_LINK, 'href').replace(/^\/(?!\/)/, 'https://huggingface.co/');
    const { kind, paperId } = pageAt(address, [addresses]);
    if (kind !== 'hf-paper' || !paperId) return undefined;
    const facts = papersOf(card.ownerDocument).get(paperId);
    return {
      entry: {
        paperId,
        // A browser translates the heading, but not the data.
        title: facts?.title ?? textAt(card, 'h3') ?? '',
        // Some layouts print an abstract that may be truncated; the one in the data is complete.
        abstract: facts?.abstract ?? textAt(card, 'p'),
        authors: facts?.authors,
        // Trending cards have a button with a link to the code.
        links: [...new Set([...(facts?.links ?? []), ...linksAt(card, 'a[href^="https://github.com/"]')])],
      },
      element: card,
      mount: card,
      heading: card.querySelector('h3') ?? undefined,
      parts: [cellOf(card)],
    };
  },
};
