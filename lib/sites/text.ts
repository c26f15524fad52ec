/** Reads the text of page elements as their authors wrote it. Pure functions that do not change the nodes. */

/**
 * The longest text taken from a page, in UTF-16 code units: far longer than any abstract, a limit for hostile
 * pages.
 */
const MAX_LENGTH = 20_000;

/** Marks an explicit line break; it is folded to a space like all white space. */
export const LINE_BREAK = '\u2028';

/** Elements that are not part of the text: labels, typeset copies of formulas, footnotes, controls. */
const ASIDE = '.descriptor,[class^=MathJax],.ltx_note,.ltx_ERROR,.ltx_title_abstract,style,button,[onclick]';

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

/** The text for an element itself; undefined if it is the text of its children. */
function wordsOf(element: Element): string | undefined {
  switch (element.localName) {
    case 'br':
      return LINE_BREAK;
    case 'math':
      // LaTeXML keeps the source of a formula in an attribute, MathJax in a script element.
      return element.hasAttribute('alttext') ? `$${element.getAttribute('alttext')}$` : undefined;
    case 'script':
      return element.matches('[type^="math/tex"]') ? `$${element.textContent}$` : '';
    case 'a':
      // arXiv prints links as "this https URL", which may be translated.
      if (
        /^\s*this https? URL\s*$/.test(element.textContent) ||
        (element.matches('.link-external') && !/[.:/]/.test(element.textContent))
      )
        return element.getAttribute('href') ?? '';
  }
  return element.matches(ASIDE) ? '' : undefined;
}

/**
 * The text under a node in document order, with the source's white space. Below 500 levels `textContent` is
 * used.
 */
export function rawTextOf(node: Node, depth = 0): string {
  if (node.nodeType === 8) return '';
  // Most elements contain only words, which are the same and found faster.
  if (!isElement(node) || depth > 500 || !node.firstElementChild) return node.textContent ?? '';
  let text = '';
  for (let child = node.firstChild; child; child = child.nextSibling)
    if (isElement(child)) text += wordsOf(child) ?? rawTextOf(child, depth + 1);
    else if (child.nodeType === 3) text += child.nodeValue ?? '';
  return text;
}

/** Folds white space and trims, to at most 20,000 characters; undefined if nothing is left. */
export function fold(text: string | null | undefined): string | undefined {
  return (
    text
      ?.replace(/\s{2,}|[^\S ]/g, ' ')
      .trim()
      .slice(0, MAX_LENGTH) || undefined
  );
}

/** The folded text of the first match of `selector`; undefined if there is none. */
export function textAt(root: ParentNode, selector: string): string | undefined {
  const element = root.querySelector(selector);
  return element ? fold(rawTextOf(element)) : undefined;
}

/** The folded texts of the links in a line of authors; empty if there is no such line. */
export function namesIn(line: Element | null): string[] {
  // In two steps, because with one selector browsers walk up the tree from every link of the entry.
  return line ? [...line.querySelectorAll('a')].flatMap(({ textContent }) => fold(textContent) ?? []) : [];
}

/** The folded texts of all matches that are not empty. */
export function textsAt(root: ParentNode, selector: string): string[] {
  return [...root.querySelectorAll(selector)].flatMap((element) => fold(rawTextOf(element)) ?? []);
}

/** An attribute of the first match; empty if there is no match or no attribute. */
export function attributeAt(root: ParentNode, selector: string, name: string): string {
  return root.querySelector(selector)?.getAttribute(name) ?? '';
}

/** The target of arXiv's links that count clicks (`/ct?url=…`), as for DOIs in comments. */
function targetOf(href: string): string {
  const [, query] = /^https?:\/\/(?:[\w-]+\.)*arxiv\.org\/ct\?(.*)/i.exec(href) ?? [];
  return (query && new URLSearchParams(query).get('url')) ?? href;
}

/** Addresses of the links that match, each once and not checked, without arXiv's own pages. */
export function linksAt(root: ParentNode, selector: string): string[] {
  const links = [...root.querySelectorAll(selector)].map((link) => targetOf(link.getAttribute('href') ?? ''));
  return [...new Set(links)].filter((href) => /^https?:\/\/(?!([\w-]+\.)*arxiv\.org\b)/i.test(href));
}

/**
 * Codes of categories in a line of subjects ("Machine Learning (cs.LG); High Energy (hep-th)") or a watermark
 * ("[cs.AI]").
 */
export function categoriesIn(subjects: string | undefined): string[] {
  return [...(subjects ?? '').matchAll(/[([]([a-z-]{2,20}(?:\.[a-z-]{2,20})?)[)\]]/gi)].flatMap(
    ([, code]) => code ?? [],
  );
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/**
 * The first date in arXiv's notation ("5 Jul 2026") in a text, as `YYYY-MM-DD`; undefined if there is none.
 */
export function dayIn(text: string): string | undefined {
  const [, date = '', month = '', year] = /\b(\d{1,2}) ([A-Z][a-z]{2}) (\d{4})\b/.exec(text) ?? [];
  const at = MONTHS.indexOf(month) + 1;
  return at > 0 ? `${year}-${String(at).padStart(2, '0')}-${date.padStart(2, '0')}` : undefined;
}
