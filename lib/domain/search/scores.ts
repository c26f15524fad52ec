/**
 * Buffers of the ranking, shared by everything that adds to a score; reused between queries, since they are as long
 * as a pack.
 */
import type { SearchIndex } from './index-file';
import { createOccurrences } from './postings';
import type { Occurrences } from './postings';

/** Numbers by paper that most words touch few of: cleared by what was touched. */
export interface Touched {
  readonly numbers: Float32Array;
  readonly papers: Uint32Array;
  count: number;
}

/** Scores by the papers' numbers in one pack; 0 where no word matches. Valid until the pack is ranked again. */
export interface Ranking {
  /** Score of each paper, summed over the words. */
  readonly scores: Float64Array;
  /** How many of the required words each paper matches. */
  readonly matched: Uint16Array;
  /** The least contribution of a word to the paper's score, of the words counted so far. */
  readonly least: Float32Array;
  /** The papers with a score, in no order: the first `count`. */
  readonly papers: Uint32Array;
  count: number;
}

/** What one pack is counted in. */
export interface Scratch {
  /** How often one stem is in each paper, its fields weighed. */
  readonly frequency: Touched;
  /** How telling that stem is, 0 to 1; only where `frequency` was touched. */
  readonly level: Float32Array;
  /** Best score for one word. */
  readonly best: Touched;
  /** The greatest contribution of one word, rarity included; valid only where `best` was touched. */
  readonly telling: Float32Array;
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
  telling: new Float32Array(size),
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

/** What an index is counted in: the same for every query. */
export const scratchOf = (index: SearchIndex): Scratch => {
  let scratch = scratches.get(index);
  if (scratch === undefined) scratches.set(index, (scratch = createScratch(index.size)));
  return scratch;
};

/** Adds to a paper's number, and notes that it is touched. */
export const touch = (into: Touched, paper: number, more: number): void => {
  const known = into.numbers[paper] ?? 0;
  if (known === 0) {
    into.papers[into.count] = paper;
    into.count += 1;
  }
  into.numbers[paper] = known + more;
};

/** An index's ranking, emptied of the query before. */
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

/** How telling it is that a paper has what `holders` of `papers` have (BM25's inverse document frequency). */
export const rarity = (papers: number, holders: number): number =>
  Math.log(1 + (papers - holders + 0.5) / (holders + 0.5));
