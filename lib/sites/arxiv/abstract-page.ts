/**
 * arXiv's abstract page. Facts come from the `citation_*` tags, which have been
 * stable since before 2021 and which MathJax does not rewrite; the table below
 * the abstract gives what they lack.
 */
import { parseArxivId } from '@/lib/domain/arxiv-id';
import { pageAt } from '../page-at';
import type { PaperReader } from '../site';
import { attributeAt, categoriesIn, fold, linksAt, textAt } from '../text';
import { addresses } from './addresses';

/** Seen on saved pages of 2021 to September 2026; the first that is found counts. */
const ABSTRACTS = ['#abs blockquote.abstract', 'blockquote.abstract'];

/** arXiv's pages of the paper as the column beside the abstract lists them; undefined without that column. */
function offeredPages(root: ParentNode): string[] | undefined {
  const formats = root.querySelector('.full-text');
  if (!formats) return undefined;
  const links: readonly (readonly [kind: string, selector: string])[] = [
    ['pdf', 'a.download-pdf'],
    ['html', '#latexml-download-link'],
  ];
  return ['abs', ...links.flatMap(([kind, link]) => (formats.querySelector(link) ? [kind] : []))];
}

/**
 * Whether the page says that the paper was withdrawn: in its words, or, where they are translated, by a notice
 * beside a column that leads to no text.
 */
function isWithdrawn(root: ParentNode): boolean {
  const notice = textAt(root, '#abs .error');
  if (notice === undefined) return false;
  const formats = root.querySelector('.full-text');
  return /withdrawn/.test(notice) || (formats !== null && !formats.querySelector('a[href*="/pdf/"]'));
}

/** The page that every paper has. */
export const abstractPage: PaperReader = {
  mustStateId: true,

  findAbstract(root) {
    for (const selector of ABSTRACTS) {
      const found = root.querySelector(selector);
      if (found) return found;
    }
    return undefined;
  },

  readFacts(root) {
    const stated = (name: string) => fold(attributeAt(root, `meta[name=citation_${name}]`, 'content'));
    const found = parseArxivId(stated('arxiv_id') ?? '');
    // Error pages have no such tag.
    if (!found) return undefined;
    const authors = [...root.querySelectorAll('meta[name=citation_author]')]
      .map((tag) => fold(tag.getAttribute('content')) ?? '')
      // Collaborations leave a tag that holds a colon alone.
      .filter((name) => /\p{L}/u.test(name));
    return {
      paperId: found.id,
      version: pageAt(attributeAt(root, 'meta[property="og:url"]', 'content'), [addresses]).version,
      title: stated('title'),
      abstract: stated('abstract'),
      // "Last, First" and "Last, Jr., First", in the order in which names are read: "First Last Jr.".
      authors: authors.map((name) => name.replace(/^(.+), ([^,]+)$/, '$2 $1').replaceAll(',', '')),
      published: /^\d{4}\/\d\d\/\d\d$/.exec(stated('date') ?? '')?.[0].replaceAll('/', '-'),
      // Several stand one after the other; braces and quotes would end the field of a citation.
      doi: /^10\.\d{4,9}\/[^\s{}"\\]+/.exec(stated('doi') ?? '')?.[0],
      categories: categoriesIn(textAt(root, '#abs .subjects')),
      comments: textAt(root, '#abs .comments'),
      links: linksAt(root, '.abstract a,#abs .comments a'),
      withdrawn: isWithdrawn(root),
      pages: offeredPages(root),
    };
  },
};
