/**
 * The words of an index and their stems: sorted, front-coded in blocks of sixteen of which only the first entry is
 * stored whole, and read from the bytes without unpacking. A stem that no text has as a word ("gener" of
 * "generation") is an entry too, so that one table holds both. Postings lists are numbered in the order of stems.
 */
import { ByteReader, ByteWriter, decodeText, encodeText } from '@/lib/domain/bytes';
import { BLOCK, EntryCodes, measureCodes, writeEntryCode } from './entry-codes';
import type { CodeTables } from './entry-codes';
import { nextGroup } from './word-parts';
import type { WordParts, WordsPart } from './word-parts';

/** Longer words are not indexed, since nobody searches for them. */
export const LONGEST_WORD = 64;

/** Where the blocks of a dictionary begin. */
export interface DictionaryTables extends CodeTables {
  /** Number of entries. */
  readonly size: number;
  /** The offset of each block. */
  readonly blocks: Uint32Array;
}

/** An opened dictionary. Entries are numbered in the order of their texts (by UTF-16 code unit). */
export interface Dictionary extends DictionaryTables {
  /** Which list each entry leads to. */
  readonly codes: EntryCodes;
  readonly parts: WordParts;
  /** The first entry of each block, once it has been decoded. */
  readonly heads: (string | undefined)[];
}

/** The dictionary of these parts. */
export const dictionaryOf = (tables: DictionaryTables, parts: WordParts): Dictionary => ({
  ...tables,
  codes: new EntryCodes(tables.size, tables, parts),
  parts,
  heads: [],
});

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

/** Entries `from` to before `to`, all of them in a part that was read. */
interface Entries {
  readonly part: WordsPart;
  readonly from: number;
  readonly to: number;
  /** Where the block of the first begins in the part. */
  readonly at: number;
}

/** The entries of a range by the parts in which they are. Those that were not read are noted and left out. */
export function* readEntries({ size, blocks, parts }: Dictionary, range: readonly [number, number]) {
  const end = Math.min(range[1], size);
  for (let [from] = range; from < end;) {
    const block = Math.floor(from / BLOCK);
    const part = parts.find(block);
    const to = Math.min(end, BLOCK * (part?.to ?? nextGroup(block)));
    const at = (blocks[block] ?? 0) - (part?.before.words ?? 0);
    if (part) yield { part, from, to, at } satisfies Entries;
    from = to;
  }
}

/** Calls `visit` for each entry of a range, until it returns false. */
export const forEachEntry = (
  dictionary: Dictionary,
  range: readonly [from: number, to: number],
  visit: (text: string, entry: number) => boolean,
): void => {
  for (const { part, from, to, at } of readEntries(dictionary, range)) {
    const reader = new ByteReader(part.words, at);
    let before = '';
    for (let entry = from - (from % BLOCK); entry < to; entry += 1) {
      const length = reader.byte();
      before = before.slice(0, length) + readUnits(reader.raw(reader.byte()));
      if (entry >= from && !visit(before, entry)) return;
    }
  }
};

/** The texts of all entries, in order. */
export function* entryTexts(dictionary: Dictionary): Generator<string> {
  for (const { part, from, to, at } of readEntries(dictionary, [0, dictionary.size])) {
    const reader = new ByteReader(part.words, at);
    let before = '';
    for (let entry = from; entry < to; entry += 1) {
      const length = reader.byte();
      before = before.slice(0, length) + readUnits(reader.raw(reader.byte()));
      yield before;
    }
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

/** The text of an entry; empty if there is no entry of that number. */
export const entryText = (dictionary: Dictionary, entry: number): string => {
  let found = '';
  if (entry < dictionary.size)
    forEachEntry(dictionary, [entry, entry + 1], (text) => {
      found = text;
      return false;
    });
  return found;
};

/** The first entry of a block that begins at `at`. */
export const readHead = (words: Uint8Array, at: number): string =>
  // It shares nothing with the block before it; its length is in the second byte.
  readUnits(words.subarray(at + 2, at + 2 + (words[at + 1] ?? 0)));

/** Where blocks begin; undefined if the bytes end within an entry. */
const measureWords = (words: Uint8Array): Pick<DictionaryTables, 'size' | 'blocks'> | undefined => {
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

/** Where the blocks of a dictionary begin; undefined if the bytes are not a valid one. */
const measureDictionary = (words: Uint8Array, entries: Uint8Array): DictionaryTables | undefined => {
  const measured = measureWords(words);
  const codes = measured && measureCodes(entries, measured.size);
  return measured && codes && { ...measured, ...codes };
};

/** Opens a dictionary in memory; undefined if the bytes are not a valid one. */
export const openDictionary = (words: Uint8Array, entries: Uint8Array): Dictionary | undefined => {
  const tables = measureDictionary(words, entries);
  const whole = { from: 0, to: Infinity, words, entries, before: { words: 0, entries: 0 } };
  return tables && dictionaryOf(tables, { find: () => whole, peek: () => whole, headOf: () => '' });
};

/** The first entry of a block. */
const headOf = ({ blocks, heads, parts }: Dictionary, block: number): string => {
  const known = heads[block];
  if (known !== undefined) return known;
  const part = parts.peek(block);
  if (part === undefined) return parts.headOf(block);
  const head = readHead(part.words, (blocks[block] ?? 0) - part.before.words);
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
    forEachEntry(dictionary, [(low - 1) * BLOCK, end], (each, entry) => {
      if (each < text) return true;
      found = entry;
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

/** Calls `visit` for the entries of a range with the list and the length of each; decodes no text. */
export const forEachLength = (
  dictionary: Dictionary,
  range: readonly [from: number, to: number],
  visit: (list: number, length: number) => void,
): void => {
  const { codes } = dictionary;
  for (const { part, from, to, at: start } of readEntries(dictionary, range)) {
    const { words } = part;
    let at = start;
    for (let entry = from - (from % BLOCK); entry < to; entry += 1) {
      const rest = words[at + 1] ?? 0;
      if (entry >= from) visit(codes.listOf(entry), (words[at] ?? 0) + rest);
      at += 2 + rest;
    }
  }
};

/** The entry with exactly this text; undefined if there is none. */
const findEntry = (dictionary: Dictionary, text: string): number | undefined => {
  const entry = lowerBound(dictionary, text);
  return text !== '' && entryText(dictionary, entry) === text ? entry : undefined;
};

/** The list of a stem; undefined if the index does not have it. */
export const findList = (dictionary: Dictionary, stem: string): number | undefined => {
  const entry = findEntry(dictionary, stem);
  return entry === undefined ? undefined : dictionary.codes.listOfStem(entry);
};

/** Whether some text has the word as it is, and not only as the stem of another. */
export const hasWord = (dictionary: Dictionary, word: string): boolean => {
  const entry = findEntry(dictionary, word);
  return entry !== undefined && dictionary.codes.isWord(entry);
};
