/** Scores papers with BM25 over weighted fields (BM25F), in the same way for all packs. */
import { hasReadAll } from './collection';
import type { SearchCollection, SearchPack } from './collection';
import type { Clause } from './match';
import { memoryByCollection } from './memory';
import { addAdjacentWords } from './adjacent-words';
import { RANK_SETTINGS, type RankSettings } from './rank-settings';
import { clearRanking, scratchOf } from './scores';
import type { Ranking } from './scores';
import { scoreAlternative, scoreIds, startRun } from './stem-scores';

/** The scores of one word for the papers of a pack that have it: parallel arrays. */
interface WordScores {
  readonly papers: Uint32Array;
  readonly scores: Float32Array;
  readonly mostSalient: Float32Array;
}

/** Moves the scores of a word out of the buffers, which the next word uses. */
const takeWord = ({ index }: SearchPack): WordScores => {
  const { best, mostSalient } = scratchOf(index);
  const papers = best.papers.slice(0, best.count);
  const scores = new Float32Array(papers.length);
  const salience = new Float32Array(papers.length);
  for (let at = 0; at < papers.length; at += 1) {
    const paper = papers[at] ?? 0;
    scores[at] = best.numbers[paper] ?? 0;
    salience[at] = mostSalient[paper] ?? 0;
    best.numbers[paper] = 0;
    mostSalient[paper] = 0;
  }
  best.count = 0;
  return { papers, scores, mostSalient: salience };
};

/** Adds the scores of a word to those of the query. */
const addWord = (word: WordScores, ranking: Ranking, isRequired: boolean): void => {
  const { scores, matched, least } = ranking;
  let { count } = ranking;
  for (let at = 0; at < word.papers.length; at += 1) {
    const paper = word.papers[at] ?? 0;
    const score = scores[paper] ?? 0;
    const salience = word.mostSalient[at] ?? 0;
    if (score === 0) {
      ranking.papers[count] = paper;
      count += 1;
      least[paper] = salience;
    } else if (salience < (least[paper] ?? 0)) least[paper] = salience;
    scores[paper] = score + (word.scores[at] ?? 0);
    if (isRequired) matched[paper] = (matched[paper] ?? 0) + 1;
  }
  ranking.count = count;
};

/** The limit for cached papers over all words, at twelve bytes each. */
const MOST_KEPT = 200_000;
/** A word with more alternatives is probably still being typed. */
const MOST_ALTERNATIVES = 32;

const wordsOf = memoryByCollection<readonly WordScores[]>(MOST_KEPT);

/** The cache key of a word; undefined if it should not be cached. */
const keyOf = ({ alternatives, ids, isOpen }: Clause): string | undefined =>
  isOpen || alternatives.length > MOST_ALTERNATIVES || ids.some(({ length }) => length > 0)
    ? undefined
    : alternatives.map(({ stem, weight, name }) => `${stem}:${weight}:${name ?? '*'}`).join(' ');

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
interface Rankings {
  readonly packs: readonly Ranking[];
  readonly required: number;
}

/**
 * Scores every paper for the words of a query; a word that is written twice counts twice. Function words are
 * ignored if the query has other words, except beside one of these in a name ("Kaiming He").
 */
export const rankPapers = (
  collection: SearchCollection,
  clauses: readonly Clause[],
  settings: RankSettings = RANK_SETTINGS,
): Rankings => {
  const required = clauses.filter(({ isRequired }) => isRequired);
  const kept = wordsOf(collection);
  const run = startRun(collection, settings, required.length > 1);
  const packs = collection.packs.map(({ index }) => clearRanking(index));
  for (const clause of required.length > 0 ? required : clauses) {
    const key = run.needsSalience && settings === RANK_SETTINGS ? keyOf(clause) : undefined;
    let word = key === undefined ? undefined : kept.get(key);
    if (word === undefined) {
      let most = Infinity;
      for (const alternative of clause.alternatives) {
        const idf = scoreAlternative(run, alternative, most);
        if (alternative.stem === clause.exact) most = idf;
      }
      scoreIds(run, clause.ids);
      word = collection.packs.map(takeWord);
      const size = word.reduce((sum, { papers }) => sum + papers.length, 0);
      if (key !== undefined && hasReadAll(collection)) kept.set(key, word, size);
    }
    for (const [at, scores] of word.entries()) {
      const ranking = packs[at];
      if (ranking) addWord(scores, ranking, clause.isRequired);
    }
  }
  if (required.length > 1)
    for (const ranking of packs) addTogether(ranking, required.length, settings.together);
  if (settings.pair > 0) addAdjacentWords(collection, clauses, settings, packs);
  return { packs, required: required.length };
};
