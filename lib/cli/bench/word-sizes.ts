/** Models with vectors for fewer words than are shipped, to measure size against quality. */
import { gzipSync } from 'node:zlib';
import type { RelatedModel } from '@/lib/domain/related/model';
import { writeWordVectors, type WordVectors } from '@/lib/domain/related/word-vectors';

const commonest = ({ stems, idf }: WordVectors, most: number): readonly string[] =>
  stems.toSorted((a, b) => (idf(a) ?? 0) - (idf(b) ?? 0) || (a < b ? -1 : 1)).slice(0, most);

/** Returns a model with vectors for the commonest words only. */
export const keepCommonest = (model: RelatedModel, words: WordVectors, most: number): RelatedModel => {
  const kept = new Set(commonest(words, most));
  return { ...model, vector: (key) => (kept.has(key) ? model.vector(key) : undefined) };
};

const size = (length: number): string => (length / 1000).toFixed(0);

/** "300 (259) kB": the size of the file with this many words, raw and gzipped. */
export const sizeOfWords = (words: WordVectors, most: number): string => {
  const { dimensions, idf, vector } = words;
  const kept = commonest(words, most).map((stem) => ({
    stem,
    idf: idf(stem) ?? 0,
    vector: Float64Array.from(vector(stem) ?? []),
  }));
  const bytes = writeWordVectors(kept, dimensions);
  return most === 0 ? '0' : `${size(bytes.length)} (${size(gzipSync(bytes, { level: 9 }).length)}) kB`;
};
