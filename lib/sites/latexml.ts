/** Reads full texts made by LaTeXML: arXiv's HTML pages in both versions, and ar5iv's. */
import { parseArxivId } from '@/lib/domain/arxiv-id';
import type { PageFacts } from '@/lib/domain/page';
import { pageAt, type PageOf } from './page-at';
import type { SiteAddresses } from './site';
import { attributeAt, categoriesIn, dayIn, fold, LINE_BREAK, linksAt, rawTextOf, textAt } from './text';

const ABSTRACT = '.ltx_abstract';

/** Marks of footnotes and affiliations after a name. */
const MARKS = /\$[^$]*\$|^\s*&|[\d*∗†‡§¶]/g;

/** A whole name of several words in a list: "Jr." and "PhD" belong to the name before them. */
const WHOLE_NAME = /^\p{L}\S*(?:\s\S+){1,4}$/u;

/** The names in a line: a list of whole names, otherwise one name. */
function namesInLine(line: string): string[] {
  const bare = line.replace(MARKS, '');
  const parts = bare.split(/[,;]|\band\b/).flatMap((part) => fold(part) ?? []);
  if (parts.length > 1 && parts.every((part) => WHOLE_NAME.test(part))) return parts;
  return [fold(bare.replaceAll(',', '')) ?? ''];
}

/**
 * The names in an author block. If LaTeXML could not split a title page, one block contains everything: names
 * are on the first line, and on each line that begins with TeX's alignment mark; the others are affiliations
 * and mail addresses.
 */
function namesIn(block: Element): string[] {
  return rawTextOf(block)
    .split(LINE_BREAK)
    .filter((line, index) => !index || /^\s*&/.test(line))
    .flatMap(namesInLine)
    .filter((name) => name !== '' && name.length < 80 && !name.includes('@'));
}

/** The paper that a document names as its own: in ar5iv's `og:url`, or in arXiv's `base`. */
function statedPage(root: ParentNode, sites: readonly SiteAddresses[]): PageOf<string> | undefined {
  const address =
    attributeAt(root, 'meta[property="og:url"]', 'content') || attributeAt(root, 'base', 'href');
  const stated = pageAt(address.replace(/^\//, 'https://arxiv.org/'), sites);
  // An abstract page states its address in the same way.
  return stated.kind === 'html' || stated.kind === 'other' ? stated : undefined;
}

/**
 * The facts in a full text; undefined if the document is not one of these sites'. Searching for absent
 * elements walks the whole page, which may be long, so one result is used to avoid further searches.
 */
export function readFullText(root: ParentNode, sites: readonly SiteAddresses[]): PageFacts | undefined {
  const title = textAt(root, 'h1.ltx_title_document');
  const watermark = textAt(root, '#watermark-tr') ?? '';
  const marked = parseArxivId(watermark.replace(/ .*/, ''));
  const { paperId, version } = marked ? { ...marked, paperId: marked.id } : (statedPage(root, sites) ?? {});
  if (!title && !paperId) return undefined;
  const abstract = root.querySelector(ABSTRACT);
  const authors = root.querySelector('.ltx_authors');
  return {
    paperId,
    version,
    title,
    abstract: abstract ? fold(rawTextOf(abstract)) : undefined,
    authors: [...(authors?.querySelectorAll('.ltx_personname') ?? [])].flatMap(namesIn),
    // The watermark has the date of the version: for the first version it is the paper's date, for later ones
    // it is not.
    published: marked?.version === 1 ? dayIn(watermark) : undefined,
    // The watermark has only the primary category.
    categories: categoriesIn(watermark),
    links: abstract ? linksAt(abstract, 'a') : [],
  };
}

/** The element with a full text's abstract; undefined if there is none. */
export function findFullTextAbstract(root: ParentNode): Element | undefined {
  return root.querySelector(ABSTRACT) ?? undefined;
}
