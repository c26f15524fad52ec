/**
 * Tables of a page in messages. A page has thousands of cells, nearly all of one text and nothing else, and messages
 * are written as JSON, where the name of each field would be repeated in each cell.
 */
import { isInteger, list, optional, shape, text, type Guard } from '@/lib/domain/guard';
import type { SourceCell, TableSource } from '@/lib/domain/tables/source';

/** A table without the other paragraphs of its sections, which are only sent for tables that need them. */
export type TableStart = Omit<TableSource, 'section'>;

/** A cell that is only its text, or its text, flags, spans and the parts that are bold and underlined. */
type PackedCell =
  | string
  | readonly [
      text: string,
      flags: number,
      rowSpan: number,
      columnSpan: number,
      bold: string,
      underlined: string,
    ];

/** A table with packed cells. */
export interface PackedTable extends Omit<TableStart, 'rows'> {
  readonly rows: readonly (readonly PackedCell[])[];
}

/** Bits of a cell's flags; the last two stand for a whole text, which is not repeated. */
const CITED = 1;
const HEADER = 2;
const RULE = 4;
const SHADED = 8;
const BOLD = 16;
const UNDERLINED = 32;

function packCell(cell: SourceCell): PackedCell {
  const { text: words, bold, underlined, rowSpan, columnSpan } = cell;
  const isBold = bold !== '' && bold === words;
  const isUnderlined = underlined !== '' && underlined === words;
  const flags =
    (cell.isCited ? CITED : 0) |
    (cell.isHeader ? HEADER : 0) |
    (cell.hasRuleAbove ? RULE : 0) |
    (cell.isShaded ? SHADED : 0) |
    (isBold ? BOLD : 0) |
    (isUnderlined ? UNDERLINED : 0);
  if (flags === 0 && rowSpan === 1 && columnSpan === 1 && bold === '' && underlined === '') return words;
  return [words, flags, rowSpan, columnSpan, isBold ? '' : bold, isUnderlined ? '' : underlined];
}

function unpackCell(packed: PackedCell): SourceCell {
  const [words, flags, rowSpan, columnSpan, bold, underlined] =
    typeof packed === 'string' ? ([packed, 0, 1, 1, '', ''] as const) : packed;
  const has = (bit: number): boolean => (flags & bit) !== 0;
  return {
    text: words,
    bold: has(BOLD) ? words : bold,
    underlined: has(UNDERLINED) ? words : underlined,
    isCited: has(CITED),
    isHeader: has(HEADER),
    hasRuleAbove: has(RULE),
    isShaded: has(SHADED),
    rowSpan,
    columnSpan,
  };
}

/** A table as it is sent. Does not ask for the paragraphs of its sections. */
export const packTable = ({ number, part, caption, outerCaption, about, rows }: TableStart): PackedTable => ({
  number,
  part,
  caption,
  outerCaption,
  about,
  rows: rows.map((row) => row.map(packCell)),
});

/** The table that was sent. */
export const unpackTable = (packed: PackedTable): TableStart => ({
  ...packed,
  rows: packed.rows.map((row) => row.map(unpackCell)),
});

/** The most cells and rows of a table; `layOut` reads no larger ones. */
const MOST_ROWS = 41_000;
const MOST_CELLS = 41_000;
/** The longest caption or paragraph, label and text of a cell, in UTF-16 code units. */
const LONGEST_CAPTION = 20_000;
const LONGEST_NAME = 400;
const LONGEST_CELL = 1000;

const isText = text(LONGEST_CELL);

const isCell: Guard<PackedCell> = (value): value is PackedCell => {
  if (!Array.isArray(value)) return isText(value);
  const [words, flags, rowSpan, columnSpan, bold, underlined, ...more]: readonly unknown[] = value;
  return (
    more.length === 0 &&
    [flags, rowSpan, columnSpan].every(isInteger) &&
    [words, bold, underlined].every((each) => isText(each))
  );
};

/** Whether a value is a table as it is sent. */
export const isPackedTable = shape<PackedTable>({
  number: optional(text(LONGEST_NAME)),
  part: optional(text(LONGEST_NAME)),
  caption: text(LONGEST_CAPTION),
  outerCaption: text(LONGEST_CAPTION),
  about: list(text(LONGEST_CAPTION), 100),
  rows: list(list(isCell, MOST_CELLS), MOST_ROWS),
});

/** The paragraphs of some tables' sections; tables of one section share them, so that each is sent once. */
export interface PackedSections {
  readonly paragraphs: readonly string[];
  /** By table, as asked, the indexes of its paragraphs. */
  readonly sections: readonly (readonly number[])[];
}

/** Sections as they are sent. */
export function packSections(sections: readonly (readonly string[])[]): PackedSections {
  const at = new Map<string, number>();
  const indexOf = (paragraph: string): number => {
    const index = at.get(paragraph) ?? at.size;
    at.set(paragraph, index);
    return index;
  };
  const indexes = sections.map((section) => section.map(indexOf));
  return { paragraphs: [...at.keys()], sections: indexes };
}

/** The sections that were sent. */
export const unpackSections = ({ paragraphs, sections }: PackedSections): readonly (readonly string[])[] =>
  sections.map((section) => section.flatMap((index) => paragraphs[index] ?? []));

/** The most tables of a page, and the most paragraphs of one table's sections. */
export const MOST_TABLES = 300;
const MOST_PARAGRAPHS = 100;

/** Whether a value is sections as they are sent. */
export const isPackedSections = shape<PackedSections>({
  paragraphs: list(text(LONGEST_CAPTION), MOST_TABLES * MOST_PARAGRAPHS),
  sections: list(list(isInteger, MOST_PARAGRAPHS), MOST_TABLES),
});
