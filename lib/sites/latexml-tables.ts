/**
 * Reads tables of full texts made by LaTeXML. Elements are identified by class: a table is a `table` or,
 * within a line, a `span`, with or without a `tbody`, with or without boxes around it (LaTeXML's
 * LaTeXML-tabular.rnc and arXiv/html_feedback#588, #2069).
 */
import type { SourceCell } from '@/lib/domain/tables/source';
import { cellsOf, MOST_CELLS, readRow, TABULAR, within } from './latexml-row';
import type { FoundTable, Referrals, TableAdapter } from './site';
import { fold, rawTextOf } from './text';

/** Tables in the title block, and tables that only align formulas, are ignored. */
const ELSEWHERE = '.ltx_authors,.ltx_bibliography,.ltx_equationgroup,.ltx_equation';

const MOST_TABLES = 300;
const MOST_REFERRALS = 3;

/** The outermost tables, in the page's order. */
function findTables(root: ParentNode): Element[] {
  const found: Element[] = [];
  for (const element of root.querySelectorAll(`.${TABULAR}`)) {
    if (found.length >= MOST_TABLES) break;
    // In document order a table precedes everything inside it.
    if (!found.at(-1)?.contains(element) && !element.closest(ELSEWHERE)) found.push(element);
  }
  return found;
}

interface Captions {
  readonly number?: string | undefined;
  readonly part?: string | undefined;
  readonly caption: string;
  readonly outerCaption: string;
  readonly figure?: Element | undefined;
}

/** The caption of the figure itself, not of a figure inside it; in most figures it is a child. */
const captionOf = (figure: Element): Element | undefined =>
  [...figure.children].find(({ localName }) => localName === 'figcaption') ??
  [...figure.querySelectorAll('figcaption')].find((caption) => caption.closest('figure') === figure);

const NUMBER = /^\p{L}[\p{L}.]*\s*([A-Z]?\.?[\dIVXLC]+[\d.]*)/u;

/** The captions around a table: its own, and the whole table's if it is a part. */
function readCaptions(table: Element): Captions {
  let found: Captions = { caption: '', outerCaption: '' };
  for (let at = table.closest('figure'); at; at = at.parentElement?.closest('figure') ?? null) {
    const element = captionOf(at);
    const text =
      element && fold(rawTextOf(element).replace(/\$([^$]*)\$/g, (_, tex: string) => plainTex(tex)));
    if (!text) {
      found = { ...found, figure: found.figure ?? at };
      continue;
    }
    const label = fold(element.querySelector('.ltx_tag')?.textContent) ?? '';
    const number = NUMBER.exec(label)?.[1]?.replace(/\.$/, '');
    const part = /^\(?([a-z])\)/.exec(label)?.[0];
    found = found.caption
      ? { ...found, number, outerCaption: text, figure: at }
      : { number, part, caption: text, outerCaption: '', figure: at };
    // The number is that of the nearest caption with one.
    if (number) break;
  }
  return found;
}

/** The simple mathematics in captions, without TeX commands. */
const plainTex = (tex: string): string =>
  tex
    .replace(/\\(?:uparrow)\b/g, '↑')
    .replace(/\\(?:downarrow)\b/g, '↓')
    .replace(/\\times\b/g, '×')
    .replace(/\\pm\b/g, '±')
    .replace(/\\[A-Za-z]+|[{}_^\\]/g, '');

/** By id of a part of the page, the paragraphs that refer to it; one pass over the page's links. */
function findReferrals(root: ParentNode): Referrals {
  const referrals = new Map<string, Element[]>();
  // Excludes citations, which are most links of a page, and the links of entries back to where they are cited.
  for (const link of root.querySelectorAll('a.ltx_ref[href*="#"]:not([href*="#bib."], .ltx_bib_cited > a)')) {
    const href = link.getAttribute('href') ?? '';
    const id = href.slice(href.indexOf('#') + 1);
    // Entries link back to where they are cited; stopping there saves the way up from each of these links.
    const block = link.closest('.ltx_para, .ltx_bibblock');
    const paragraph = block ?? link.closest('.ltx_p');
    if (!paragraph || block?.classList.contains('ltx_bibblock') === true) continue;
    const known = referrals.get(id) ?? [];
    if (known.length < MOST_REFERRALS && !known.includes(paragraph)) referrals.set(id, [...known, paragraph]);
  }
  return referrals;
}

const MOST_PARAGRAPHS = 60;
const MOST_PARAGRAPH_TEXT = 1_500;

/** The paragraphs of the innermost section around an element, without those that contain other paragraphs. */
function paragraphsRound(element: Element): readonly Element[] {
  const section = element.closest('section');
  if (!section) return [];
  const paragraphs = [...section.querySelectorAll('.ltx_para')].slice(0, MOST_PARAGRAPHS + 1);
  // In document order a paragraph precedes those inside it.
  return paragraphs
    .filter((paragraph, at) => !paragraph.contains(paragraphs[at + 1] ?? null))
    .slice(0, MOST_PARAGRAPHS);
}

/**
 * Elements that `rawTextOf` treats specially. Most paragraphs have none and are read much faster through
 * `textContent`.
 */
const WITH_CARE = 'math, br, a.link-external, .ltx_note, .ltx_ERROR, script, style, button, [onclick]';

/** Texts of paragraphs, cached because all tables of a section need them. */
const texts = new WeakMap<Element, string>();

function textOf(paragraph: Element): string {
  const known = texts.get(paragraph);
  if (known !== undefined) return known;
  const raw = paragraph.querySelector(WITH_CARE) ? rawTextOf(paragraph) : paragraph.textContent;
  const text = fold(raw.slice(0, 4 * MOST_PARAGRAPH_TEXT))?.slice(0, MOST_PARAGRAPH_TEXT) ?? '';
  texts.set(paragraph, text);
  return text;
}

function* readTableInSteps(table: Element, referrals: Referrals): Generator<undefined, FoundTable> {
  const rows: (readonly SourceCell[])[] = [];
  const elements: Element[] = [];
  let count = 0;
  for (const row of within(table, 'ltx_tr')) {
    const cells = count > MOST_CELLS ? [] : yield* readRow(row);
    if (cells.length === 0) continue;
    count += cells.length;
    rows.push(cells);
    elements.push(row);
    yield undefined;
  }
  const { figure, ...captions } = readCaptions(table);
  const paragraphs = referrals.get(figure?.id ?? '') ?? [];
  let section: readonly string[] | undefined;
  return {
    source: {
      ...captions,
      about: paragraphs.map(textOf),
      get section() {
        return (section ??= readSection(table, paragraphs));
      },
      rows,
    },
    table,
    whole: figure ?? table,
    cellAt: (row, index) => {
      const element = elements[row];
      return element && cellsOf(element)[index];
    },
  };
}

/** The other paragraphs of the sections with a table or with the paragraphs about it. */
function readSection(table: Element, about: readonly Element[]): readonly string[] {
  const section = new Set([table, ...about].flatMap(paragraphsRound));
  for (const paragraph of about) section.delete(paragraph);
  return [...section].slice(0, MOST_PARAGRAPHS).map(textOf);
}

function readTable(table: Element, referrals: Referrals): FoundTable {
  const steps = readTableInSteps(table, referrals);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Reads tables; does not change the page. */
export const tables: TableAdapter = { findTables, findReferrals, readTable, readTableInSteps };
