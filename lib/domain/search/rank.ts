/** Scores papers by BM25 over weighted fields (BM25F), alike over all packs. */
import type { SearchCollection, SearchPack } from './collection';
import { localOf } from './collection';
import type { SearchIndex } from './index-file';
import { decodeList, valuesOfList } from './lists';
import type { Alternative, Clause } from './match';
import { addNeighbours } from './neighbours';
import { POSTED_FIELDS } from './paper';
import { createOccurrences, FIRST_TERM_CODE, TERM_LEVELS, weightOfLevel } from './postings';
import type { Occurrences } from './postings';
import { RANK_SETTINGS, type RankSettings } from './rank-settings';
import { rarity } from './scores';
import type { Ranking } from './scores';
import { papersOfValue } from './values';

/** Numbers by paper that most words touch few of: kept between queries, cleared by what was touched. */
interface Touched {
  readonly numbers: Float32Array;
  readonly papers: Uint32Array;
  count: number;
}

interface Scratch {
  /** How often one stem is in each paper, its fields weighed. */
  readonly frequency: Touched;
  /** 1 for papers that have the stem otherwise than in another form of a tag. */
  readonly isHolder: Uint8Array;
  /** Best score for one word. */
  readonly best: Touched;
  readonly occurrences: Occurrences;
}

const createTouched = (size: number): Touched => ({
  numbers: new Float32Array(size),
  papers: new Uint32Array(size),
  count: 0,
});

const scratches = new WeakMap<SearchIndex, Scratch>();

const scratchOf = (index: SearchIndex): Scratch => {
  let scratch = scratches.get(index);
  if (scratch === undefined) {
    scratch = {
      frequency: createTouched(index.size),
      isHolder: new Uint8Array(index.size),
      best: createTouched(index.size),
      occurrences: createOccurrences(),
    };
    scratches.set(index, scratch);
  }
  return scratch;
};

const touch = (into: Touched, paper: number, more: number): void => {
  const known = into.numbers[paper] ?? 0;
  if (known === 0) {
    into.papers[into.count] = paper;
    into.count += 1;
  }
  into.numbers[paper] = known + more;
};

/** What one occurrence counts, and how far the field's length counts against it, by the occurrence's code. */
interface CodeWeights {
  readonly weights: Float64Array;
  readonly slopes: Float64Array;
}

const weighCodes = ({ weights, b }: RankSettings): CodeWeights => {
  const byCode = new Float64Array(FIRST_TERM_CODE + TERM_LEVELS);
  const slopes = new Float64Array(FIRST_TERM_CODE + TERM_LEVELS);
  for (const [code, field] of POSTED_FIELDS.entries()) {
    byCode[code] = weights[field];
    slopes[code] = b[field];
  }
  for (let level = 0; level < TERM_LEVELS; level += 1)
    byCode[FIRST_TERM_CODE + level] = weights.terms * weightOfLevel(level);
  return { weights: byCode, slopes };
};

/** A query being ranked: what does not change from word to word. */
interface Run {
  readonly collection: SearchCollection;
  readonly settings: RankSettings;
  readonly codes: CodeWeights;
}

/** Counts the occurrences of one stem in a pack. The innermost loop of a search: written out, without calls. */
const countOccurrences = (
  { frequency, isHolder, occurrences }: Scratch,
  { weights, slopes }: CodeWeights,
  lengths: SearchIndex['lengths'],
  means: readonly number[],
): number => {
  const { papers, codes, count } = occurrences;
  const { numbers } = frequency;
  let touched = frequency.count;
  let holders = 0;
  for (let at = 0; at < count; at += 1) {
    const paper = papers[at] ?? 0;
    const code = codes[at] ?? 0;
    let weight = weights[code] ?? 0;
    const slope = slopes[code] ?? 0;
    if (slope > 0) weight /= 1 - slope + (slope * (lengths[code]?.[paper] ?? 0)) / (means[code] ?? 1);
    const known = numbers[paper] ?? 0;
    if (known === 0) {
      frequency.papers[touched] = paper;
      touched += 1;
    }
    numbers[paper] = known + weight;
    if (isHolder[paper] === 0) {
      isHolder[paper] = 1;
      holders += 1;
    }
  }
  frequency.count = touched;
  return holders;
};

/** Counts one stem in the papers of a pack; gives how many have it otherwise than in another form of a tag. */
const countStem = ({ collection, settings, codes }: Run, pack: SearchPack, list: number): number => {
  const { index } = pack;
  const scratch = scratchOf(index);
  decodeList(index, list, scratch.occurrences);
  let holders = countOccurrences(scratch, codes, index.lengths, collection.means);
  for (const { value, isForm } of valuesOfList(index, list)) {
    const kind = index.table.values[value]?.kind ?? 'tags';
    const weight = settings.weights[isForm ? 'forms' : kind === 'categories' ? 'tags' : kind];
    for (const paper of papersOfValue(index.table, value)) {
      touch(scratch.frequency, paper, weight);
      if (isForm || scratch.isHolder[paper] === 1) continue;
      scratch.isHolder[paper] = 1;
      holders += 1;
    }
  }
  return holders;
};

/** Turns what was counted into scores, of which each paper keeps its best, and clears the counts. */
const scoreCounted = (pack: SearchPack, idf: number, { k1 }: RankSettings): void => {
  const { frequency, isHolder, best } = scratchOf(pack.index);
  const { numbers, papers, count } = frequency;
  const { hidden } = pack;
  for (let at = 0; at < count; at += 1) {
    const paper = papers[at] ?? 0;
    const counted = numbers[paper] ?? 0;
    numbers[paper] = 0;
    isHolder[paper] = 0;
    if (hidden !== undefined && hidden[paper] === 1) continue;
    const score = (idf * counted * (k1 + 1)) / (counted + k1);
    const known = best.numbers[paper] ?? 0;
    if (score <= known) continue;
    if (known === 0) {
      best.papers[best.count] = paper;
      best.count += 1;
    }
    best.numbers[paper] = score;
  }
  frequency.count = 0;
};

const scoreAlternative = (run: Run, { stem, weight }: Alternative): void => {
  const { packs, papers } = run.collection;
  let holders = 0;
  let formHolders = 0;
  const counted = packs.filter((pack) => {
    const list = localOf(pack, stem);
    if (list === undefined) return false;
    holders += countStem(run, pack, list);
    formHolders += scratchOf(pack.index).frequency.count;
    return true;
  });
  // A paper that a later pack holds too counts twice here, which makes a word of hundreds no commoner.
  const idf = rarity(papers, Math.min(papers, holders || formHolders)) * weight;
  for (const pack of counted) scoreCounted(pack, idf, run.settings);
};

const scoreIds = ({ collection, settings }: Run, ids: Clause['ids']): void => {
  const holders = ids.reduce((sum, papers) => sum + papers.length, 0);
  if (holders === 0) return;
  const idf = rarity(collection.papers, Math.min(collection.papers, holders));
  for (const [at, pack] of collection.packs.entries()) {
    for (const paper of ids[at] ?? []) touch(scratchOf(pack.index).frequency, paper, settings.weights.id);
    scoreCounted(pack, idf, settings);
  }
};

/** Scores of all packs, in the collection's order, and how many words are required in all. */
export interface Rankings {
  readonly packs: readonly Ranking[];
  readonly required: number;
}

/**
 * Scores every paper against the words of a query; a word written twice counts
 * twice. Function words are passed over where the query has others.
 */
export const rankPapers = (
  collection: SearchCollection,
  clauses: readonly Clause[],
  settings: RankSettings = RANK_SETTINGS,
): Rankings => {
  const run: Run = { collection, settings, codes: weighCodes(settings) };
  const packs = collection.packs.map(({ index }) => ({
    scores: new Float64Array(index.size),
    matched: new Uint16Array(index.size),
  }));
  const required = clauses.filter(({ isRequired }) => isRequired);
  for (const clause of required.length > 0 ? required : clauses) {
    for (const alternative of clause.alternatives) scoreAlternative(run, alternative);
    scoreIds(run, clause.ids);
    for (const [at, { scores, matched }] of packs.entries()) {
      const pack = collection.packs[at];
      if (pack === undefined) continue;
      const { best } = scratchOf(pack.index);
      for (let each = 0; each < best.count; each += 1) {
        const paper = best.papers[each] ?? 0;
        scores[paper] = (scores[paper] ?? 0) + (best.numbers[paper] ?? 0);
        if (clause.isRequired) matched[paper] = (matched[paper] ?? 0) + 1;
        best.numbers[paper] = 0;
      }
      best.count = 0;
    }
  }
  if (settings.pair > 0) addNeighbours(collection, clauses, settings, packs);
  return { packs, required: required.length };
};
