/**
 * Joins compiled indexes into one, list by list, so that a large pack can be compiled in pieces that fit into
 * memory and separate packs can be merged. The result equals compiling all papers at once.
 */
import { entryTexts, stemTexts } from './dictionary';
import type { Dictionary } from './dictionary';
import { HAS_CODE, HAS_RESULTS } from './index-file';
import { writeIndex } from './write-index';
import type { SearchIndex } from './index-file';
import { decodeList, valuesOfList } from './lists';
import { isNameCode, loneWords, nameCodeOf } from './name-codes';
import { POSTED_FIELDS } from './paper';
import type { PostedField } from './paper';
import { createOccurrences, reserve } from './postings';
import type { Occurrences, ValueRef } from './postings';
import { compareValues, valueKey } from './values';
import type { Value } from './values';

/** An index with the new number of each of its papers; `undefined` leaves a paper out. */
export interface IndexPart {
  readonly index: SearchIndex;
  readonly numbers: readonly (number | undefined)[];
}

interface NumberedPart extends IndexPart {
  /** The new number of each value. */
  readonly values: readonly number[];
  /** The stem of each of its words. */
  readonly stemOfWord: ReadonlyMap<string, string>;
  /** As `loneWords`; with the other parts' words, such a stem may have several. */
  readonly lone: ReadonlyMap<string, string>;
}

/** Walks the stems of a dictionary in order and gives each one's list. */
class StemCursor {
  readonly #texts: Generator<string>;
  #list = 0;
  #text: string | undefined;

  constructor(dictionary: Dictionary) {
    this.#texts = stemTexts(dictionary);
    this.#advance();
  }

  #advance(): void {
    const next = this.#texts.next();
    this.#text = next.done === true ? undefined : next.value;
  }

  /** The list of a stem; undefined if there is none. Stems must be asked for in ascending order. */
  listOf(stem: string): number | undefined {
    if (this.#text !== stem) return undefined;
    const list = this.#list;
    this.#list += 1;
    this.#advance();
    return list;
  }
}

const readWords = ({ index: { dictionary } }: IndexPart): Pick<NumberedPart, 'stemOfWord' | 'lone'> => {
  const stemOfWord = new Map<string, string>();
  const { codes } = dictionary;
  const texts = [...entryTexts(dictionary)];
  for (const [entry, text] of texts.entries())
    if (codes.isWord(entry)) stemOfWord.set(text, texts[codes.stemOf(codes.listOf(entry))] ?? text);
  return { stemOfWord, lone: loneWords(stemOfWord) };
};

const numberValues = (parts: readonly IndexPart[]): { values: Value[]; numbered: NumberedPart[] } => {
  const known = new Map<string, Value>();
  for (const { index, numbers } of parts) {
    const { starts, numbers: held } = index.table;
    const used = new Set<number>();
    for (const [paper, number] of numbers.entries()) {
      if (number === undefined) continue;
      for (let at = starts[paper] ?? 0; at < (starts[paper + 1] ?? 0); at += 1) used.add(held[at] ?? 0);
    }
    for (const value of used) {
      const each = index.table.values[value];
      if (each) known.set(valueKey(each), each);
    }
  }
  const values = [...known.values()].toSorted(compareValues);
  const places = new Map(values.map((value, number) => [valueKey(value), number]));
  const numbered = parts.map((part) => ({
    ...part,
    values: part.index.table.values.map((value) => places.get(valueKey(value)) ?? -1),
    ...readWords(part),
  }));
  return { values, numbered };
};

const scratch = createOccurrences();

/** Joins the occurrences of one stem, in the order of all papers. */
const joinLists = (
  stem: string,
  parts: readonly (readonly [NumberedPart, number])[],
  into: Occurrences,
): readonly ValueRef[] => {
  const values = new Map<number, boolean>();
  const found: { paper: number; code: number; position: number }[] = [];
  let isSorted = true;
  for (const [{ index, numbers, values: valueNumbers, lone }, list] of parts) {
    const word = lone.get(stem);
    decodeList(index, list, scratch, true);
    for (const { value, isForm } of valuesOfList(index, list)) {
      const number = valueNumbers[value] ?? -1;
      if (number >= 0) values.set(number, isForm);
    }
    for (let at = 0; at < scratch.count; at += 1) {
      const paper = numbers[scratch.papers[at] ?? 0];
      if (paper === undefined) continue;
      isSorted &&= paper >= (found.at(-1)?.paper ?? 0);
      const code = scratch.codes[at] ?? 0;
      const own = word !== undefined && isNameCode(code) ? nameCodeOf(word) : code;
      found.push({ paper, code: own, position: scratch.positions[at] ?? 0 });
    }
  }
  // Sorting is stable, so the order within a paper is kept.
  const sorted = isSorted ? found : found.toSorted((a, b) => a.paper - b.paper);
  reserve(into, sorted.length);
  for (const [at, { paper, code, position }] of sorted.entries()) {
    into.papers[at] = paper;
    into.codes[at] = code;
    into.positions[at] = position;
  }
  into.count = sorted.length;
  return Array.from(values, ([value, isForm]) => ({ value, isForm })).toSorted((a, b) => a.value - b.value);
};

/**
 * Joins indexes into one of `size` papers. Each number must be given to exactly one paper of one part. Throws if one of
 * them has no codes of names, which are not known without the names.
 */
export const mergeIndexes = (parts: readonly IndexPart[], size: number): Uint8Array<ArrayBuffer> => {
  if (parts.some(({ index }) => !index.hasNameCodes)) throw new Error('an index has an earlier format');
  const { values, numbered } = numberValues(parts);
  const valuesOf = Array.from({ length: size }, (): number[] => []);
  const days = Array.from({ length: size }, () => 0);
  const flags = Array.from({ length: size }, () => 0);
  const comments = Array.from({ length: size }, () => 0);
  const lengths = new Map<PostedField, Uint16Array>();
  const stemOfWord = new Map<string, string>();
  const stems = new Set<string>();
  for (const { index, numbers, values: valueNumbers, stemOfWord: words } of numbered) {
    const { starts, numbers: held } = index.table;
    for (const [paper, number] of numbers.entries()) {
      if (number === undefined) continue;
      valuesOf[number] = Array.from(
        held.subarray(starts[paper], starts[paper + 1]),
        (value) => valueNumbers[value] ?? 0,
      );
      days[number] = index.days[paper] ?? 0;
      flags[number] = index.flags[paper] ?? 0;
      comments[number] = index.comments[paper] ?? 0;
    }
    for (const [code, field] of POSTED_FIELDS.entries()) {
      const column = index.lengthsOf(code);
      if (column === undefined) continue;
      const joined = lengths.get(field) ?? new Uint16Array(size);
      for (const [paper, number] of numbers.entries())
        if (number !== undefined) joined[number] = column[paper] ?? 0;
      lengths.set(field, joined);
    }
    for (const [word, root] of words) stemOfWord.set(word, root);
    // A stem may also be a word with another stem.
    for (const text of stemTexts(index.dictionary)) stems.add(text);
  }
  const cursors = numbered.map((part) => [part, new StemCursor(part.index.dictionary)] as const);
  const into = createOccurrences();
  return writeIndex(
    {
      values,
      valuesOf,
      days,
      hasCode: flags.map((bits) => (bits & HAS_CODE) !== 0),
      hasResults: flags.map((bits) => (bits & HAS_RESULTS) !== 0),
      comments,
      lengths,
    },
    stemOfWord,
    stems,
    (stem) => {
      const lists = cursors.flatMap(([part, cursor]) => {
        const list = cursor.listOf(stem);
        return list === undefined ? [] : [[part, list] as const];
      });
      return { values: joinLists(stem, lists, into), occurrences: into };
    },
  );
};
