/**
 * Formats a citation as RIS, the exchange format of reference managers: on each line a tag of two characters,
 * two spaces, a hyphen, a space and a value, with Windows line breaks
 * (https://en.wikipedia.org/wiki/RIS_(file_format)).
 */
import type { Citable } from './citable';
import { cslItem, type CslItem, type CslName } from './csl';

/** The format has no type for preprints; Zotero, Mendeley and EndNote understand `UNPB`. */
const TYPES: Readonly<Record<CslItem['type'], string>> = {
  'article-journal': 'JOUR',
  'paper-conference': 'CONF',
  article: 'UNPB',
};

/** "King, Martin Luther, Jr."; commas in a group's name are removed, since they would split it. */
function risName(name: CslName): string {
  if ('literal' in name) return name.literal.replaceAll(/,\s*/g, ' ');
  const { family, given = '', suffix } = name;
  const parts = suffix === undefined ? [family, given] : [family, given, suffix];
  return parts
    .map((part) => part.replaceAll(/,\s*/g, ' '))
    .join(', ')
    .replace(/, $/, '');
}

/** "2024/07/11/": year, month and day; the fourth part, free text, is empty. */
function risDate(parts: readonly number[]): string {
  const [year, month = '', day = ''] = parts.map((part) => String(part).padStart(2, '0'));
  return `${year}/${month}/${day}/`;
}

/** The record; each line ends with a line break. */
export function formatRis(paper: Citable, version?: number, key?: string): string {
  const item = cslItem(paper, version, key);
  const [date] = item.issued?.['date-parts'] ?? [];
  const [first, last] = item.page?.split('-') ?? [];
  const lines: readonly (readonly [tag: string, value: string | undefined])[] = [
    ['ID', item.id],
    ['TI', item.title],
    ...(item.author ?? []).map((name) => ['AU', risName(name)] as const),
    ['PY', date?.[0]?.toString()],
    ['DA', date && risDate(date)],
    ['T2', item['container-title']],
    // The proceedings; T2 names the meeting, and in a citation these are the same.
    ['C3', item.type === 'paper-conference' ? item['container-title'] : undefined],
    ['VL', item.volume],
    ['IS', item.issue],
    ['SP', first],
    ['EP', last],
    ['PB', item.publisher],
    ['DO', item.DOI],
    ['UR', item.URL],
    ['DB', item.archive],
    ['AN', `arXiv:${item.archive_location}`],
    ...(paper.categories ?? []).map((category) => ['KW', category] as const),
    ['N1', item.note],
  ];
  const written = lines.flatMap(([tag, value]) => (value ? [`${tag}  - ${value}\r\n`] : []));
  return `TY  - ${TYPES[item.type]}\r\n${written.join('')}ER  - \r\n`;
}
