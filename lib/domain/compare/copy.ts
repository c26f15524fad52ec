/** A comparison as text for other programs: a Markdown table, or rows of a spreadsheet. */
import { formatLink } from '@/lib/domain/cite/citable';
import { escapeMarkdown } from '@/lib/domain/cite/markdown';
import { spreadsheetCell } from '@/lib/domain/cite/table';
import { joinParts, valueParts } from '@/lib/domain/describe/figure';
import { plainMath } from '@/lib/domain/describe/math';
import { formatRows } from '@/lib/domain/text/rows';
import type { ComparedFacts, Comparison, ComparedValue, ComparisonRow } from '.';

/** The formats in which a comparison can be copied, in the order of their buttons. */
export const COMPARISON_FORMS = ['markdown', 'tsv'] as const;
/** One of these formats. */
export type ComparisonForm = (typeof COMPARISON_FORMS)[number];

const valueOf = ({ result, isBest, table }: ComparedValue): string =>
  [
    joinParts(valueParts(result)),
    isBest ? '(best)' : '',
    result.role === 'own' ? '' : `(${result.system ?? 'compared'})`,
    table === undefined ? '' : `(Table ${table})`,
  ]
    .filter(Boolean)
    .join(' ');

const headOf = ({ metric, better, data, split, target }: ComparisonRow): string =>
  [metric, better && `(${better} is better)`, [data, split, target].filter(Boolean).join(', ')]
    .filter(Boolean)
    .join(' ');

const codeOf = ({ links }: ComparedFacts): string => links.find(({ kind }) => kind === 'code')?.url ?? '';

/** The facts below the numbers, by the name of the row. */
const factsOf = (
  labelOf: (tag: string) => string,
): readonly (readonly [string, (paper: ComparedFacts) => string])[] => [
  ['Published', ({ published = '' }) => published],
  ['Version read', ({ readVersion }) => (readVersion === undefined ? '' : `v${readVersion}`)],
  ['Code', codeOf],
  ['Tags', ({ tags }) => tags.map(labelOf).join(', ')],
  ['Address', ({ id, readVersion }) => formatLink(id, readVersion)],
];

/** Addresses are not escaped, since the links would break. */
const markdownCell = (text: string): string =>
  /^https?:\/\/[^\s|<>]+$/.test(text) ? text : escapeMarkdown(text);

function formatMarkdown(rows: readonly (readonly string[])[]): string {
  const [head = [], ...rest] = rows.map((row) => `| ${row.map(markdownCell).join(' | ')} |`);
  const rule = `| ${(rows[0] ?? []).map(() => '---').join(' | ')} |`;
  return [head, rule, ...rest].join('\n');
}

/** The comparison in one format, with facts about each paper below its numbers. Ends with a line break. */
export function formatComparison(
  papers: readonly ComparedFacts[],
  { rows }: Comparison,
  { form, labelOf }: { readonly form: ComparisonForm; readonly labelOf: (tag: string) => string },
): string {
  const table = [
    ['Metric and data', ...papers.map(({ title, id }) => plainMath(title || id))],
    ...rows.map((row) => [headOf(row), ...row.cells.map((values) => values.map(valueOf).join('; '))]),
    ...factsOf(labelOf).map(([name, textOf]) => [name, ...papers.map(textOf)]),
  ];
  const sheet = (): readonly (readonly string[])[] => table.map((row) => row.map(spreadsheetCell));
  return `${form === 'markdown' ? formatMarkdown(table) : formatRows(sheet(), '\t')}\n`;
}
