/** Full texts made by LaTeXML: arXiv's HTML pages of both generations, and ar5iv. */
import { parseArxivId } from '@/lib/domain/arxiv-id';
import { pageOf } from './pages';
import type { FaceReader } from './site';
import { attributeAt, categoriesIn, fold, LINE_BREAK, linksAt, rawTextOf, textAt } from './text';

/**
 * Names of one author block. Where LaTeXML could not split a title page, one
 * block holds them all: the first line and each that begins with TeX's
 * alignment mark is a name, the others are affiliations and mail addresses.
 */
function namesIn(block: Element): string[] {
  return rawTextOf(block)
    .split(LINE_BREAK)
    .filter((line, index) => !index || /^\s*&/.test(line))
    .flatMap((line) => fold(line.replace(/\$[^$]*\$|^\s*&|[\d*,†‡§]/g, '')) ?? [])
    .filter((name) => name.length < 80 && !name.includes('@'));
}

export const latexml: FaceReader = {
  readFacts(root) {
    const title = textAt(root, 'h1.ltx_title_document');
    const watermark = textAt(root, '#watermark-tr') ?? '';
    // The document's address as ar5iv states it, or the base that arXiv gives to its parts.
    const address =
      attributeAt(root, 'meta[property="og:url"]', 'content') || attributeAt(root, 'base', 'href');
    const marked = parseArxivId(watermark.replace(/ .*/, ''));
    const { paperId, version } = marked
      ? { ...marked, paperId: marked.id }
      : pageOf(address.replace(/^\//, 'https://arxiv.org/'));
    if (!title && !paperId) return undefined;
    return {
      paperId,
      version,
      title,
      abstract: textAt(root, '.ltx_abstract'),
      authors: [...root.querySelectorAll('.ltx_authors .ltx_personname')].flatMap(namesIn),
      // The watermark names the primary category alone.
      categories: categoriesIn(watermark),
      links: linksAt(root, '.ltx_abstract a'),
    };
  },
};
