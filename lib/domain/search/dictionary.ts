/**
 * The words of an index and their stems: sorted, front-coded in blocks of sixteen of which only the first entry is
 * stored whole, and read from the bytes without unpacking. A stem that no text has as a word ("gener" of
 * "generation") is an entry too, so that one table holds both. Postings lists are numbered in the order of stems.
 */
import { ByteReader, ByteWriter, decodeText, encodeText } from '@/lib/domain/bytes';
import { BLOCK, EntryCodes, writeEntryCode } from './entry-codes';

/** Longer words are not indexed, since nobody searches for them. */
export const LONGEST_WORD = 64;

/** An opened dictionary. Entries are numbered in the order of their texts (by UTF-16 code unit). */
export interface Dictionary {
  /** Number of entries. */
  readonly size: number;
  /** Which list each entry leads to. */
  readonly codes: EntryCodes;
  readonly bytes: Uint8Array;
  readonly blocks: Uint32Array;
  /** The first entry of each block, once it has been decoded. */
  readonly heads: (string | undefined)[];
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const shared = (a: string, b: string): number => {
  let length = 0;
  while (length < a.length && a.charCodeAt(length) === b.charCodeAt(length)) length += 1;
  // Surrogate pairs are not split.
  return /[\uD800-\uDBFF]/.test(a.charAt(length - 1)) ? length - 1 : length;
};

/** The two sections of a dictionary, and the list number of each stem. */
interface WrittenDictionary {
  readonly words: Uint8Array;
  readonly entries: Uint8Array;
  readonly listOf: ReadonlyMap<string, number>;
}

/** Writes a dictionary of words with their stems; `stems` are those that occur in no text as a word. */
export const writeDictionary = (
  stemOfWord: ReadonlyMap<string, string>,
  stems: Iterable<string>,
): WrittenDictionary => {
  const roots = new Set([...stemOfWord.values(), ...stems]);
  const all = [...new Set([...stemOfWord.keys(), ...roots])].toSorted(compare);
  const listOf = new Map<string, number>();
  for (const entry of all) if (roots.has(entry)) listOf.set(entry, listOf.size);
  const words = new ByteWriter();
  const entries = new ByteWriter();
  let before = '';
  let seen = 0;
  for (const [at, entry] of all.entries()) {
    const length = at % BLOCK === 0 ? 0 : shared(before, entry);
    const rest = encodeText(entry.slice(length));
    words.byte(length);
    words.byte(rest.length);
    words.raw(rest);
    before = entry;
    const root = stemOfWord.get(entry);
    const isStem = roots.has(entry);
    entries.varint(
      writeEntryCode(isStem, root === entry, root === undefined ? undefined : (listOf.get(root) ?? 0) - seen),
    );
    if (isStem) seen += 1;
  }
  return { words: words.finish(), entries: entries.finish(), listOf };
};

const readUnits = (bytes: Uint8Array): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 1) {
    const unit = bytes[at] ?? 0;
    if (unit > 127) return decodeText(bytes);
    text += String.fromCharCode(unit);
  }
  return text;
};

/** The texts of all entries, in order. */
export function* entryTexts({ bytes, size }: Dictionary): Generator<string> {
  const reader = new ByteReader(bytes);
  let before = '';
  for (let entry = 0; entry < size; entry += 1) {
    const length = reader.byte();
    before = before.slice(0, length) + readUnits(reader.raw(reader.byte()));
    yield before;
  }
}

/** The texts of all stems, in the order of their lists. */
export function* stemTexts(dictionary: Dictionary): Generator<string> {
  let entry = 0;
  for (const text of entryTexts(dictionary)) {
    if (dictionary.codes.listOfStem(entry) !== undefined) yield text;
    entry += 1;
  }
}

/** Calls `visit` for each entry from `first` on, until it returns false. */
export const forEachEntry = (
  { bytes, blocks, size }: Dictionary,
  first: number,
  visit: (text: string, entry: number) => boolean,
): void => {
  let entry = first - (first % BLOCK);
  const reader = new ByteReader(bytes, blocks[entry / BLOCK] ?? bytes.length);
  let before = '';
  for (; entry < size; entry += 1) {
    const length = reader.byte();
    before = before.slice(0, length) + readUnits(reader.raw(reader.byte()));
    if (entry >= first && !visit(before, entry)) return;
  }
};

/** The text of an entry; empty if there is no entry of that number. */
export const entryText = (dictionary: Dictionary, entry: number): string => {
  let found = '';
  if (entry < dictionary.size)
    forEachEntry(dictionary, entry, (text) => {
      found = text;
      return false;
    });
  return found;
};

/** Where blocks begin; undefined if the bytes end within an entry. */
const measureWords = (words: Uint8Array): Pick<Dictionary, 'size' | 'blocks'> | undefined => {
  // An entry has at least two bytes.
  const blocks = new Uint32Array(Math.ceil(words.length / 2 / BLOCK));
  let size = 0;
  let at = 0;
  while (at + 1 < words.length) {
    if (size % BLOCK === 0) blocks[size / BLOCK] = at;
    size += 1;
    at += 2 + (words[at + 1] ?? 0);
  }
  return at === words.length ? { size, blocks: blocks.slice(0, Math.ceil(size / BLOCK)) } : undefined;
};

/** Opens a dictionary; undefined if the bytes are not a valid one. */
export const openDictionary = (words: Uint8Array, entries: Uint8Array): Dictionary | undefined => {
  const measured = measureWords(words);
  const codes = measured && EntryCodes.open(entries, measured.size);
  return measured && codes && { ...measured, codes, bytes: words, heads: [] };
};

/** The first entry of a block. */
const headOf = ({ bytes, blocks, heads }: Dictionary, block: number): string => {
  const known = heads[block];
  if (known !== undefined) return known;
  // The first entry shares nothing with the block before it; its length is in the second byte.
  const start = (blocks[block] ?? 0) + 2;
  const head = readUnits(bytes.subarray(start, start + (bytes[start - 1] ?? 0)));
  heads[block] = head;
  return head;
};

/** The first entry that is not less than `text`; the number of entries if all are less. */
export const lowerBound = (dictionary: Dictionary, text: string): number => {
  const { blocks, size } = dictionary;
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (headOf(dictionary, middle) < text) low = middle + 1;
    else high = middle;
  }
  // The entry is in the block before, or is the first of this one.
  const end = Math.min(low * BLOCK, size);
  let found = end;
  if (low > 0)
    forEachEntry(dictionary, (low - 1) * BLOCK, (each, entry) => {
      if (entry < end && each < text) return true;
      found = Math.min(entry, end);
      return false;
    });
  return found;
};

/** The range of entries that begin with `prefix`, end exclusive. */
export const prefixRange = (dictionary: Dictionary, prefix: string): readonly [number, number] => [
  lowerBound(dictionary, prefix),
  // U+FFFF is not a character, so no word contains it.
  lowerBound(dictionary, `${prefix}\uFFFF`),
];

/** The text of the stem of a list. */
export const stemText = (dictionary: Dictionary, list: number): string =>
  entryText(dictionary, dictionary.codes.stemOf(list));

/** Calls `visit` for the entries `from` to before `to` with the list and the length of each; decodes no text. */
export const forEachLength = (
  { bytes, blocks, codes }: Dictionary,
  [from, to]: readonly [number, number],
  visit: (list: number, length: number) => void,
): void => {
  let entry = from - (from % BLOCK);
  let at = blocks[entry / BLOCK] ?? bytes.length;
  for (; entry < to; entry += 1) {
    const rest = bytes[at + 1] ?? 0;
    if (entry >= from) visit(codes.listOf(entry), (bytes[at] ?? 0) + rest);
    at += 2 + rest;
  }
};

/** The list of a stem; undefined if the index does not have it. */
export const findList = (dictionary: Dictionary, stem: string): number | undefined => {
  const entry = lowerBound(dictionary, stem);
  return stem !== '' && entryText(dictionary, entry) === stem
    ? dictionary.codes.listOfStem(entry)
    : undefined;
};
