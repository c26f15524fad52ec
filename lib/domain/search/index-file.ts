/**
 * The search index as one file that is used without unpacking: dictionary, postings, and columns by paper.
 * Ids are not in it, since a pack has them in a file of their own in the same order. `write-index.ts` writes it.
 */
import { readAllVarints, readVarintAt, skipVarint, unzigzag } from '@/lib/domain/bytes';
import { readSections, type Sections } from '@/lib/domain/bytes/sections';
import type { TagDefinition } from '../paper';
import { openDictionary, type Dictionary } from './dictionary';
import type { IdList } from './ids';
import { POSTED_FIELDS } from './paper';
import { ValueRefs } from './value-refs';
import { openPostings, type Postings } from './posting-lists';
import type { FileSession } from './parts-in-file';
import { readIndexMeta, readValueTable } from './value-table';
import type { ValueTable } from './values';

/** Raised with every change of the format; files of later formats are refused. */
const INDEX_FORMAT = 2;
/** The format since which the codes of words in names say which word it is (`name-codes.ts`). */
const NAME_CODES_SINCE = 2;
/** How the file begins. */
export const INDEX_KIND = { mark: 'SLSX', format: INDEX_FORMAT, since: 1 };

/** An opened index. Papers are numbered in the order of `ids`. */
export interface SearchIndex {
  readonly ids: IdList;
  /** Number of papers. */
  readonly size: number;
  readonly dictionary: Dictionary;
  readonly postings: Postings;
  /** False in files of the first format: there an author's name is known by the stems of its words only. */
  readonly hasNameCodes: boolean;
  /** Set if its largest parts stay in their file: begins what one query reads (`search-in-file.ts`). */
  readonly startSession?: (() => FileSession) | undefined;
  /** Set if `startSession` is: whether something was asked for that was not read, so that what was found is not complete. */
  readonly lacks?: (() => boolean) | undefined;
  /** By list, the values whose text contains the stem. */
  readonly refs: ValueRefs;
  readonly table: ValueTable;
  /** Days since 1970; 0 if the date is unknown. */
  readonly days: Uint16Array;
  /** A bit set: 1 has code, 2 has results. */
  readonly flags: Uint8Array;
  /** Empty if no paper has any. */
  readonly comments: Uint16Array;
  /**
   * Number of words in a field by paper, given the field's number; undefined if no paper has the field.
   * Decoded at the first call.
   */
  readonly lengthsOf: (field: number) => Uint16Array | undefined;
  /**
   * Set if memory matters more than time: frees tables and texts that are decoded again when they are needed. To be
   * called after a query.
   */
  readonly free?: (() => void) | undefined;
  /** The taxonomy's tags by id. */
  readonly tags: ReadonlyMap<string, TagDefinition>;
}

/** Bit of `SearchIndex.flags`: the paper has a link to code. */
export const HAS_CODE = 1;
/** Bit of `SearchIndex.flags`: the paper has reported numbers. */
export const HAS_RESULTS = 2;

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
}

/** Field lengths, decoded on demand, since ranking needs few of them. */
export const lengthsIn = (sections: Sections, size: number): SearchIndex['lengthsOf'] => {
  // Only these sections: if each has bytes of its own, the others can be freed.
  const coded = POSTED_FIELDS.map((field) => sections.get(`length:${field}`));
  const known = new Map<number, Uint16Array>();
  return (field) => {
    const bytes = coded[field];
    if (bytes === undefined) return undefined;
    const lengths =
      known.get(field) ?? Uint16Array.from(readAllVarints(bytes, size) ?? new Uint32Array(size));
    known.set(field, lengths);
    return lengths;
  };
};

/** An opened index, or a sentence that says why there is none. */
export type IndexResult =
  { readonly ok: true; readonly index: SearchIndex } | { readonly ok: false; readonly message: string };

/** The reason why there is no index, as a sentence. */
export const failIndex = (message: string): IndexResult => ({
  ok: false,
  message: `The search index cannot be read: ${message}.`,
});

/** Opens the postings of this many lists; undefined if they are damaged. */
type OpenPostings = (lists: number) => Postings | undefined;

/** Opens an index from its sections other than those of the postings. */
export const openIndexSections = (
  { sections, format }: { readonly sections: Sections; readonly format: number },
  ids: IdList,
  taxonomy: readonly TagDefinition[],
  open: OpenPostings,
): IndexResult => {
  const meta = readIndexMeta(sections.get('meta') ?? EMPTY);
  if (meta?.papers !== ids.size) return failIndex('it is of other papers');
  const dictionary = openDictionary(sections.get('words') ?? EMPTY, sections.get('entries') ?? EMPTY);
  if (dictionary === undefined) return failIndex('its words are damaged');
  const columns = new ColumnReader(sections, ids.size);
  const table = readValueTable(sections.get('values') ?? EMPTY, ids.size, meta.values);
  const postings = open(dictionary.codes.lists);
  const refs = ValueRefs.open(sections.get('refs') ?? EMPTY, dictionary.codes.lists, meta.values.length);
  if (postings === undefined || refs === undefined) return failIndex('its postings are damaged');
  const flags = sections.get('flags') ?? EMPTY;
  const [days, comments] = [
    columns.steps('days'),
    sections.has('comments') ? columns.numbers('comments') : new Uint16Array(0),
  ];
  if (!columns.isSound || table === undefined || flags.length !== ids.size)
    return failIndex('its columns are damaged');
  const tags = new Map(taxonomy.map((tag) => [tag.id, tag]));
  const index: SearchIndex = {
    ids,
    size: ids.size,
    dictionary,
    postings,
    hasNameCodes: format >= NAME_CODES_SINCE,
    refs,
    table,
    days,
    flags,
    comments,
    lengthsOf: lengthsIn(sections, ids.size),
    tags,
  };
  return { ok: true, index };
};

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
  const read = readSections(bytes, INDEX_KIND, unsummed);
  if (!read.ok) return failIndex(read.message);
  const { sections } = read;
  return openIndexSections(read, ids, taxonomy, (lists) => openPostings(sections, lists, ids.size));
};
