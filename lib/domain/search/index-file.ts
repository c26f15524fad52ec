/**
 * The search index as one file that is used without unpacking: dictionary, postings, and columns by paper.
 * Ids are not in it, since a pack has them in a file of their own in the same order.
 */
import {
  ByteWriter,
  decodeText,
  encodeText,
  readAllVarints,
  readVarintAt,
  skipVarint,
  unzigzag,
  zigzag,
} from '@/lib/domain/bytes';
import { readSections, writeSections, type Sections } from '@/lib/domain/bytes/sections';
import type { TagDefinition } from '../paper';
import { openDictionary, writeDictionary, type Dictionary } from './dictionary';
import type { IdList } from './ids';
import { POSTED_FIELDS, type PostedField } from './paper';
import { ValueRefs, writeValueRefs } from './value-refs';
import { openPostings, PostingsWriter, type Occurrences, type Postings, type ValueRef } from './postings';
import { VALUE_KINDS, type Value, type ValueTable } from './values';

/** Raised with every change of the format; files of other formats are refused. */
const INDEX_FORMAT = 1;
const KIND = { mark: 'SLSX', format: INDEX_FORMAT };

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

/** An opened index. Papers are numbered in the order of `ids`. */
export interface SearchIndex {
  readonly ids: IdList;
  /** Number of papers. */
  readonly size: number;
  readonly dictionary: Dictionary;
  readonly postings: Postings;
  /** By list, the values whose text contains the stem. */
  readonly refs: ValueRefs;
  readonly table: ValueTable;
  /** Days since 1970; 0 if the date is unknown. */
  readonly days: Uint16Array;
  /** A bit set: 1 has code, 2 has results. */
  readonly flags: Uint8Array;
  readonly comments: Uint16Array;
  /**
   * Number of words in a field by paper, given the field's number; undefined if no paper has the field.
   * Decoded at the first call.
   */
  readonly lengthsOf: (field: number) => Uint16Array | undefined;
  /** The taxonomy's tags by id. */
  readonly tags: ReadonlyMap<string, TagDefinition>;
}

/** Bits of `SearchIndex.flags`. */
export const HAS_CODE = 1;
export const HAS_RESULTS = 2;

const MOST_VALUES = 0xffff;

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
  const postings = new PostingsWriter(days.length);
  const refs = new Map<number, readonly ValueRef[]>();
  for (const [stem, number] of dictionary.listOf) {
    const list = listOf(stem);
    postings.add(list.occurrences);
    if (list.values.length > 0) refs.set(number, list.values);
  }
  const meta = {
    papers: days.length,
    values: VALUE_KINDS.map((kind) => values.filter((value) => value.kind === kind).map(({ text }) => text)),
  };
  const flags = hasCode.map((has, at) => (has ? HAS_CODE : 0) | (hasResults[at] === true ? HAS_RESULTS : 0));
  return writeSections(KIND, [
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

interface Meta {
  readonly papers: number;
  readonly values: readonly Value[];
}

const readMeta = (bytes: Uint8Array): Meta | undefined => {
  let meta: unknown;
  try {
    meta = JSON.parse(decodeText(bytes));
  } catch {
    // Invalid JSON means a damaged file, which the caller reports.
    return undefined;
  }
  if (typeof meta !== 'object' || meta === null || !('papers' in meta) || !('values' in meta))
    return undefined;
  const { papers, values } = meta;
  if (typeof papers !== 'number' || !Array.isArray(values)) return undefined;
  const read = VALUE_KINDS.flatMap((kind, at) => {
    const texts: unknown = values[at];
    return Array.isArray(texts)
      ? texts.flatMap((text: unknown) => (typeof text === 'string' ? [{ kind, text }] : []))
      : [];
  });
  return { papers, values: read };
};

const EMPTY = new Uint8Array(0);

/**
 * Reads the columns of an index; `isSound` becomes false if one is too short or has a number that is too
 * large.
 */
class ColumnReader {
  isSound = true;
  readonly #sections: Sections;
  readonly #size: number;

  constructor(sections: Sections, size: number) {
    this.#sections = sections;
    this.#size = size;
  }

  #coded(name: string): Uint32Array {
    const coded = readAllVarints(this.#sections.get(name) ?? EMPTY, this.#size);
    if (coded === undefined) this.isSound = false;
    return coded ?? new Uint32Array(this.#size);
  }

  numbers(name: string): Uint16Array {
    return new Uint16Array(this.#coded(name));
  }

  /** Reads a column of delta-coded numbers. */
  steps(name: string): Uint16Array {
    const bytes = this.#sections.get(name) ?? EMPTY;
    const column = new Uint16Array(this.#size);
    let [at, last] = [0, 0];
    for (let place = 0; place < column.length; place += 1) {
      const byte = bytes[at] ?? 0;
      last += unzigzag(byte < 128 ? byte : (readVarintAt(bytes, at) ?? 0));
      at = byte < 128 ? at + 1 : skipVarint(bytes, at);
      column[place] = last;
    }
    if (at !== bytes.length) this.isSound = false;
    return column;
  }

  /** Field lengths, decoded on demand, since ranking needs few of them. */
  lengths(): SearchIndex['lengthsOf'] {
    const known = new Map<number, Uint16Array>();
    return (field) => {
      const name = `length:${POSTED_FIELDS[field] ?? ''}`;
      if (!this.#sections.has(name)) return undefined;
      const lengths = known.get(field) ?? this.numbers(name);
      known.set(field, lengths);
      return lengths;
    };
  }

  values(values: readonly Value[]): ValueTable {
    const bytes = this.#sections.get('values') ?? EMPTY;
    const size = this.#size;
    const count = values.length;
    const starts = new Uint32Array(size + 1);
    let [at, total] = [0, 0];
    for (let paper = 0; paper < size && at < bytes.length; paper += 1) {
      const byte = bytes[at] ?? 0;
      total += byte < 128 ? byte : (readVarintAt(bytes, at) ?? 0);
      at = byte < 128 ? at + 1 : skipVarint(bytes, at);
      starts[paper + 1] = total;
    }
    // Each takes a byte at least, so a wrong count is refused before memory is allocated.
    if (size > bytes.length || total > bytes.length - at) this.isSound = false;
    const numbers = new Uint16Array(this.isSound ? total : 0);
    for (let paper = 0; paper < size && this.isSound; paper += 1) {
      let value = 0;
      const end = starts[paper + 1] ?? 0;
      for (let slot = starts[paper] ?? 0; slot < end; slot += 1) {
        const byte = bytes[at] ?? 0;
        if (byte < 128) {
          value += byte;
          at += 1;
        } else {
          value += readVarintAt(bytes, at) ?? MOST_VALUES;
          at = skipVarint(bytes, at);
        }
        numbers[slot] = value;
        if (value >= count) this.isSound = false;
      }
    }
    if (at !== bytes.length) this.isSound = false;
    return { values, starts, numbers };
  }
}

/** An opened index, or a sentence that says why there is none. */
export type IndexResult =
  { readonly ok: true; readonly index: SearchIndex } | { readonly ok: false; readonly message: string };

const fail = (message: string): IndexResult => ({
  ok: false,
  message: `The search index cannot be read: ${message}.`,
});

/**
 * Opens what `writeIndex` wrote, for papers with these ids in the same order. Never throws. `unsummed` as in
 * `readSections`: damaged bytes may then match wrong words, but never give a paper that does not exist.
 */
export const openSearchIndex = (
  bytes: Uint8Array,
  ids: IdList,
  taxonomy: readonly TagDefinition[],
  unsummed = false,
): IndexResult => {
  const read = readSections(bytes, KIND, unsummed);
  if (!read.ok) return fail(read.message);
  const { sections } = read;
  const meta = readMeta(sections.get('meta') ?? EMPTY);
  if (meta?.papers !== ids.size) return fail('it is of other papers');
  const dictionary = openDictionary(sections.get('words') ?? EMPTY, sections.get('entries') ?? EMPTY);
  if (dictionary === undefined) return fail('its words are damaged');
  const columns = new ColumnReader(sections, ids.size);
  const postings = openPostings(sections, dictionary.codes.lists, ids.size);
  const refs = ValueRefs.open(sections.get('refs') ?? EMPTY, dictionary.codes.lists, meta.values.length);
  if (postings === undefined || refs === undefined) return fail('its postings are damaged');
  const flags = sections.get('flags') ?? EMPTY;
  const tags = new Map(taxonomy.map((tag) => [tag.id, tag]));
  const index: SearchIndex = {
    ids,
    size: ids.size,
    dictionary,
    postings,
    refs,
    table: columns.values(meta.values),
    days: columns.steps('days'),
    flags,
    comments: sections.has('comments') ? columns.numbers('comments') : new Uint16Array(ids.size),
    lengthsOf: columns.lengths(),
    tags,
  };
  const isSound = columns.isSound && flags.length === ids.size;
  return isSound ? { ok: true, index } : fail('its columns are damaged');
};
