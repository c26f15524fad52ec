/** Reads bibliographies and citations in the markup of all versions of LaTeXML and of latexml-oxide. */
import type { CitedWork, PrintedCitation, PrintedEntry, PrintedLink } from '@/lib/domain/references/printed';
import { pageOf } from './pages';
import type { ReferenceAdapter } from './site';
import { fold, rawTextOf, textAt } from './text';

/** Back references ("Cited by: §2") added by the converter, whose links contain the page's own address. */
const BACK = 'ltx_bib_cited';
const MISSING = 'ltx_missing_citation';

/** Most entries and citations that are read; papers have far fewer, but a hostile page may not. */
const MOST = 20_000;

/**
 * The id of the linked element, for absolute and relative links; undefined if the link does not lead to an
 * entry.
 */
function anchorOf(link: Element): string | undefined {
  return /^[^#]*#(bib\d*\.[^#]*)/.exec(link.getAttribute('href') ?? '')?.[1];
}

function readLink(link: Element): PrintedLink {
  const address = link.getAttribute('href') ?? undefined;
  return {
    text: fold(rawTextOf(link)) ?? '',
    address,
    paperId: address === undefined ? undefined : pageOf(address).paperId,
  };
}

const keyOf = (item: Element): string => textAt(item, '.ltx_tag_bibitem') ?? '';

function readEntry(item: Element): PrintedEntry {
  const parts = [...item.children].filter(
    ({ classList }) => classList.contains('ltx_bibblock') && !classList.contains(BACK),
  );
  const blocks = parts.flatMap((part) => fold(rawTextOf(part)) ?? []);
  const links = parts.flatMap((part) => [...part.querySelectorAll('a[href], .ltx_bib_external')]);
  return {
    anchor: item.id,
    key: keyOf(item),
    blocks,
    // Made from the source's database and not from BibTeX's output: then the type of work is a class.
    isMarked: /\bltx_bib_/.test(item.className),
    title: textAt(item, '.ltx_bib_title'),
    year: textAt(item, '.ltx_bib_year'),
    links: links.map(readLink),
  };
}

/**
 * Elements that can be the place of a citation, preferred from the innermost: a table or figure, otherwise a
 * section.
 */
const FLOATS = 'figure.ltx_table, figure.ltx_figure, figure.ltx_float';
const SECTIONS = 'section[id], .ltx_abstract, .ltx_acknowledgements';

/** A printed number without closing punctuation: "3.2", "II-A", "Table 2"; for "Appendix A" the letter. */
const bare = (tag: string): string => tag.replace(/^Appendix\s+/i, '').replace(/[\s.:]+$/, '');

/** Selects the number of a section, table or figure itself, not of something inside it. */
const NUMBER = ':scope > .ltx_title > .ltx_tag, :scope > .ltx_caption > .ltx_tag';

const numberOf = (element: Element): string => bare(textAt(element, NUMBER) ?? '');

/**
 * Walks outwards through the matching elements around another, and returns the first text that `tell` returns;
 * empty if there is none.
 */
function tellOutwards(from: Element, selector: string, tell: (element: Element) => string): string {
  for (
    let element = from.closest(selector);
    element;
    element = element.parentElement?.closest(selector) ?? null
  ) {
    const told = tell(element);
    if (told !== '') return told;
  }
  return '';
}

/** The place that a float or section is, or that contains it. A part of a float has the float's number. */
function tellPlace(element: Element): string {
  return (
    // Parts are lettered, "(a)", and so have no number of their own.
    tellOutwards(element, FLOATS, (float) => (/\s\S/.test(numberOf(float)) ? numberOf(float) : '')) ||
    tellOutwards(element, SECTIONS, numberOf) ||
    tellOutwards(element, SECTIONS, (section) => textAt(section, ':scope > .ltx_title') ?? '')
  );
}

/**
 * Places by the innermost float or section, cached because a survey has thousands of citations in a few dozen
 * of them.
 */
const places = new WeakMap<Element, string>();

/** The place of an element; empty if the page names none. */
function placeOf(element: Element): string {
  const inner = element.closest(`${FLOATS}, ${SECTIONS}`);
  if (!inner) return '';
  const place = places.get(inner) ?? tellPlace(inner);
  places.set(inner, place);
  return place;
}

/** The text between two links of a range: only a dash, or the word for it. */
const RANGE = /^[\s\])}]*(?:[-‐‑–—]|to|through)[\s[({]*$/;

/**
 * Constants of the DOM standard's NodeFilter: which nodes a TreeWalker shows, and that it skips a node with
 * its subtree.
 */
const ELEMENTS_AND_TEXT = 1 + 4;
const ACCEPT = 1;
const REJECT = 2;

/** By mark of a citation, the text between it and the mark before it; empty if there is only one mark. */
function textsBefore(citation: Element, marks: ReadonlySet<Node>): ReadonlyMap<Node, string> {
  const texts = new Map<Node, string>();
  if (marks.size < 2) return texts;
  let text = '';
  const walk = citation.ownerDocument.createTreeWalker(citation, ELEMENTS_AND_TEXT, (node) =>
    node.parentNode && marks.has(node.parentNode) ? REJECT : ACCEPT,
  );
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    if (marks.has(node)) {
      texts.set(node, text);
      text = '';
    } else if (node.nodeType === 3) text += node.textContent ?? '';
  }
  return texts;
}

function readWorks(citation: Element, marks: readonly Element[]): readonly CitedWork[] {
  const texts = textsBefore(citation, new Set(marks));
  return marks.map((mark, at) => ({
    anchor: mark.classList.contains(MISSING) ? undefined : anchorOf(mark),
    key: fold(mark.textContent) ?? '',
    ...(at > 0 && RANGE.test(texts.get(mark) ?? '') && { endsRange: true }),
  }));
}

const MARKS = `a[href*="#bib"], .${MISSING}`;

const isMark = (found: Element): boolean =>
  found.classList.contains(MISSING) || anchorOf(found) !== undefined;

/** The marks in a citation: links, and keys of missing entries. A link outside brackets is a mark itself. */
function marksOf(citation: Element): readonly Element[] {
  if (citation.matches(MARKS)) return [citation];
  return [...citation.querySelectorAll(MARKS)].filter(isMark);
}

function markAt(element: Element): Element | undefined {
  const found = element.closest(MARKS);
  return found && isMark(found) ? found : undefined;
}

function readCitation(citation: Element): PrintedCitation {
  return {
    works: readWorks(citation, marksOf(citation)),
    get place() {
      return placeOf(citation);
    },
  };
}

function citingOf(mark: Element): Element | undefined {
  const around = mark.closest('cite.ltx_cite, .ltx_biblist');
  if (around) return around.localName === 'cite' ? around : undefined;
  return mark.matches(`a.ltx_ref, .${MISSING}`) ? mark : undefined;
}

/** Reads references; does not change the page. */
export const references: ReferenceAdapter = {
  findEntries: (root) => [...root.querySelectorAll('li.ltx_bibitem[id]')].slice(0, MOST),
  keyOf,
  readEntry,
  findCitations: (root) =>
    [...root.querySelectorAll('cite.ltx_cite, a.ltx_ref[href*="#bib"], .ltx_missing_citation')]
      .filter((found) => found.localName === 'cite' || !found.closest('cite.ltx_cite, .ltx_biblist'))
      .slice(0, MOST),
  readCitation,
  findMarks: (root) => [...root.querySelectorAll(MARKS)].slice(0, MOST),
  citingOf,
  linksTo: (root, anchor) =>
    [...root.querySelectorAll('a[href*="#bib"]')].filter(
      (link) => anchorOf(link) === anchor && !link.closest('.ltx_biblist'),
    ),
  marksOf,
  markAt,
  citationOf: (mark) => mark.closest('cite.ltx_cite') ?? mark,
  anchorOf,
};
