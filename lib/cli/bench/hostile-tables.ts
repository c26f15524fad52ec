/**
 * How long it takes to read hostile tables: ten thousand columns, spans of 65,534, nested tables, more cells
 * than the limit. Compares the CPU time for reading them with the time that jsdom needs to parse the page.
 * Exits with 1 if one takes longer, or if anything is read as a result.
 *
 *   npx tsx lib/cli/bench/hostile-tables.ts
 */
import { JSDOM } from 'jsdom';
import { readTables, type PaperTable } from '@/lib/domain/tables';
import { tables as reader } from '@/lib/sites/latexml-tables';
import { cpuOf } from './cpu-time';

const cell = (text: string, spans = ''): string => `<td class="ltx_td"${spans}>${text}</td>`;
const row = (cells: string): string => `<tr class="ltx_tr">${cells}</tr>`;
const table = (rows: string): string => `<table class="ltx_tabular"><tbody>${rows}</tbody></table>`;
const nested = (depth: number): string => (depth === 0 ? '1.5' : table(row(cell(nested(depth - 1)))));
const numbers = (count: number): string => Array.from({ length: count }, (_, at) => cell(`${at}.5`)).join('');

const HOSTILE: readonly (readonly [name: string, html: string])[] = [
  ['10,000 columns', table(row(numbers(10_000)) + row(numbers(10_000)))],
  [
    'spans of 65,534 both ways',
    table(row(cell('1.5', ' rowspan="65534" colspan="65534"')) + row(cell('2.5'))),
  ],
  ['200 cells that each span 65,534 rows', table(row(numbers(200).replaceAll('<td', '<td rowspan="65534"')))],
  ['tables 300 deep in each other', table(row(cell(nested(300))))],
  ['41,001 rows', table(row(cell('1.5')).repeat(41_001))],
  [
    'rows that overlap',
    table(row(cell('a', ' rowspan="3"') + cell('1.5')) + row(numbers(9)) + row(numbers(2))),
  ],
  ['one cell of a million letters', table(row(cell('Ours')) + row(cell('9.9 ± '.repeat(170_000))))],
  ['301 tables', table(row(numbers(3))).repeat(301)],
];

function readAll(document: Document): readonly PaperTable[] {
  const referrals = reader.findReferrals(document);
  const sources = reader.findTables(document).map((each) => reader.readTable(each, referrals).source);
  return readTables(sources, { title: '', abstract: '' });
}

console.log('hostile tables: milliseconds of CPU to parse and to read, and what was made of them');
for (const [name, html] of HOSTILE) {
  let document: Document | undefined;
  const parsing = cpuOf(() => {
    document = new JSDOM(`<article class="ltx_document">${html}</article>`).window.document;
  });
  let read: readonly PaperTable[] = [];
  const reading = cpuOf(() => {
    read = document ? readAll(document) : [];
  });
  const results = read.filter(({ kind }) => kind === 'results').length;
  const unreadable = read.filter(({ kind }) => kind === 'unreadable').length;
  console.log(
    `  ${name.padEnd(38)} ${parsing.toFixed(0).padStart(5)} ${reading.toFixed(0).padStart(5)}   ${read.length} tables, ${unreadable} unreadable, ${results} of results`,
  );
  if (results > 0 || reading > Math.max(500, 2 * parsing)) process.exitCode = 1;
}
