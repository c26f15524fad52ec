/**
 * Parses one line of a pack's input: a record of a corpus (`id, title, abstract, authors, categories,
 * published, comment, code, upvotes`), or of arXiv's metadata snapshot as published (`id, title,
 * authors_parsed, abstract, categories, versions, comments, journal-ref, doi`).
 */
import { parseArxivId } from '@/lib/domain/arxiv-id';
import type { PaperId } from '@/lib/domain/arxiv-id';
import { isRecord } from '@/lib/domain/is-record';
import { foldSpace } from '@/lib/domain/text';

/** A paper as in the source; missing fields are empty. */
export interface SourceRecord {
  readonly id: PaperId;
  readonly title: string;
  readonly abstract: string;
  readonly authors: readonly string[];
  readonly categories: readonly string[];
  /** `YYYY-MM-DD`, or `YYYY-MM` if the day is unknown. */
  readonly published: string;
  readonly comments: string;
  readonly journal: string;
  readonly doi: string;
  /** Only for the selection: whether the source lists code, and upvotes on Hugging Face. */
  readonly hasCode: boolean;
  readonly upvotes: number;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? foldSpace(value) : '');
const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(textOf).filter((text) => text !== '') : [];

/** Converts `["Doe", "Jane", "Jr."]` to a name. */
const nameOf = (parts: unknown): string => {
  const [last = '', first = '', suffix = ''] = Array.isArray(parts) ? parts.map(textOf) : [];
  return foldSpace(`${first} ${last} ${suffix}`);
};

const authorsOf = (record: Readonly<Record<string, unknown>>): string[] =>
  Array.isArray(record['authors_parsed'])
    ? record['authors_parsed'].map(nameOf).filter((name) => name !== '')
    : textsOf(record['authors']);

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The date of the first version, from "Mon, 2 Apr 2007 19:18:42 GMT". */
const firstVersion = (versions: unknown): string => {
  const first: unknown = Array.isArray(versions) ? versions[0] : undefined;
  const created = isRecord(first) ? textOf(first['created']) : '';
  const [, day, name, year] = /\b(\d{1,2}) ([A-Z][a-z]{2}) (\d{4})\b/.exec(created) ?? [];
  const month = MONTHS.indexOf(name ?? '') + 1;
  return year === undefined || month === 0
    ? ''
    : `${year}-${String(month).padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
};

/** The month in an arXiv id (https://info.arxiv.org/help/arxiv_identifier.html). */
const monthOf = (id: string): string => {
  const [, year = '', month = ''] = /(\d\d)(\d\d)/.exec(id) ?? [];
  return `${Number(year) > 90 ? '19' : '20'}${year}-${month}`;
};

const publishedOf = (record: Readonly<Record<string, unknown>>, id: string): string => {
  const stated = textOf(record['published']) || firstVersion(record['versions']);
  return /^\d{4}-\d\d(?:-\d\d)?$/.test(stated) ? stated : monthOf(id);
};

/** Parses one line's value; returns what is wrong as a string. */
export const readSourceRecord = (value: unknown): SourceRecord | string => {
  if (!isRecord(value)) return 'not an object';
  const id = parseArxivId(textOf(value['id']))?.id;
  if (id === undefined) return `"${textOf(value['id']).slice(0, 40)}" is no arXiv id`;
  const title = textOf(value['title']);
  const abstract = textOf(value['abstract']);
  if (title === '' || abstract === '') return `${id} has no ${title === '' ? 'title' : 'abstract'}`;
  const categories =
    typeof value['categories'] === 'string'
      ? textOf(value['categories']).split(' ').filter(Boolean)
      : textsOf(value['categories']);
  return {
    id,
    title,
    abstract,
    authors: authorsOf(value),
    categories,
    published: publishedOf(value, id),
    comments: textOf(value['comments']) || textOf(value['comment']),
    journal: textOf(value['journal-ref']),
    doi: textOf(value['doi']).split(' ')[0] ?? '',
    hasCode: textsOf(value['code']).length > 0,
    upvotes: typeof value['upvotes'] === 'number' ? value['upvotes'] : 0,
  };
};
