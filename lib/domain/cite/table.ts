/**
 * Papers as a table for spreadsheets: cells separated by commas or tabs and quoted where needed
 * (https://www.rfc-editor.org/rfc/rfc4180), and escaped so that no cell runs as a formula.
 */
import { plainMath } from '@/lib/domain/describe/math';
import { withoutControls } from '@/lib/domain/text/controls';
import { formatRows } from '@/lib/domain/text/rows';
import { formatLink } from './citable';
import { codeOf, type ExportedPaper } from './exported';
import { listAuthors } from './names';
import { formatResult } from './results';

/** The separator of cells. */
type TableForm = 'csv' | 'tsv';

/** A plain signed number, or dashes for a missing one, which are safe in a spreadsheet. */
const NUMBER = /^(?:[+-]?\.?\d[\d.,]*\s?%?|-+)$/;
/** First characters that make a cell a formula: https://owasp.org/www-community/attacks/CSV_Injection */
const FORMULA = /^\s*[=+\-@\t\r＝＋－＠]/;

/** The text of a cell; a formula gets an apostrophe in front, which spreadsheets hide. */
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

/** Columns in order: the head, and a paper's cell. */
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

/** The table with its header row, one line for each paper; only notes contain line breaks, in quotes. */
export function formatTable(papers: readonly ExportedPaper[], form: TableForm): string {
  const rows = papers.map((paper) => COLUMNS.map(([, textOf]) => spreadsheetCell(textOf(paper))));
  return `${formatRows([[...TABLE_HEAD], ...rows], form === 'csv' ? ',' : '\t')}\n`;
}
