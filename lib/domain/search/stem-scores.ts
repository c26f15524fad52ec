/** Scores the papers of each pack for one stem or id, by frequency, field weights and rarity. */
import type { SearchCollection, SearchPack } from './collection';
import { localOf } from './collection';
import { decodeList, valuesOfList } from './lists';
import type { Alternative, Clause } from './match';
import { ANY_NAME, FIELD_CODES, isNameCode, nameBits } from './name-codes';
import { POSTED_FIELDS } from './paper';
import type { IndexField } from './paper';
import { FIRST_TERM_CODE, TERM_LEVELS, weightOfLevel } from './postings';
import type { RankSettings } from './rank-settings';
import { rarity, scratchOf, touch } from './scores';
import type { Scratch } from './scores';
import { papersOfValue } from './values';

/** Weight and length normalisation of an occurrence, by its code. */
interface CodeWeights {
  readonly weights: Float64Array;
  readonly slopes: Float64Array;
}

/** More than nothing, so that such papers are found, but after any with the word, however many authors share it. */
const ALMOST_NOTHING = 1e-4;

/** `meant` has the codes of names that are meant, as bits; others count almost nothing. */
const weighCodes = ({ weights, b }: RankSettings, meant: number): CodeWeights => {
  const byCode = new Float64Array(FIRST_TERM_CODE + TERM_LEVELS);
  const slopes = new Float64Array(FIRST_TERM_CODE + TERM_LEVELS);
  for (let code = 0; code < FIRST_TERM_CODE; code += 1) {
    const field = POSTED_FIELDS[FIELD_CODES[code] ?? 0] ?? 'body';
    byCode[code] = isNameCode(code) && ((meant >> code) & 1) === 0 ? ALMOST_NOTHING : weights[field];
    slopes[code] = b[field];
  }
  for (let level = 0; level < TERM_LEVELS; level += 1)
    byCode[FIRST_TERM_CODE + level] = weights.terms * weightOfLevel(level);
  return { weights: byCode, slopes };
};

/** What stays the same for all words of a query. */
interface Run {
  readonly collection: SearchCollection;
  readonly settings: RankSettings;
  /** For a stem that stands for all authors whose names have it. */
  readonly codes: CodeWeights;
  /**
   * Mean field lengths, and lengths by paper for each pack, for the fields whose length counts; by the
   * occurrence's code.
   */
  readonly means: readonly number[];
  readonly lengths: ReadonlyMap<SearchPack, readonly (Uint16Array | undefined)[]>;
  /** Whether salience is needed; it is not for a query of one word. */
  readonly needsSalience: boolean;
}

/** Looks up once what ranking a query needs; `needsSalience` as in `Run`. */
export const startRun = (
  collection: SearchCollection,
  settings: RankSettings,
  needsSalience: boolean,
): Run => {
  const codes = weighCodes(settings, ANY_NAME);
  const counted = Array.from({ length: FIRST_TERM_CODE }, (_, code) => (codes.slopes[code] ?? 0) > 0);
  return {
    collection,
    settings,
    codes,
    means: counted.map((isCounted, code) => (isCounted ? collection.meanOf(FIELD_CODES[code] ?? 0) : 1)),
    lengths: new Map(
      collection.packs.map((pack) => [
        pack,
        counted.map((isCounted, code) =>
          isCounted ? pack.index.lengthsOf(FIELD_CODES[code] ?? 0) : undefined,
        ),
      ]),
    ),
    needsSalience,
  };
};

/**
 * The salience of words in fields, about what such a word has among the terms of an abstract, so that papers
 * without terms are not ranked lower.
 */
const FIELD_LEVELS: Partial<Readonly<Record<IndexField, number>>> = {
  title: 0.2,
  summary: 0.15,
  datasets: 0.1,
  tags: 0.1,
  metrics: 0.1,
};

/** The salience of a word, by the occurrence's code. */
const LEVELS = Float32Array.from({ length: FIRST_TERM_CODE + TERM_LEVELS }, (_, code) => {
  const field = POSTED_FIELDS[code];
  if (field !== undefined) return FIELD_LEVELS[field] ?? 0;
  return code < FIRST_TERM_CODE ? 0 : weightOfLevel(code - FIRST_TERM_CODE);
});

/**
 * Counts the occurrences of one stem in a pack. This is the innermost loop of a search, therefore without
 * calls.
 */
const countOccurrences = (
  { frequency, level, occurrences }: Scratch,
  { codes: { weights, slopes }, means, needsSalience }: Run,
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
    if (!needsSalience) continue;
    const salience = LEVELS[code] ?? 0;
    if (salience > (level[paper] ?? 0)) level[paper] = salience;
  }
  frequency.count = touched;
};

/**
 * Counts a stem of a value's text in all papers that have the value; `salience` is 0 where it is not needed.
 */
const countValue = (
  { frequency, level }: Scratch,
  holders: Uint32Array,
  weight: number,
  salience: number,
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
    if (salience > 0 && salience > (level[paper] ?? 0)) level[paper] = salience;
  }
  frequency.count = touched;
};

/** Counts one stem in the papers of a pack; returns how many have it other than as another form of a tag. */
const countStem = (run: Run, pack: SearchPack, list: number): number => {
  const { settings, lengths, needsSalience } = run;
  const { index } = pack;
  const scratch = scratchOf(index);
  decodeList(index, list, scratch.occurrences);
  countOccurrences(scratch, run, lengths.get(pack) ?? []);
  const values = valuesOfList(index, list);
  for (const { value, isForm } of values) {
    if (isForm) continue;
    const kind = index.table.values[value]?.kind ?? 'tags';
    const weight = settings.weights[kind === 'categories' ? 'tags' : kind];
    const salience = !needsSalience || kind === 'categories' ? 0 : (FIELD_LEVELS[kind] ?? 0);
    countValue(scratch, papersOfValue(index.table, value), weight, salience);
  }
  const holders = scratch.frequency.count;
  for (const { value, isForm } of values)
    if (isForm) countValue(scratch, papersOfValue(index.table, value), settings.weights.forms, 0);
  return holders;
};

/** Turns the counts into scores, of which each paper keeps its best, and clears the counts. */
const scoreCounted = (pack: SearchPack, idf: number, { settings: { k1 }, needsSalience }: Run): void => {
  const { frequency, level, best, mostSalient } = scratchOf(pack.index);
  const { numbers, papers, count } = frequency;
  const { hidden } = pack;
  for (let at = 0; at < count; at += 1) {
    const paper = papers[at] ?? 0;
    const counted = numbers[paper] ?? 0;
    numbers[paper] = 0;
    const isHidden = hidden !== undefined && hidden[paper] === 1;
    if (needsSalience) {
      const salience = idf * (level[paper] ?? 0);
      level[paper] = 0;
      if (!isHidden && salience > (mostSalient[paper] ?? 0)) mostSalient[paper] = salience;
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

/**
 * Scores one stem in a pack if all its papers are in the postings: does the work of `countStem` and
 * `scoreCounted` in one pass over ascending papers. Most stems of a prefix are of this kind.
 */
const scorePosted = (
  pack: SearchPack,
  list: number,
  idf: number,
  { settings, codes: { weights, slopes }, means, lengths: lengthsByPack, needsSalience }: Run,
): void => {
  const { index, hidden } = pack;
  const { best, mostSalient, occurrences } = scratchOf(index);
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
    let salience = 0;
    do {
      const code = codes[at] ?? 0;
      const slope = slopes[code] ?? 0;
      const weight = weights[code] ?? 0;
      counted +=
        slope > 0
          ? weight / (1 - slope + (slope * (lengths[code]?.[paper] ?? 0)) / (means[code] ?? 1))
          : weight;
      const level = LEVELS[code] ?? 0;
      if (level > salience) salience = level;
      at += 1;
    } while (at < count && papers[at] === paper);
    if (hidden !== undefined && hidden[paper] === 1) continue;
    if (needsSalience && idf * salience > (mostSalient[paper] ?? 0)) mostSalient[paper] = idf * salience;
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

/** Scores one stem for which a word stands; of all its stems, each paper keeps the best score. */
export const scoreAlternative = (run: Run, { stem, weight, name }: Alternative, most: number): number => {
  const runIn = ({ index }: SearchPack): Run => {
    if (name === undefined) return run;
    const meant = name === '' ? 0 : nameBits(index, name);
    return { ...run, codes: weighCodes(run.settings, meant) };
  };
  const { packs, papers } = run.collection;
  let holders = 0;
  let isPosted = true;
  for (const pack of packs) {
    const list = localOf(pack, stem);
    if (list === undefined) continue;
    holders += pack.index.postings.holders.of(list);
    isPosted = isPosted && !pack.index.refs.has(list);
  }
  // A paper in two packs counts twice here, which makes no difference to a word with hundreds of papers.
  const idfOf = (count: number): number => Math.min(most, rarity(papers, Math.min(papers, count))) * weight;
  if (isPosted) {
    const idf = idfOf(holders);
    for (const pack of packs) {
      const list = localOf(pack, stem);
      if (list !== undefined) scorePosted(pack, list, idf, runIn(pack));
    }
    return idf;
  }
  let counted = 0;
  let formHolders = 0;
  for (const pack of packs) {
    const list = localOf(pack, stem);
    if (list === undefined) continue;
    counted += countStem(runIn(pack), pack, list);
    formHolders += scratchOf(pack.index).frequency.count;
  }
  const idf = idfOf(counted || formHolders);
  for (const pack of packs) if (localOf(pack, stem) !== undefined) scoreCounted(pack, idf, run);
  return idf;
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
