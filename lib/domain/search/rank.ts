/** Scores papers by BM25 over weighted fields (BM25F). */
import type { SearchIndex } from './build';
import type { Clause } from './match';
import { addNeighbours } from './neighbours';
import { INDEX_FIELDS } from './paper';
import { RANK_SETTINGS, type RankSettings } from './rank-settings';

const FIELD_COUNT = INDEX_FIELDS.length;

/** Scores for one word, and the papers that have one. Kept and cleared between words: most words touch few papers. */
interface Touched {
  readonly scores: Float64Array;
  readonly papers: Uint32Array;
  count: number;
}

/** Score of each paper for one word: the best of what the word may stand for. */
const scoreClause = (index: SearchIndex, clause: Clause, settings: RankSettings, into: Touched): void => {
  const { postings, lengths, means, papers } = index;
  const weights = Float64Array.from(INDEX_FIELDS, (field) => settings.weights[field]);
  const slopes = Float64Array.from(INDEX_FIELDS, (field) => settings.b[field]);
  for (const alternative of clause.alternatives) {
    const holders = postings.holders[alternative.stem] ?? 0;
    const idf = Math.log(1 + (papers.length - holders + 0.5) / (holders + 0.5)) * alternative.weight;
    const end = postings.starts[alternative.stem + 1] ?? 0;
    let at = postings.starts[alternative.stem] ?? 0;
    while (at < end) {
      const paper = postings.papers[at] ?? 0;
      let frequency = 0;
      for (; at < end && postings.papers[at] === paper; at += 1) {
        const field = postings.fields[at] ?? 0;
        const slope = slopes[field] ?? 0;
        const length = (lengths[paper * FIELD_COUNT + field] ?? 0) / (means[field] ?? 1);
        frequency += (weights[field] ?? 0) / (1 - slope + slope * length);
      }
      const score = (idf * frequency * (settings.k1 + 1)) / (frequency + settings.k1);
      const known = into.scores[paper] ?? 0;
      if (known === 0) {
        into.papers[into.count] = paper;
        into.count += 1;
      }
      if (score > known) into.scores[paper] = score;
    }
  }
};

/** Scores by the papers' places in the index; 0 where no word matches. */
export interface Ranking {
  /** Score of each paper, summed over the words. */
  readonly scores: Float64Array;
  /** How many of the required words each paper matches. */
  readonly matched: Uint16Array;
  /** Required words in all. */
  readonly required: number;
}

/**
 * Scores every paper against the words of a query; a word written twice counts
 * twice. Function words are passed over where the query has others.
 */
export const rankPapers = (
  index: SearchIndex,
  clauses: readonly Clause[],
  settings: RankSettings = RANK_SETTINGS,
): Ranking => {
  const size = index.papers.length;
  const scores = new Float64Array(size);
  const matched = new Uint16Array(size);
  const one: Touched = { scores: new Float64Array(size), papers: new Uint32Array(size), count: 0 };
  const required = clauses.filter(({ isRequired }) => isRequired);
  for (const clause of required.length > 0 ? required : clauses) {
    scoreClause(index, clause, settings, one);
    for (let at = 0; at < one.count; at += 1) {
      const paper = one.papers[at] ?? 0;
      scores[paper] = (scores[paper] ?? 0) + (one.scores[paper] ?? 0);
      if (clause.isRequired) matched[paper] = (matched[paper] ?? 0) + 1;
      one.scores[paper] = 0;
    }
    one.count = 0;
  }
  if (settings.pair > 0) addNeighbours(index, clauses, settings, scores);
  return { scores, matched, required: required.length };
};
