/**
 * How rare terms are in the literature: the trained table of `data/model/terms.json` (`npm run train`), in
 * the compact form in which it is stored and shipped.
 */
import type { InverseDocumentFrequency } from './terms';

/** The format of the file. The trainer writes it; `openTermStatistics` reads it. */
export interface TermStatisticsFile {
  /** 1; raised when the form changes. */
  readonly format: number;
  /** Describes what was counted, for people who read the file. */
  readonly corpus: string;
  /** Documents counted. */
  readonly documents: number;
  /**
   * Keys in code-unit order, front-coded: a capital letter gives the number of leading code units shared with
   * the key before (A = 0), and the rest follows.
   */
  readonly keys: string;
  /** One character for each key: its inverse document frequency in quarter nats, starting at `#` = 0. */
  readonly idf: string;
}

/** How rare terms are in a large corpus. */
export interface TermStatistics {
  readonly documents: number;
  /** Number of terms in the table. */
  readonly size: number;
  readonly idf: InverseDocumentFrequency;
}

const STEPS_A_NAT = 4;
const ZERO = '#'.charCodeAt(0);
const MOST_SHARED = 25;
const A = 'A'.charCodeAt(0);

const sharedPrefix = (a: string, b: string): number => {
  let length = 0;
  while (length < MOST_SHARED && length < a.length && a[length] === b[length]) length += 1;
  return length;
};

/** Front-codes keys, which must be sorted by code unit and contain no capital ASCII letter. */
export const packKeys = (keys: readonly string[]): string => {
  let before = '';
  let packed = '';
  for (const key of keys) {
    const shared = sharedPrefix(key, before);
    packed += String.fromCharCode(A + shared) + key.slice(shared);
    before = key;
  }
  return packed;
};

/** Undoes `packKeys`. */
export const unpackKeys = (packed: string): string[] => {
  const keys: string[] = [];
  let before = '';
  for (const part of packed.split(/(?=[A-Z])/)) {
    if (part === '') continue;
    before = before.slice(0, part.charCodeAt(0) - A) + part.slice(1);
    keys.push(before);
  }
  return keys;
};

/** Packs document frequencies (the number of documents with the term, by key) for the file. */
export const packTermStatistics = (
  corpus: string,
  documents: number,
  frequencies: ReadonlyMap<string, number>,
): TermStatisticsFile => {
  const sorted = [...frequencies].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    format: 1,
    corpus,
    documents,
    keys: packKeys(sorted.map(([key]) => key)),
    idf: sorted
      .map(([, count]) => String.fromCharCode(ZERO + Math.round(Math.log(documents / count) * STEPS_A_NAT)))
      .join(''),
  };
};

/** Opens the table. The file is part of the repository and checked by a test, so it is not validated here. */
export const openTermStatistics = (file: TermStatisticsFile): TermStatistics => {
  const keys = unpackKeys(file.keys);
  const table = new Map<string, number>();
  for (const [index, key] of keys.entries()) {
    table.set(key, (file.idf.charCodeAt(index) - ZERO) / STEPS_A_NAT);
  }
  return { documents: file.documents, size: keys.length, idf: (key) => table.get(key) };
};
