/**
 * Buffers for scores, shared by all parts of ranking and reused between queries, since they are as long as a
 * pack.
 */
import type { SearchIndex } from './index-file';
import { createOccurrences } from './postings';
import type { Occurrences } from './postings';

/**
 * Numbers by paper, with a list of those that were changed, so that clearing them does not touch the whole
 * pack.
 */
interface Touched {
  readonly numbers: Float32Array;
  readonly papers: Uint32Array;
  count: number;
}

/** Scores by the paper's number in one pack; 0 if no word matches. Valid until the pack is ranked again. */
export interface Ranking {
  /** The score of each paper, summed over the words. */
  readonly scores: Float64Array;
  /** How many required words each paper matches. */
  readonly matched: Uint16Array;
  /** The smallest contribution of a word to the paper's score so far. */
  readonly least: Float32Array;
  /** The papers with a score, unsorted; only the first `count` are valid. */
  readonly papers: Uint32Array;
  count: number;
}

/** The buffers of one pack. */
export interface Scratch {
  /** How often a stem occurs in each paper, weighted by field. */
  readonly frequency: Touched;
  /** How salient that stem is, 0 to 1; only valid where `frequency` was changed. */
  readonly level: Float32Array;
  /** The best score for one word. */
  readonly best: Touched;
  /** The largest salience of one word, including its rarity; only valid where `best` was changed. */
  readonly mostSalient: Float32Array;
  readonly occurrences: Occurrences;
  readonly ranking: Ranking;
}

const createTouched = (size: number): Touched => ({
  numbers: new Float32Array(size),
  papers: new Uint32Array(size),
  count: 0,
});

const createScratch = (size: number): Scratch => ({
  frequency: createTouched(size),
  level: new Float32Array(size),
  best: createTouched(size),
  mostSalient: new Float32Array(size),
  occurrences: createOccurrences(),
  ranking: {
    scores: new Float64Array(size),
    matched: new Uint16Array(size),
    least: new Float32Array(size),
    papers: new Uint32Array(size),
    count: 0,
  },
});

const scratches = new WeakMap<SearchIndex, Scratch>();

/** The buffers of an index, the same for every query. */
export const scratchOf = (index: SearchIndex): Scratch => {
  let scratch = scratches.get(index);
  if (scratch === undefined) scratches.set(index, (scratch = createScratch(index.size)));
  return scratch;
};

/** Frees the buffers of an index until its next query. */
export const freeScratch = (index: SearchIndex): void => {
  scratches.delete(index);
};

/** Adds to a paper's number, and records the change. */
export const touch = (into: Touched, paper: number, more: number): void => {
  const known = into.numbers[paper] ?? 0;
  if (known === 0) {
    into.papers[into.count] = paper;
    into.count += 1;
  }
  into.numbers[paper] = known + more;
};

/** The ranking of an index, cleared of the previous query. */
export const clearRanking = (index: SearchIndex): Ranking => {
  const { ranking } = scratchOf(index);
  const { scores, matched, least, papers, count } = ranking;
  if (count * 8 > scores.length) for (const numbers of [scores, matched, least]) numbers.fill(0);
  else
    for (let at = 0; at < count; at += 1) {
      const paper = papers[at] ?? 0;
      scores[paper] = 0;
      matched[paper] = 0;
      least[paper] = 0;
    }
  ranking.count = 0;
  return ranking;
};

/** BM25's inverse document frequency: how rare a word is that `holders` of `papers` have. */
export const rarity = (papers: number, holders: number): number =>
  Math.log(1 + (papers - holders + 0.5) / (holders + 0.5));
