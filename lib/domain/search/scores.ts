/** What ranking counts in, shared by all that adds to a score. */

/** Scores by the papers' numbers in one pack; 0 where no word matches. */
export interface Ranking {
  /** Score of each paper, summed over the words. */
  readonly scores: Float64Array;
  /** How many of the required words each paper matches. */
  readonly matched: Uint16Array;
}

/** How telling it is that a paper has what `holders` of `papers` have (BM25's inverse document frequency). */
export const rarity = (papers: number, holders: number): number =>
  Math.log(1 + (papers - holders + 0.5) / (holders + 0.5));
