/**
 * Papers as a table for a spreadsheet: commas or tabs between cells, quotes where a cell needs them
 * (https://www.rfc-editor.org/rfc/rfc4180), and no cell that a spreadsheet would run.
 */
import { plainMath } from '@/lib/domain/describe/math';
import { withoutControls } from '@/lib/domain/text/controls';
import { formatRows } from '@/lib/domain/text/rows';
import { formatLink } from './citable';
import { codeOf, type ExportedPaper } from './exported';
import { listAuthors } from './names';
import { formatResult } from './results';

/** What may stand between two cells. */
export type TableForm = 'csv' | 'tsv';

/** A plain number, whatever its sign: nothing that a spreadsheet computes. */
const NUMBER = /^[+-]?\d[\d.,]*\s?%?$/;
/** First characters by which a cell is a formula: https://owasp.org/www-community/attacks/CSV_Injection */
const FORMULA = /^\s*[=+\-@\t\r＝＋－＠]/;

/** A cell's text; an apostrophe before it, which spreadsheets hide, makes a formula a text. */
export function spreadsheetCell(text: string | undefined): string {
  const clean = withoutControls(text ?? '').replaceAll('\r', '');
  return FORMULA.test(clean) && !NUMBER.test(clean) ? `'${clean}` : clean;
}

const namesOf = ({ authors }: ExportedPaper): string => {
  if (authors && 'count' in authors) return `${authors.count} authors`;
  return listAuthors(authors)
    .map(({ name }) => name)
    .join('; ');
};

const resultsOf = ({ results }: ExportedPaper): string =>
  results.flatMap(({ role }, index) => (role === 'own' ? [formatResult(results, index)] : [])).join('; ');

/** Columns in order: what stands in the first row, and the cell of a paper. */
const COLUMNS: readonly (readonly [head: string, textOf: (paper: ExportedPaper) => string | undefined])[] = [
  ['id', ({ id }) => id],
  ['title', ({ title }) => plainMath(title)],
  ['authors', namesOf],
  ['published', ({ published }) => published],
  ['venue', ({ venue }) => venue],
  ['doi', ({ doi }) => doi],
  ['categories', ({ categories }) => categories?.join(' ')],
  ['tags', ({ tags }) => tags.join('; ')],
  ['results', resultsOf],
  ['code', codeOf],
  ['url', ({ id, readVersion }) => formatLink(id, readVersion)],
  ['status', ({ status }) => status],
  ['own tags', ({ ownTags }) => ownTags?.join('; ')],
  ['note', ({ note }) => note],
  ['saved', ({ savedAt }) => savedAt],
];

/** The names of the columns, in order. */
export const TABLE_HEAD: readonly string[] = COLUMNS.map(([head]) => head);

/** The table with its head, a line a paper; only notes may hold ends of lines, in quotes. */
export function formatTable(papers: readonly ExportedPaper[], form: TableForm): string {
  const rows = papers.map((paper) => COLUMNS.map(([, textOf]) => spreadsheetCell(textOf(paper))));
  return `${formatRows([[...TABLE_HEAD], ...rows], form === 'csv' ? ',' : '\t')}\n`;
}
