/**
 * Reads the cells of a table's row made by LaTeXML. Nearly all cells hold words and nothing else; these are read from
 * the row's markup as the browser writes it, which takes one question to the page instead of a dozen for each cell.
 */
import { remember } from '@/lib/domain/remember';
import type { SourceCell } from '@/lib/domain/tables/source';
import { MOST_TEXT, readCellText, styleOfWords } from './latexml-cell';

/** The class of a table's cell. */
const CELL = 'ltx_td';
/** The class of a table. */
export const TABULAR = 'ltx_tabular';

/** More cells than a grid may have; larger tables are not read further. */
export const MOST_CELLS = 41_000;

/** Most cells in one step: the row of a hostile page may have thousands. */
const MOST_IN_STEP = 200;

/** Whether a class attribute contains a name; `classList` would be far slower for that many elements. */
const hasClass = (classes: string | null, name: string): boolean =>
  classes !== null && (classes === name || ` ${classes.replace(/\s/g, ' ')} `.includes(` ${name} `));

/**
 * The elements with a class below `top`, in document order, without those inside another such element or in a
 * nested table.
 */
export function within(top: Element, name: string): Element[] {
  const found: Element[] = [];
  // An explicit stack, since pages may be nested deeper than the call stack allows.
  const pending: Element[] = [];
  const addChildren = (of: Element): void => {
    for (let child = of.lastElementChild; child; child = child.previousElementSibling) pending.push(child);
  };
  addChildren(top);
  for (let node = pending.pop(); node && found.length <= MOST_CELLS; node = pending.pop()) {
    const classes = node.getAttribute('class');
    if (hasClass(classes, name)) found.push(node);
    else if (!hasClass(classes, TABULAR)) addChildren(node);
  }
  return found;
}

/** How many rows or columns a cell covers, from an attribute or a class. */
function spanOf(written: string | null | undefined): number {
  if (written === null || written === undefined) return 1;
  const span = Number.parseInt(written, 10);
  return span > 0 ? Math.min(span, 65_534) : 1;
}

/** LaTeXML writes an author's colours into the style attribute, since 2026 as custom properties. */
const BACKGROUND = /(?:--ltx-bg-color|background-color)\s*:\s*(?!(?:#fff(?:fff)?|white|transparent)\b)/i;
const isShaded = (style: string | null | undefined): boolean =>
  style !== null && style !== undefined && BACKGROUND.test(style);

const ROW_SPAN = /(?:^|\s)ltx_rowspan_(\d{1,5})(?:\s|$)/;
const COLUMN_SPAN = /(?:^|\s)ltx_colspan_(\d{1,5})(?:\s|$)/;
const RULE = /(?:^|\s)ltx_border_(?:t|tt|T)(?:\s|$)/;

/** What a class attribute says about a cell. */
interface CellClasses {
  readonly isCell: boolean;
  readonly isHeader: boolean;
  readonly hasRuleAbove: boolean;
  /** For a `span`, which has no attributes for it. */
  readonly rowSpan: number;
  readonly columnSpan: number;
}

const classesOf = remember((classes): CellClasses => ({
  isCell: hasClass(classes, CELL),
  isHeader: hasClass(classes, 'ltx_th'),
  hasRuleAbove: RULE.test(classes),
  rowSpan: spanOf(ROW_SPAN.exec(classes)?.[1]),
  columnSpan: spanOf(COLUMN_SPAN.exec(classes)?.[1]),
}));
const isCell = (element: Element): boolean => classesOf(element.getAttribute('class') ?? '').isCell;

/** The cells of a row: in nearly all rows its children, which is found out without a walk below each of them. */
export function cellsOf(row: Element): readonly Element[] {
  const found: Element[] = [];
  for (let child = row.firstElementChild; child; child = child.nextElementSibling) {
    if (found.length > MOST_CELLS || !isCell(child)) return within(row, CELL);
    found.push(child);
  }
  return found;
}

function readCell(cell: Element, isRowShaded: boolean): SourceCell {
  const classes = classesOf(cell.getAttribute('class') ?? '');
  const isSpan = cell.localName === 'span';
  const { text, bold, underlined, isCited } = readCellText(cell);
  return {
    text,
    bold,
    underlined,
    isCited,
    isHeader: classes.isHeader || cell.localName === 'th',
    hasRuleAbove: classes.hasRuleAbove,
    isShaded: isRowShaded || isShaded(cell.getAttribute('style')),
    rowSpan: isSpan ? classes.rowSpan : spanOf(cell.getAttribute('rowspan')),
    columnSpan: isSpan ? classes.columnSpan : spanOf(cell.getAttribute('colspan')),
  };
}

/** What the start tags of a cell say of it and of its words. */
interface WrittenCell extends Omit<CellClasses, 'isCell'> {
  readonly isShaded: boolean;
  readonly isBold: boolean;
  readonly isUnderlined: boolean;
}

/** One attribute as browsers write it: in lower case, its value in double quotes. */
const ATTRIBUTE = / ([a-z][\w:-]*)="([^"]*)"/g;
const attributesIn = (tag: string): ReadonlyMap<string, string> =>
  new Map([...tag.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, value]));

/** From the start tag of a cell and of the element in it, if any; undefined if only the cell itself tells. */
const writtenIn = remember((tags): WrittenCell | undefined => {
  const [tag = '', inner = ''] = tags.split('>');
  const attributes = attributesIn(tag);
  const classes = attributes.get('class') ?? '';
  const { isCell: isOne, isHeader, hasRuleAbove } = classesOf(classes);
  const style = styleOfWords(classes, attributesIn(inner).get('class') ?? '');
  return isOne && style
    ? {
        ...style,
        isHeader: isHeader || tag.startsWith('th'),
        hasRuleAbove,
        isShaded: isShaded(attributes.get('style')),
        rowSpan: spanOf(attributes.get('rowspan')),
        columnSpan: spanOf(attributes.get('colspan')),
      }
    : undefined;
});

/** Ids, which tell nothing and are different in each cell. */
const IDS = / id="[^"]*"/g;

/** Values with references to characters or with brackets, of which some browsers write these as they are, are left out. */
const ATTRIBUTES = '(?: [a-z][\\w:-]*="[^"&<>]*")*';
/** Words that are read as they are written: nothing invisible, no letters of mathematics. */
const PLAIN = String.raw`[^<&\s\u200b-\u200d\u2060-\u2064\ufeff\ud835]+`;
/** A cell with nothing but words, or with one element that has them. */
const SIMPLE = new RegExp(
  String.raw`\s*<(t[dh]${ATTRIBUTES})>\s*(?:<span(${ATTRIBUTES})>)?(${PLAIN}(?: ${PLAIN})*)?(</span>)?\s*</t[dh]>`,
  'y',
);

/** A cell that the pattern above has found. Written for speed, since most of a long table is read here. */
function readSimple(
  match: RegExpExecArray,
  { hasIds, isRowShaded }: { readonly hasIds: boolean; readonly isRowShaded: boolean },
): SourceCell | undefined {
  const inner = match[2];
  if ((inner === undefined) !== (match[4] === undefined)) return undefined;
  const tag = match[1] ?? '';
  const tags = inner === undefined ? tag : `${tag}>${inner}`;
  const cell = writtenIn(hasIds ? tags.replace(IDS, '') : tags);
  const text = match[3] ?? '';
  if (!cell || text.length > MOST_TEXT) return undefined;
  return {
    text,
    bold: cell.isBold ? text : '',
    underlined: cell.isUnderlined ? text : '',
    isCited: false,
    isHeader: cell.isHeader,
    hasRuleAbove: cell.hasRuleAbove,
    isShaded: isRowShaded || cell.isShaded,
    rowSpan: cell.rowSpan,
    columnSpan: cell.columnSpan,
  };
}

/** Where the cell that begins at an index ends in a row's markup; -1 if there is a table in the cell. */
function endOfCell(html: string, from: number, { localName }: Element): number {
  const end = html.indexOf(`</${localName}>`, from);
  return end === -1 || /<t(?:able|r|d|h)[ >]/.test(html.slice(html.indexOf('<', from) + 1, end))
    ? -1
    : end + localName.length + 3;
}

/** Reads a row by its markup, and cells with more in them than words by themselves; undefined if that is not possible. */
function readWritten(row: Element, isRowShaded: boolean): readonly SourceCell[] | undefined {
  const { innerHTML: html, children } = row;
  const read: SourceCell[] = [];
  const shared = { hasIds: html.includes(' id="'), isRowShaded };
  let at = 0;
  while (at < html.length) {
    SIMPLE.lastIndex = at;
    const match = SIMPLE.exec(html);
    const simple = match ? readSimple(match, shared) : undefined;
    if (simple) {
      at = SIMPLE.lastIndex;
      read.push(simple);
      continue;
    }
    const element = children[read.length];
    // White space after the last cell.
    if (!element) break;
    if (!isCell(element)) return undefined;
    read.push(readCell(element, isRowShaded));
    at = endOfCell(html, at, element);
    if (at === -1) return undefined;
  }
  return read.length === children.length ? read : undefined;
}

/** Reads the cells of a row, in steps. */
export function* readRow(row: Element): Generator<undefined, readonly SourceCell[]> {
  const isRowShaded = isShaded(row.getAttribute('style'));
  const isShort = row.localName === 'tr' && row.childElementCount <= MOST_IN_STEP;
  const written = isShort ? readWritten(row, isRowShaded) : undefined;
  if (written) return written;
  const read: SourceCell[] = [];
  for (const cell of cellsOf(row)) {
    read.push(readCell(cell, isRowShaded));
    if (read.length % MOST_IN_STEP === 0) yield undefined;
  }
  return read;
}
