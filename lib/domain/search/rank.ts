/** Scores papers with BM25 over weighted fields (BM25F), in the same way for all packs. */
import type { SearchCollection, SearchPack } from './collection';
import type { Clause } from './match';
import { addNeighbours } from './neighbours';
import { RANK_SETTINGS, type RankSettings } from './rank-settings';
import { clearRanking, scratchOf } from './scores';
import type { Ranking } from './scores';
import { scoreAlternative, scoreIds, startRun } from './stem-scores';

/** Adds each paper's best score for one word to its total, and clears the best scores. */
const addWord = ({ index }: SearchPack, ranking: Ranking, isRequired: boolean): void => {
  const { best, telling } = scratchOf(index);
  const { scores, matched, least, papers } = ranking;
  for (let each = 0; each < best.count; each += 1) {
    const paper = best.papers[each] ?? 0;
    const score = scores[paper] ?? 0;
    const says = telling[paper] ?? 0;
    if (score === 0) {
      papers[ranking.count] = paper;
      ranking.count += 1;
      least[paper] = says;
    } else if (says < (least[paper] ?? 0)) least[paper] = says;
    scores[paper] = score + (best.numbers[paper] ?? 0);
    if (isRequired) matched[paper] = (matched[paper] ?? 0) + 1;
    best.numbers[paper] = 0;
    telling[paper] = 0;
  }
  best.count = 0;
};

/** Adds a bonus for papers that match all words: for each word, the smallest of their contributions. */
const addTogether = (
  { scores, matched, least, papers, count }: Ranking,
  words: number,
  share: number,
): void => {
  for (let at = 0; at < count; at += 1) {
    const paper = papers[at] ?? 0;
    if (matched[paper] === words) scores[paper] = (scores[paper] ?? 0) + share * words * (least[paper] ?? 0);
  }
};

/** The scores of all packs, in the collection's order, and the number of required words. */
export interface Rankings {
  readonly packs: readonly Ranking[];
  readonly required: number;
}

/**
 * Scores every paper for the words of a query; a word that is written twice counts twice. Function words are
 * ignored if the query has other words.
 */
export const rankPapers = (
  collection: SearchCollection,
  clauses: readonly Clause[],
  settings: RankSettings = RANK_SETTINGS,
): Rankings => {
  const required = clauses.filter(({ isRequired }) => isRequired);
  const run = startRun(collection, settings, required.length > 1);
  const packs = collection.packs.map(({ index }) => clearRanking(index));
  for (const clause of required.length > 0 ? required : clauses) {
    for (const alternative of clause.alternatives) scoreAlternative(run, alternative);
    scoreIds(run, clause.ids);
    for (const [at, pack] of collection.packs.entries()) {
      const ranking = packs[at];
      if (ranking) addWord(pack, ranking, clause.isRequired);
    }
  }
  if (required.length > 1)
    for (const ranking of packs) addTogether(ranking, required.length, settings.together);
  if (settings.pair > 0) addNeighbours(collection, clauses, settings, packs);
  return { packs, required: required.length };
};
