/**
 * The trained model behind related papers, `data/model/related.json` (`npm run train`):
 * how rare terms are, and short vectors that bring words of like use together.
 */
import { openTermStatistics } from '@/lib/domain/text/term-statistics';
import type { TermStatistics, TermStatisticsFile } from '@/lib/domain/text/term-statistics';
import { unpackKeys } from '@/lib/domain/text/term-statistics';

/** The file's form. Written by the trainer, read by `openRelatedModel`. */
export interface RelatedModelFile extends TermStatisticsFile {
  readonly vectors: {
    readonly dimensions: number;
    /**
     * One character a key of the file: the largest component of its vector,
     * in eighths of an octave down from 1 (`#` = 1); a space where it has none.
     */
    readonly scales: string;
    /**
     * The vectors one after another in the order of the keys, two components
     * a character: levels -3 to 3 of the scale, `35 + (a + 3) + 7 (b + 3)`.
     */
    readonly codes: string;
  };
}

/** The trained model, opened: how rare terms are, and where they lie. */
export interface RelatedModel extends TermStatistics {
  readonly dimensions: number;
  /** The vector of a key, `dimensions` long; undefined where the term is too rare to have one. */
  readonly vector: (key: string) => Float32Array | undefined;
}

const FIRST = 35;
const LEVELS = 3;
const STATES = 2 * LEVELS + 1;
const STEPS_AN_OCTAVE = 8;

/** Packs vectors (by index of key; undefined = none) for the file. Dimensions must be even. */
export const packVectors = (
  vectors: readonly (Float64Array | undefined)[],
  dimensions: number,
): RelatedModelFile['vectors'] => {
  let scales = '';
  const codes: string[] = [];
  for (const vector of vectors) {
    const largest = vector === undefined ? 0 : vector.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
    if (vector === undefined || largest === 0) {
      scales += ' ';
      continue;
    }
    const step = Math.min(56, Math.max(0, Math.round(-Math.log2(largest) * STEPS_AN_OCTAVE)));
    scales += String.fromCharCode(FIRST + step);
    const level = (index: number): number => Math.round(((vector[index] ?? 0) / largest) * LEVELS) + LEVELS;
    for (let index = 0; index < dimensions; index += 2) {
      codes.push(String.fromCharCode(FIRST + level(index) + STATES * level(index + 1)));
    }
  }
  return { dimensions, scales, codes: codes.join('') };
};

const unpackVectors = (file: RelatedModelFile, keys: readonly string[]): Map<string, Float32Array> => {
  const { dimensions, scales, codes } = file.vectors;
  const table = new Map<string, Float32Array>();
  let at = 0;
  for (const [index, key] of keys.entries()) {
    const step = scales.charCodeAt(index) - FIRST;
    if (step < 0) continue;
    const scale = 2 ** (-step / STEPS_AN_OCTAVE) / LEVELS;
    const vector = new Float32Array(dimensions);
    for (let component = 0; component < dimensions; component += 2) {
      const code = codes.charCodeAt(at) - FIRST;
      at += 1;
      vector[component] = ((code % STATES) - LEVELS) * scale;
      vector[component + 1] = (Math.floor(code / STATES) - LEVELS) * scale;
    }
    table.set(key, vector);
  }
  return table;
};

/** Opens the model. The file is the repository's own, checked by a test, so nothing is validated here. */
export const openRelatedModel = (file: RelatedModelFile): RelatedModel => {
  const vectors = unpackVectors(file, unpackKeys(file.keys));
  return {
    ...openTermStatistics(file),
    dimensions: file.vectors.dimensions,
    vector: (key) => vectors.get(key),
  };
};
