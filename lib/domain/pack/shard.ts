/**
 * A shard: the records of some hundred papers, one column for each field. Whatever happens to its bytes,
 * reading returns the papers that were written, or fails.
 */
import { parseArxivId } from '@/lib/domain/arxiv-id';
import { ByteWriter, crc32, decodeText, encodeText, readAllVarints } from '@/lib/domain/bytes';
import { readSections, writeSections } from '@/lib/domain/bytes/sections';
import { isStrings } from '@/lib/domain/paper-guards';
import { linkKind, parseLink } from '@/lib/domain/links';
import { openLines, openSparse } from './columns';
import type { SparseReader } from './columns';
import { plainTitle } from './plain-title';
import type { PackRecord } from './record';
import { decodeResult, encodeResult } from './result-code';

/** Raised with every change of the format. */
const SHARD_FORMAT = 1;
const KIND = { mark: 'SLSR', format: SHARD_FORMAT };
const SCHEME = 'https://';
const EMPTY = new Uint8Array(0);

const json = (value: unknown): Uint8Array => encodeText(JSON.stringify(value));
const lines = (texts: readonly string[]): Uint8Array => encodeText(texts.join('\n'));
const varints = (numbers: readonly number[]): Uint8Array => {
  const writer = new ByteWriter();
  for (const number of numbers) writer.varint(number);
  return writer.finish();
};

/** A checksum of the ids, which the shard does not contain, so that it is not read for other papers. */
const sumOf = (ids: readonly string[]): number => crc32(encodeText(ids.join('\n')));

/** Numbers repeated texts in the order of first use. */
const numberTexts = (texts: readonly string[]): { table: string[]; numbers: number[] } => {
  const table = [...new Set(texts)];
  const places = new Map(table.map((text, number) => [text, number]));
  return { table, numbers: texts.map((text) => places.get(text) ?? 0) };
};

/** A column of a field that few papers have: `[place, ...]` for those that have it. */
const sparse = (records: readonly PackRecord[], of: (record: PackRecord) => unknown): unknown[] =>
  records.flatMap((record, place) => {
    const value = of(record);
    return value === undefined ? [] : [[place, value]];
  });

/**
 * Writes the records of a shard; `tags` is the pack's list of tags. No text may contain a line break or tab.
 */
export const writeShard = (
  records: readonly PackRecord[],
  tags: readonly string[],
): Uint8Array<ArrayBuffer> => {
  const tagNumbers = new Map(tags.map((id, number) => [id, number]));
  const categories = numberTexts(records.map((record) => record.categories.join(' ')));
  const tagLists = records.map((record) => record.tags.map((id) => tagNumbers.get(id) ?? 0));
  const results = sparse(records, (record) =>
    record.results.length > 0 ? record.results.map(encodeResult) : undefined,
  );
  const urls = sparse(records, ({ links }) =>
    links.length > 0 ? links.map(({ url }) => url.slice(SCHEME.length)) : undefined,
  );
  return writeSections(KIND, [
    ['head', json([records.length, sumOf(records.map(({ id }) => id))])],
    ['titles', lines(records.map(({ title }) => title))],
    ['authors', lines(records.map(({ authors }) => authors.join('\t')))],
    ['days', lines(records.map(({ published }) => published))],
    ['categories', lines(categories.table)],
    ['category', varints(categories.numbers)],
    ['tagged', varints(tagLists.map(({ length }) => length))],
    ['tags', varints(tagLists.flat())],
    ['results', json(results)],
    ['links', json(urls)],
    ['venues', json(sparse(records, ({ venue }) => venue || undefined))],
    ['dois', json(sparse(records, ({ doi }) => doi || undefined))],
  ]);
};

const readText = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const readResults = (value: unknown): PackRecord['results'] | undefined => {
  if (!Array.isArray(value)) return undefined;
  const results = value.flatMap((item: unknown) => decodeResult(item) ?? []);
  return results.length === value.length ? results : undefined;
};

const readLinks = (value: unknown): PackRecord['links'] | undefined => {
  if (!isStrings(value)) return undefined;
  // A pack is untrusted, so its addresses pass the same rules as any other.
  const urls = value.flatMap((rest) => parseLink(SCHEME + rest) ?? []);
  return urls.length === value.length
    ? urls.map((url) => ({ kind: linkKind(url), url, official: true }))
    : undefined;
};

const DAY = /^\d{4}-\d\d(?:-\d\d)?$/;

/** The decoded item of a column for a paper; `none` if it has none, undefined if it cannot be read. */
const valueAt = <T>(
  column: SparseReader,
  place: number,
  none: T,
  read: (item: unknown) => T | undefined,
): T | undefined => {
  const said = column(place);
  return said === 'nothing' ? none : said && read(said.value);
};

const isHead = (bytes: Uint8Array | undefined, ids: readonly string[]): boolean => {
  const text = decodeText(bytes ?? EMPTY);
  return text === JSON.stringify([ids.length, sumOf(ids)]);
};

/**
 * Returns the record at a place of a shard; undefined if there is none or it cannot be read. Never throws.
 */
export type ShardReader = (place: number) => PackRecord | undefined;

/**
 * Opens a shard for papers with these ids in this order; undefined if it cannot be read. Never throws. Only
 * requested records are decoded, since the rows of a list are spread over many shards.
 */
export const openShard = (
  bytes: Uint8Array,
  ids: readonly string[],
  tags: readonly string[],
): ShardReader | undefined => {
  const opened = readSections(bytes, KIND);
  if (!opened.ok) return undefined;
  const section = (name: string): Uint8Array => opened.sections.get(name) ?? EMPTY;
  if (!isHead(opened.sections.get('head'), ids)) return undefined;
  const [titles, authors, days] = ['titles', 'authors', 'days'].map((name) =>
    openLines(section(name), ids.length),
  );
  const table = decodeText(section('categories')).split('\n');
  const category = readAllVarints(section('category'), ids.length);
  const counts = readAllVarints(section('tagged'), ids.length);
  const starts = [0];
  for (const count of counts ?? []) starts.push((starts.at(-1) ?? 0) + count);
  const tagNumbers = readAllVarints(section('tags'), starts.at(-1) ?? 0);
  const [results, links, venues, dois] = ['results', 'links', 'venues', 'dois'].map((name) =>
    openSparse(section(name), ids.length),
  );
  if (!titles || !authors || !days || !category || !counts || !tagNumbers) return undefined;
  if (!results || !links || !venues || !dois) return undefined;
  return (place) => {
    const id = parseArxivId(ids[place] ?? '')?.id;
    const published = days(place);
    const read = {
      results: valueAt(results, place, [], readResults),
      links: valueAt(links, place, [], readLinks),
      venue: valueAt(venues, place, '', readText),
      doi: valueAt(dois, place, '', readText),
    };
    if (id === undefined || !read.results || !read.links || !DAY.test(published)) return undefined;
    if (read.venue === undefined || read.doi === undefined) return undefined;
    return {
      id,
      title: plainTitle(titles(place)),
      authors: authors(place)
        .split('\t')
        .filter((name) => name !== ''),
      published,
      categories: (table[category[place] ?? 0] ?? '').split(' ').filter((name) => name !== ''),
      tags: Array.from(tagNumbers.subarray(starts[place], starts[place + 1])).flatMap(
        (number) => tags[number] ?? [],
      ),
      results: read.results,
      links: read.links,
      venue: read.venue,
      doi: read.doi,
    };
  };
};

/** All records of a shard; undefined if one cannot be read. Never throws. */
export const readShard = (
  bytes: Uint8Array,
  ids: readonly string[],
  tags: readonly string[],
): PackRecord[] | undefined => {
  const read = openShard(bytes, ids, tags);
  const records = ids.flatMap((_, place) => read?.(place) ?? []);
  return read && records.length === ids.length ? records : undefined;
};
