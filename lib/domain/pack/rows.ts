/** Turns a pack's records into what lists, panels and start screens show. */
import type { Annotation } from '@/lib/domain/annotation';
import { isRecord } from '@/lib/domain/is-record';
import type { TagDefinition } from '@/lib/domain/paper';
import type { Provenance } from '@/lib/domain/provenance';
import type { PaperRow, StoreStart, TagCount } from '@/lib/domain/store';
import { BROWSED, labelOf, rowOf } from '@/lib/domain/store/rows';
import { plainTitle } from './plain-title';
import type { PackRecord } from './record';

/** A record as a row of a list. */
export const rowOfRecord = (record: PackRecord, provenance: Provenance): PaperRow => {
  const { authors, venue } = record;
  const names = authors.length > 0 ? { names: authors } : undefined;
  return rowOf({ ...record, authors: names, venue: venue || undefined, provenance });
};

/** A record as the panel shows it; related papers are asked for separately. */
export const annotationOf = (
  record: PackRecord,
  provenance: Provenance,
  findTag: (id: string) => TagDefinition | undefined,
): Annotation => ({
  id: record.id,
  provenance,
  title: record.title,
  authors: record.authors.length > 0 ? { names: record.authors } : undefined,
  published: record.published,
  venue: record.venue || undefined,
  doi: record.doi || undefined,
  categories: record.categories,
  summary: '',
  tags: record.tags.map(findTag).filter((tag) => tag !== undefined),
  results: record.results,
  links: record.links,
  withdrawn: false,
});

/**
 * The content of `start.json`: topics as ids with counts, most frequent first, and the newest papers as rows.
 */
export interface StartFile {
  readonly topics: readonly (readonly [tag: string, count: number])[];
  readonly newest: readonly PaperRow[];
}

const isRow = (value: unknown): value is PaperRow =>
  isRecord(value) &&
  typeof value['id'] === 'string' &&
  typeof value['title'] === 'string' &&
  typeof value['hasCode'] === 'boolean' &&
  Array.isArray(value['tags']);

/** Reads the text of `start.json`; empty lists if it is damaged, since the search works without it. */
export const parseStart = (
  text: string,
  limits: { readonly topics: number; readonly newest: number },
  findTag: (id: string) => TagDefinition | undefined,
): StoreStart => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Invalid JSON means a damaged file: nothing is shown before the first query.
    value = undefined;
  }
  if (!isRecord(value) || !Array.isArray(value['topics']) || !Array.isArray(value['newest']))
    return { topics: [], newest: [] };
  const topics = value['topics'].flatMap((entry: unknown): TagCount[] => {
    const [id, count]: unknown[] = Array.isArray(entry) ? entry : [];
    const tag = typeof id === 'string' ? findTag(id) : undefined;
    return tag && BROWSED.includes(tag.facet) && typeof count === 'number'
      ? [{ tag: labelOf(tag), count }]
      : [];
  });
  return {
    topics: topics.slice(0, limits.topics),
    newest: value['newest']
      .filter(isRow)
      .slice(0, limits.newest)
      .map((row) => ({ ...row, title: plainTitle(row.title) })),
  };
};
