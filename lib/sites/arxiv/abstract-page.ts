/**
 * Reads arXiv's abstract page. Facts come from the `citation_*` tags, which have been stable since before
 * 2021 and which MathJax does not change; the table below the abstract supplies the others.
 */
import { parseArxivId } from '@/lib/domain/arxiv-id';
import { pageAt } from '../page-at';
import type { PaperAdapter } from '../site';
import { attributeAt, categoriesIn, dayIn, fold, linksAt, textAt, textsAt } from '../text';
import { addresses } from './addresses';

/** Selectors seen on saved pages from 2021 to September 2026; the first that matches is used. */
const ABSTRACTS = ['#abs blockquote.abstract', 'blockquote.abstract'];

/** arXiv's pages of the paper, from the column beside the abstract; undefined without that column. */
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
 * Whether the page says that the paper was withdrawn: in its words, or, if the page is translated, by a
 * notice beside a column without links to a text.
 */
function isWithdrawn(root: ParentNode): boolean {
  const notice = textAt(root, '#abs .error');
  if (notice === undefined) return false;
  const formats = root.querySelector('.full-text');
  return /withdrawn/.test(notice) || (formats !== null && !formats.querySelector('a[href*="/pdf/"]'));
}

/** Converts "Last, First" and "Last, Jr., First" to reading order, and returns the family name separately. */
function readName(tag: string): { readonly name: string; readonly family: string } {
  const [family = ''] = tag.includes(',') ? tag.split(',') : [];
  return { name: tag.replace(/^(.+), ([^,]+)$/, '$2 $1').replaceAll(',', ''), family };
}

/**
 * The date of the first submission. arXiv omits `citation_date` if the journal reference names JAIR
 * (arxiv-browse, metatags.py); then it is in the dateline, or, on a translated page, only the date of this
 * version is known.
 */
function readPublished(root: ParentNode, stated: (name: string) => string | undefined): string | undefined {
  const day = (name: string) => /^\d{4}\/\d\d\/\d\d$/.exec(stated(name) ?? '')?.[0].replaceAll('/', '-');
  return day('date') ?? dayIn(textAt(root, '#abs .dateline') ?? '') ?? day('online_date');
}

/**
 * A reference without spaces: a journal, its volume, and more: "JHEP0905:012,2009", "Phys.Rev.D82,12(2010)".
 */
const WITHOUT_BLANKS = /^(?:\p{L}[\p{L}.&]*\d{1,4}:|(?:\p{L}+\.)+\p{L}?\d{1,4},)\S*$/u;

/**
 * The journal reference. Report numbers are in cells of the same class above it, and the labels of both may
 * be translated: a reference has a year and spaces, or is in INSPIRE's short form without spaces
 * ("Prog.Theor.Phys.101:1155-1171,1999"), where a report number would have a hyphen.
 */
function readJournalReference(root: ParentNode): string | undefined {
  return textsAt(root, '#abs .jref').findLast(
    (text) =>
      /(?:19|20)\d\d/.test(text) &&
      (WITHOUT_BLANKS.test(text) || (/\p{L}.*\s/u.test(text) && !/^[^\s,;]+(?:[,;] ?[^\s,;]+)*$/.test(text))),
  );
}

/** The abstract page, which every paper has. */
export const abstractPage: PaperAdapter = {
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
    // Error pages lack this tag.
    if (!found) return undefined;
    const authors = [...root.querySelectorAll('meta[name=citation_author]')]
      .map((tag) => fold(tag.getAttribute('content')) ?? '')
      // For collaborations there is a tag that contains only a colon.
      .filter((tag) => /\p{L}/u.test(tag))
      .map(readName);
    return {
      paperId: found.id,
      version: pageAt(attributeAt(root, 'meta[property="og:url"]', 'content'), [addresses]).version,
      title: stated('title'),
      abstract: stated('abstract'),
      authors: authors.map(({ name }) => name),
      familyNames: authors.map(({ family }) => family),
      published: readPublished(root, stated),
      // There may be several DOIs in a row; braces and quotes would end the field in a citation.
      doi: /^10\.\d{4,9}\/[^\s{}"\\]+/.exec(stated('doi') ?? '')?.[0],
      journalReference: readJournalReference(root),
      categories: categoriesIn(textAt(root, '#abs .subjects')),
      comments: textAt(root, '#abs .comments'),
      links: linksAt(root, '.abstract a,#abs .comments a'),
      withdrawn: isWithdrawn(root),
      pages: offeredPages(root),
    };
  },
};
