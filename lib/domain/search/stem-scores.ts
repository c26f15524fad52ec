/** Scores the papers of each pack for one stem or id: how often they have it, its fields weighed, and how rare it is. */
import type { SearchCollection, SearchPack } from './collection';
import { localOf } from './collection';
import { decodeList, valuesOfList } from './lists';
import type { Alternative, Clause } from './match';
import { POSTED_FIELDS } from './paper';
import type { IndexField } from './paper';
import { FIRST_TERM_CODE, TERM_LEVELS, weightOfLevel } from './postings';
import type { RankSettings } from './rank-settings';
import { rarity, scratchOf, touch } from './scores';
import type { Scratch } from './scores';
import { papersOfValue } from './values';

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
export interface Run {
  readonly collection: SearchCollection;
  readonly settings: RankSettings;
  readonly codes: CodeWeights;
  /** Mean words of the fields whose length counts, and words by paper, pack by pack; by the occurrence's code. */
  readonly means: readonly number[];
  readonly lengths: ReadonlyMap<SearchPack, readonly (Uint16Array | undefined)[]>;
  /** Whether what a word says of each paper matters: of one word alone it does not. */
  readonly isTold: boolean;
}

/** What ranking needs of a collection, looked up once a query; `isTold` as in `Run`. */
export const startRun = (collection: SearchCollection, settings: RankSettings, isTold: boolean): Run => {
  const codes = weighCodes(settings);
  const counted = POSTED_FIELDS.map((_, code) => (codes.slopes[code] ?? 0) > 0);
  return {
    collection,
    settings,
    codes,
    means: counted.map((isCounted, code) => (isCounted ? collection.meanOf(code) : 1)),
    lengths: new Map(
      collection.packs.map((pack) => [
        pack,
        counted.map((isCounted, code) => (isCounted ? pack.index.lengthsOf(code) : undefined)),
      ]),
    ),
    isTold,
  };
};

/**
 * What a field says whose words are no terms of an abstract: about what such a word weighs among the terms where there
 * are some, so that papers whose abstracts nobody has are not behind.
 */
const FIELD_LEVELS: Partial<Readonly<Record<IndexField, number>>> = {
  title: 0.2,
  summary: 0.15,
  datasets: 0.1,
  tags: 0.1,
  metrics: 0.1,
};

/** How telling a word is, by the occurrence's code. */
const LEVELS = Float32Array.from({ length: FIRST_TERM_CODE + TERM_LEVELS }, (_, code) => {
  const field = POSTED_FIELDS[code];
  if (field !== undefined) return FIELD_LEVELS[field] ?? 0;
  return code < FIRST_TERM_CODE ? 0 : weightOfLevel(code - FIRST_TERM_CODE);
});

/** Counts the occurrences of one stem in a pack. The innermost loop of a search: written out, without calls. */
const countOccurrences = (
  { frequency, level, occurrences }: Scratch,
  { codes: { weights, slopes }, means, isTold }: Run,
  lengths: readonly (Uint16Array | undefined)[],
): void => {
  const { papers, codes, count } = occurrences;
  const { numbers } = frequency;
  let touched = frequency.count;
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
    if (!isTold) continue;
    const says = LEVELS[code] ?? 0;
    if (says > (level[paper] ?? 0)) level[paper] = says;
  }
  frequency.count = touched;
};

/** Counts a stem that stands in a value in all papers of the value; `says` is how telling that is, where it is asked. */
const countValue = (
  { frequency, level }: Scratch,
  holders: Uint32Array,
  weight: number,
  says: number,
): void => {
  const { numbers } = frequency;
  let touched = frequency.count;
  for (let at = 0; at < holders.length; at += 1) {
    const paper = holders[at] ?? 0;
    const known = numbers[paper] ?? 0;
    if (known === 0) {
      frequency.papers[touched] = paper;
      touched += 1;
    }
    numbers[paper] = known + weight;
    if (says > 0 && says > (level[paper] ?? 0)) level[paper] = says;
  }
  frequency.count = touched;
};

/** Counts one stem in the papers of a pack; gives how many have it otherwise than in another form of a tag. */
const countStem = (run: Run, pack: SearchPack, list: number): number => {
  const { settings, lengths, isTold } = run;
  const { index } = pack;
  const scratch = scratchOf(index);
  decodeList(index, list, scratch.occurrences);
  countOccurrences(scratch, run, lengths.get(pack) ?? []);
  const values = valuesOfList(index, list);
  for (const { value, isForm } of values) {
    if (isForm) continue;
    const kind = index.table.values[value]?.kind ?? 'tags';
    const weight = settings.weights[kind === 'categories' ? 'tags' : kind];
    const says = !isTold || kind === 'categories' ? 0 : (FIELD_LEVELS[kind] ?? 0);
    countValue(scratch, papersOfValue(index.table, value), weight, says);
  }
  const holders = scratch.frequency.count;
  for (const { value, isForm } of values)
    if (isForm) countValue(scratch, papersOfValue(index.table, value), settings.weights.forms, 0);
  return holders;
};

/** Turns what was counted into scores, of which each paper keeps its best, and clears the counts. */
const scoreCounted = (pack: SearchPack, idf: number, { settings: { k1 }, isTold }: Run): void => {
  const { frequency, level, best, telling } = scratchOf(pack.index);
  const { numbers, papers, count } = frequency;
  const { hidden } = pack;
  for (let at = 0; at < count; at += 1) {
    const paper = papers[at] ?? 0;
    const counted = numbers[paper] ?? 0;
    numbers[paper] = 0;
    const isHidden = hidden !== undefined && hidden[paper] === 1;
    if (isTold) {
      const says = idf * (level[paper] ?? 0);
      level[paper] = 0;
      if (!isHidden && says > (telling[paper] ?? 0)) telling[paper] = says;
    }
    if (isHidden) continue;
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

/** A pack's list of one stem. */
interface PackList {
  readonly pack: SearchPack;
  readonly list: number;
}

/**
 * Scores one stem in a pack where all that have it stand in its postings: what `countStem` and `scoreCounted` do,
 * in one pass over papers that ascend. Most stems of a prefix are such.
 */
const scorePosted = (
  { pack, list }: PackList,
  idf: number,
  { settings, codes: { weights, slopes }, means, lengths: lengthsByPack, isTold }: Run,
): void => {
  const { index, hidden } = pack;
  const { best, telling, occurrences } = scratchOf(index);
  decodeList(index, list, occurrences);
  const { papers, codes, count } = occurrences;
  const { numbers } = best;
  const lengths = lengthsByPack.get(pack) ?? [];
  const k = settings.k1;
  const most = idf * (k + 1);
  let touched = best.count;
  for (let at = 0; at < count;) {
    const paper = papers[at] ?? 0;
    let counted = 0;
    let says = 0;
    do {
      const code = codes[at] ?? 0;
      const slope = slopes[code] ?? 0;
      const weight = weights[code] ?? 0;
      counted +=
        slope > 0
          ? weight / (1 - slope + (slope * (lengths[code]?.[paper] ?? 0)) / (means[code] ?? 1))
          : weight;
      const level = LEVELS[code] ?? 0;
      if (level > says) says = level;
      at += 1;
    } while (at < count && papers[at] === paper);
    if (hidden !== undefined && hidden[paper] === 1) continue;
    if (isTold && idf * says > (telling[paper] ?? 0)) telling[paper] = idf * says;
    const score = (most * counted) / (counted + k);
    const known = numbers[paper] ?? 0;
    if (score <= known) continue;
    if (known === 0) {
      best.papers[touched] = paper;
      touched += 1;
    }
    numbers[paper] = score;
  }
  best.count = touched;
};

/** Scores a stem that a word stands for: of all such, each paper keeps its best. */
export const scoreAlternative = (run: Run, { stem, weight }: Alternative): void => {
  const { packs, papers } = run.collection;
  const lists: PackList[] = [];
  let holders = 0;
  let isPosted = true;
  for (const pack of packs) {
    const list = localOf(pack, stem);
    if (list === undefined) continue;
    lists.push({ pack, list });
    holders += pack.index.postings.holders[list] ?? 0;
    isPosted = isPosted && !pack.index.refs.has(list);
  }
  // A paper that a later pack holds too counts twice here, which makes a word of hundreds no commoner.
  const idfOf = (count: number): number => rarity(papers, Math.min(papers, count)) * weight;
  if (isPosted) {
    for (const each of lists) scorePosted(each, idfOf(holders), run);
    return;
  }
  let counted = 0;
  let formHolders = 0;
  for (const { pack, list } of lists) {
    counted += countStem(run, pack, list);
    formHolders += scratchOf(pack.index).frequency.count;
  }
  for (const { pack } of lists) scoreCounted(pack, idfOf(counted || formHolders), run);
};

/** Scores the papers whose id has the word. */
export const scoreIds = (run: Run, ids: Clause['ids']): void => {
  const { collection, settings } = run;
  const holders = ids.reduce((sum, papers) => sum + papers.length, 0);
  if (holders === 0) return;
  const idf = rarity(collection.papers, Math.min(collection.papers, holders));
  for (const [at, pack] of collection.packs.entries()) {
    for (const paper of ids[at] ?? []) touch(scratchOf(pack.index).frequency, paper, settings.weights.id);
    scoreCounted(pack, idf, run);
  }
};
