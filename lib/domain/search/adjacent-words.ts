/**
 * Adds scores for words that are neighbours in the query and in a text: "report generation" means more than
 * its two words.
 */
import { STOP_WORDS } from '@/lib/domain/text/stop-words';
import { stem } from '@/lib/domain/text/tokens';
import { hasReadAll, localOf } from './collection';
import type { SearchCollection, SearchPack } from './collection';
import { decodeList, findPhraseValues } from './lists';
import type { Clause } from './match';
import { memoryByCollection } from './memory';
import { FIELD_CODES, isNameCode, nameBits } from './name-codes';
import { POSTED_FIELDS } from './paper';
import { createShared, FIRST_TERM_CODE } from './postings';
import { RANK_SETTINGS } from './rank-settings';
import type { RankSettings } from './rank-settings';
import { rarity } from './scores';
import type { Ranking } from './scores';
import { papersOfValue } from './values';

const first = createShared();
const second = createShared();

/** Calls `found` for each place where the second stem directly follows the first, ascending by paper, with both codes. */
const forEachPair = (
  pack: SearchPack,
  [listA, listB]: readonly [number, number],
  found: (paper: number, codeA: number, codeB: number) => void,
): void => {
  decodeList(pack.index, listA, first, true);
  decodeList(pack.index, listB, second, true);
  // Occurrences in a list are sorted by paper, then by field, then by position.
  let [a, b] = [0, 0];
  while (a < first.count && b < second.count) {
    const [codeA, codeB] = [first.codes[a] ?? 0, second.codes[b] ?? 0];
    const ahead =
      (second.papers[b] ?? 0) - (first.papers[a] ?? 0) ||
      (FIELD_CODES[codeB] ?? 0) - (FIELD_CODES[codeA] ?? 0) ||
      (second.positions[b] ?? 0) - (first.positions[a] ?? 0) - 1;
    // Terms of an abstract have no positions.
    if (ahead === 0 && codeA < FIRST_TERM_CODE) found(first.papers[a] ?? 0, codeA, codeB);
    if (ahead >= 0) a += 1;
    else b += 1;
  }
};

/** What two neighbouring words add to each paper's score, as shares of the weight of a word as rare as the pair. */
const weighPairs = (
  pack: SearchPack,
  words: readonly [string, string],
  stems: readonly [number, number],
  { weights, k1, pair, name }: RankSettings,
  inNames: boolean,
): Map<number, number> => {
  const shares = new Map<number, number>();
  const [a, b] = [localOf(pack, stems[0]), localOf(pack, stems[1])];
  if (a === undefined || b === undefined) return shares;
  const names = new Set<number>();
  const add = (paper: number, weight: number): void => {
    if (pack.hidden?.[paper] !== 1) shares.set(paper, (shares.get(paper) ?? 0) + weight);
  };
  const [nameA, nameB] = [nameBits(pack.index, words[0]), nameBits(pack.index, words[1])];
  forEachPair(pack, [a, b], (paper, codeA, codeB) => {
    if (isNameCode(codeA)) {
      // Names are whole words.
      if ((nameA >> codeA) & (nameB >> codeB) & 1) names.add(paper);
    } else if (!inNames) add(paper, weights[POSTED_FIELDS[codeA] ?? 'body']);
  });
  if (!inNames)
    for (const { value, isForm } of findPhraseValues(pack.index, [a, b], words.map(stem))) {
      const kind = pack.index.table.values[value]?.kind ?? 'tags';
      const weight = weights[isForm ? 'forms' : kind === 'categories' ? 'tags' : kind];
      for (const paper of papersOfValue(pack.index.table, value)) add(paper, weight);
    }
  for (const [paper, frequency] of shares)
    shares.set(paper, (pair * frequency * (k1 + 1)) / (frequency + k1));
  for (const paper of names) add(paper, name);
  return shares;
};

/** Papers that the pairs kept may have together. */
const MOST_KEPT = 40_000;

/** The shares of two neighbouring words (`weighPairs`), pack by pack. */
const pairsOf = memoryByCollection<readonly ReadonlyMap<number, number>[]>(MOST_KEPT);

/** Adds to the scores the bonus for neighbouring words of the query that are neighbours in a text too. */
export const addAdjacentWords = (
  collection: SearchCollection,
  clauses: readonly Clause[],
  settings: RankSettings,
  rankings: readonly Ranking[],
): void => {
  const { packs, papers } = collection;
  const kept = pairsOf(collection);
  for (const [at, { word, exact }] of clauses.entries()) {
    const next = clauses[at + 1];
    if (exact === undefined || next?.exact === undefined) continue;
    const functionWords = [word, next.word].filter((each) => STOP_WORDS.has(each)).length;
    // Function words mean something only as names: "Kaiming He".
    if (functionWords === 2) continue;
    const pair = [exact, next.exact] as const;
    const key = settings === RANK_SETTINGS ? `${word} ${next.word}` : undefined;
    const found =
      (key === undefined ? undefined : kept.get(key)) ??
      packs.map((pack) => weighPairs(pack, [word, next.word], pair, settings, functionWords > 0));
    const holders = found.reduce((sum, { size }) => sum + size, 0);
    if (key !== undefined && hasReadAll(collection)) kept.set(key, found, holders + 1);
    const idf = rarity(papers, holders);
    for (const [each, shares] of found.entries()) {
      const scores = rankings[each]?.scores;
      for (const [paper, share] of shares) {
        const known = scores?.[paper] ?? 0;
        // Papers without a score are not ranked: they are hidden, or the postings of a word were not read yet.
        if (scores && known > 0) scores[paper] = known + idf * share;
      }
    }
  }
};
