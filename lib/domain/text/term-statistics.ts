/**
 * How rare a term is in the literature: the trained table of `data/model/terms.json`
 * (`npm run train`), in the compact form in which it is kept and shipped.
 */
import type { InverseDocumentFrequency } from './terms';

/** The file's form. Written by the trainer, read by `parseTermStatistics`. */
export interface TermStatisticsFile {
  /** 1; raised when the form changes. */
  readonly format: number;
  /** What was counted, for a reader of the file. */
  readonly corpus: string;
  /** Documents counted. */
  readonly documents: number;
  /**
   * Keys in code-unit order, front-coded: a capital letter says how many
   * leading units the key shares with the one before (A = 0), the rest follows.
   */
  readonly keys: string;
  /** One character a key: its inverse document frequency in quarter nats, from `#` = 0. */
  readonly idf: string;
}

/** How rare terms are in a large corpus, opened from its file. */
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

/** Front-codes keys, which must be sorted by code unit and hold no capital ASCII letter. */
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

/** Packs document frequencies (documents that hold the term, by key) for the file. */
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

/** Opens the table. The file is the repository's own, checked by a test, so nothing is validated here. */
export const openTermStatistics = (file: TermStatisticsFile): TermStatistics => {
  const keys = unpackKeys(file.keys);
  const table = new Map<string, number>();
  for (const [index, key] of keys.entries()) {
    table.set(key, (file.idf.charCodeAt(index) - ZERO) / STEPS_A_NAT);
  }
  return { documents: file.documents, size: keys.length, idf: (key) => table.get(key) };
};
