/** Full texts made by LaTeXML, as arXiv's HTML pages of both generations are, and ar5iv's. */
import { parseArxivId } from '@/lib/domain/arxiv-id';
import type { PageFacts } from '@/lib/domain/page';
import { pageAt, type PageOf } from './page-at';
import type { SiteAddresses } from './site';
import { attributeAt, categoriesIn, dayIn, fold, LINE_BREAK, linksAt, rawTextOf, textAt } from './text';

const ABSTRACT = '.ltx_abstract';

/** Marks of footnotes and affiliations behind a name. */
const MARKS = /\$[^$]*\$|^\s*&|[\d*∗†‡§¶]/g;

/** A name of several words, as it stands in a list: "Jr." and "PhD" belong to the name before them. */
const WHOLE_NAME = /^\p{L}\S*(?:\s\S+){1,4}$/u;

/** The names of a line: a list of whole names, or else one name. */
function namesInLine(line: string): string[] {
  const bare = line.replace(MARKS, '');
  const parts = bare.split(/[,;]|\band\b/).flatMap((part) => fold(part) ?? []);
  if (parts.length > 1 && parts.every((part) => WHOLE_NAME.test(part))) return parts;
  return [fold(bare.replaceAll(',', '')) ?? ''];
}

/**
 * Names of one author block. Where LaTeXML could not split a title page, one
 * block holds them all: on the first line, and on each that begins with TeX's
 * alignment mark; the others are affiliations and mail addresses.
 */
function namesIn(block: Element): string[] {
  return rawTextOf(block)
    .split(LINE_BREAK)
    .filter((line, index) => !index || /^\s*&/.test(line))
    .flatMap(namesInLine)
    .filter((name) => name !== '' && name.length < 80 && !name.includes('@'));
}

/** The paper that a document names as its own: ar5iv states its address, arXiv the base of its parts. */
function statedPage(root: ParentNode, sites: readonly SiteAddresses[]): PageOf<string> | undefined {
  const address =
    attributeAt(root, 'meta[property="og:url"]', 'content') || attributeAt(root, 'base', 'href');
  const stated = pageAt(address.replace(/^\//, 'https://arxiv.org/'), sites);
  // An abstract page states its address in the same way.
  return stated.kind === 'html' || stated.kind === 'other' ? stated : undefined;
}

/**
 * What a full text states, or undefined where the document is none; its address is one of these sites'. Each look
 * for what is not there goes through the whole page, which may be long: what one finds spares the others.
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
    // The watermark dates the version: the first one's day is the paper's, a later one says nothing of that.
    published: marked?.version === 1 ? dayIn(watermark) : undefined,
    // The watermark names the primary category alone.
    categories: categoriesIn(watermark),
    links: abstract ? linksAt(abstract, 'a') : [],
  };
}

/** The element that holds a full text's abstract; undefined where it has none. */
export function findFullTextAbstract(root: ParentNode): Element | undefined {
  return root.querySelector(ABSTRACT) ?? undefined;
}
