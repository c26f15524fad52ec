/** Writes the search index as the file that `index-file.ts` opens. */
import { ByteWriter, encodeText, zigzag } from '@/lib/domain/bytes';
import { writeSections } from '@/lib/domain/bytes/sections';
import { writeDictionary } from './dictionary';
import { HAS_CODE, HAS_RESULTS, INDEX_KIND } from './index-file';
import { MOST_VALUES } from './value-table';
import { loneWords, shortenNames } from './name-codes';
import type { PostedField } from './paper';
import { PostingsWriter, type Occurrences, type ValueRef } from './postings';
import { writeValueRefs } from './value-refs';
import { VALUE_KINDS, type Value } from './values';

/** What an index holds for each paper besides its words; every list has one item for each paper. */
export interface IndexColumns {
  readonly values: readonly Value[];
  /** Indexes of each paper's values, ascending. */
  readonly valuesOf: readonly (readonly number[])[];
  /** Days since 1970; 0 if the date is unknown. */
  readonly days: readonly number[];
  readonly hasCode: readonly boolean[];
  readonly hasResults: readonly boolean[];
  readonly comments: readonly number[];
  /** Number of words in a field, for the fields that at least one paper has. */
  readonly lengths: ReadonlyMap<PostedField, Uint16Array>;
}

const varints = (numbers: Iterable<number>): Uint8Array => {
  const writer = new ByteWriter();
  for (const number of numbers) writer.varint(number);
  return writer.finish();
};

const valueSection = (valuesOf: readonly (readonly number[])[]): Uint8Array => {
  const writer = new ByteWriter();
  for (const numbers of valuesOf) writer.varint(numbers.length);
  for (const numbers of valuesOf) {
    let last = 0;
    for (const number of numbers) {
      writer.varint(number - last);
      last = number;
    }
  }
  return writer.finish();
};

function* steps(numbers: Iterable<number>): Generator<number> {
  let last = 0;
  for (const number of numbers) {
    yield zigzag(number - last);
    last = number;
  }
}

/**
 * Writes an index. `listOf` is called once for each stem, in order, and may return the same object again.
 * Throws if there are more than 65,535 values; a pack has some hundreds.
 */
export const writeIndex = (
  columns: IndexColumns,
  stemOfWord: ReadonlyMap<string, string>,
  stems: Iterable<string>,
  listOf: (stem: string) => { readonly values: readonly ValueRef[]; readonly occurrences: Occurrences },
): Uint8Array<ArrayBuffer> => {
  const { values, valuesOf, days, hasCode, hasResults, comments, lengths } = columns;
  if (values.length > MOST_VALUES) throw new Error('too many tags, metrics, venues and categories');
  const dictionary = writeDictionary(stemOfWord, stems);
  const lone = loneWords(stemOfWord);
  const postings = new PostingsWriter(days.length);
  const refs = new Map<number, readonly ValueRef[]>();
  for (const [stem, number] of dictionary.listOf) {
    const list = listOf(stem);
    if (lone.has(stem)) shortenNames(list.occurrences);
    postings.add(list.occurrences);
    if (list.values.length > 0) refs.set(number, list.values);
  }
  const meta = {
    papers: days.length,
    values: VALUE_KINDS.map((kind) => values.filter((value) => value.kind === kind).map(({ text }) => text)),
  };
  const flags = hasCode.map((has, at) => (has ? HAS_CODE : 0) | (hasResults[at] === true ? HAS_RESULTS : 0));
  return writeSections(INDEX_KIND, [
    ['meta', encodeText(JSON.stringify(meta))],
    ['words', dictionary.words],
    ['entries', dictionary.entries],
    ...postings.finish(),
    ['refs', writeValueRefs(refs)],
    ['values', valueSection(valuesOf)],
    ['days', varints(steps(days))],
    ['flags', Uint8Array.from(flags)],
    ...(comments.some((count) => count > 0) ? ([['comments', varints(comments)]] as const) : []),
    ...[...lengths].map(([field, of]) => [`length:${field}`, varints(of)] as const),
  ]);
};
