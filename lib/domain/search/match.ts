/**
 * Finds the stems that the words of a query can stand for: as written, as a prefix, with a typo, joined or
 * split.
 */
import { STOP_WORDS } from '@/lib/domain/text/stop-words';
import { stem, tokenise } from '@/lib/domain/text/tokens';
import { findStem, globalOf, hasReadAll, localOf } from './collection';
import type { SearchCollection, SearchPack } from './collection';
import { forEachLength, prefixRange } from './dictionary';
import type { Dictionary } from './dictionary';
import { isLikelyTypo, typoLimit } from './edit-distance';
import { memoryByCollection } from './memory';
import { forEachTypoMatch } from './typo-matches';

/** A stem that a word of the query may stand for, by its number over all packs; `weight` is at most 1. */
export interface Alternative {
  readonly stem: number;
  readonly weight: number;
  /** The word that must be in an author's name, whole; empty if none is meant; undefined if any with the stem is. */
  readonly name?: string | undefined;
}

/** One word of the query. */
export interface Clause {
  readonly word: string;
  /** The stem of the word as written; undefined if no pack has it. */
  readonly exact?: number | undefined;
  /** The word that is searched too, if hardly any paper has this one and it may be a typo. */
  readonly respelled?: string | undefined;
  /** True if the word may be the beginning of a longer one. */
  readonly isOpen: boolean;
  /**
   * Texts of the stems for which it stands as written, joined with the next word or respelled; without those
   * that it only begins.
   */
  readonly stems: readonly string[];
  readonly alternatives: readonly Alternative[];
  /** For each pack, the papers whose id has the word. */
  readonly ids: readonly (readonly number[])[];
  /**
   * Whether a paper must match the word when all words are wanted: not for function words, except in
   * compounds such as "few-shot".
   */
  readonly isRequired: boolean;
}

/** Weights of words that continue what was typed: lower if what was typed is a word itself. */
const PREFIX_WEIGHTS = { alone: 0.8, besideWord: 0.4 };
const TYPO_WEIGHTS = [1, 0.6, 0.35];

type Weights = Map<number, number>;

const raise = (weights: Weights, number: number, weight: number): void => {
  if ((weights.get(number) ?? 0) < weight) weights.set(number, weight);
};

/** How many words a single letter can stand for: only the most frequent, since thousands begin with it. */
const AFTER_ONE_LETTER = 64;

/**
 * The number of papers that the last of the `most` most frequent words in a range has; 0 if there are fewer
 * words.
 */
const leastOfCommonest = ({ index }: SearchPack, from: number, to: number, most: number): number => {
  const { dictionary, postings } = index;
  const counts = new Uint32Array(Math.max(0, to - from));
  let count = 0;
  forEachLength(dictionary, [from, to], (list) => {
    counts[count] = postings.holders.of(list);
    count += 1;
  });
  return counts.toSorted().at(-most) ?? 0;
};

/** By dictionary and letter; cached, because computing it takes a pass over all entries. */
const leasts = new WeakMap<Dictionary, Map<string, number>>();

const leastAfter = (pack: SearchPack, letter: string, from: number, to: number): number => {
  const { dictionary, lacks } = pack.index;
  let known = leasts.get(dictionary);
  if (known === undefined) leasts.set(dictionary, (known = new Map()));
  let least = known.get(letter);
  if (least === undefined) {
    least = leastOfCommonest(pack, from, to, AFTER_ONE_LETTER);
    if (lacks?.() !== true) known.set(letter, least);
  }
  return least;
};

const addPrefixes = ({ packs }: SearchCollection, word: string, weights: Weights): void => {
  const weight = weights.size > 0 ? PREFIX_WEIGHTS.besideWord : PREFIX_WEIGHTS.alone;
  for (const pack of packs) {
    const { dictionary } = pack.index;
    const { holders } = pack.index.postings;
    const [from, to] = prefixRange(dictionary, word);
    const least = word.length > 1 ? 0 : leastAfter(pack, word, from, to);
    forEachLength(dictionary, [from, to], (list, length) => {
      if (least > 0 && holders.of(list) < least) return;
      // The larger the typed part of a word, the likelier it is the word that is meant.
      const typed = word.length / Math.max(word.length, length);
      raise(weights, globalOf(pack, list), weight * (0.5 + typed / 2));
    });
  }
};

/** A word of the packs that may have been meant by a misspelt one. */
interface TypoMatch {
  readonly stem: number;
  readonly text: string;
  readonly distance: number;
  /** How many papers have the stem. */
  readonly holders: number;
}

/** Short words must begin with the same letter (`isLikelyTypo`), so only those are searched. */
const typoRange = (dictionary: Dictionary, word: string): readonly [number, number] =>
  word.length >= 8 || word.length === 4 ? [0, dictionary.size] : prefixRange(dictionary, word.charAt(0));

/**
 * The wanted words that are at most `limit` edits away from what was typed, or with `prefix` those that begin
 * so.
 */
export const findTypoMatches = (
  { packs }: SearchCollection,
  word: string,
  prefix: boolean,
  limit = typoLimit(word),
  isWanted: (pack: SearchPack, entry: number, text: string) => boolean = () => true,
): TypoMatch[] => {
  if (limit === 0) return [];
  const found: TypoMatch[] = [];
  for (const pack of packs) {
    const { dictionary, postings } = pack.index;
    forEachTypoMatch(
      dictionary,
      { word, limit, prefix },
      typoRange(dictionary, word),
      (entry, text, distance) => {
        if (!isLikelyTypo(word, text) || !isWanted(pack, entry, text)) return;
        const list = dictionary.codes.listOf(entry);
        found.push({ stem: globalOf(pack, list), text, distance, holders: postings.holders.of(list) });
      },
    );
  }
  return found;
};

/** Typos that the misspelt words kept may have together. */
const MOST_KEPT = 2000;

const typoMatchesOf = memoryByCollection<readonly TypoMatch[]>(MOST_KEPT);

/** The words that are the fewest edits away. */
const findNearest = (collection: SearchCollection, word: string, prefix: boolean): readonly TypoMatch[] => {
  const kept = typoMatchesOf(collection);
  const key = `${word}${prefix ? '*' : ''}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const most = typoLimit(word);
  let nearest: readonly TypoMatch[] = [];
  // Most typos are one edit, for which few words must be compared.
  for (let limit = 1; limit <= most && nearest.length === 0; limit += 1)
    nearest = findTypoMatches(collection, word, prefix, limit);
  if (hasReadAll(collection)) kept.set(key, nearest, nearest.length + 1);
  return nearest;
};

/**
 * A word that more papers have is probably no typo; abstracts have typos too, mostly in one paper ("langage"). Then
 * only a word that so many times more papers have is probably meant.
 */
const MOST_WITH_TYPO = 10;
const TIMES_MORE = 100;

/** How many papers have the most frequent of the stems. */
const mostHolders = ({ packs }: SearchCollection, weights: Weights): number => {
  let most = 0;
  for (const number of weights.keys()) {
    for (const pack of packs) {
      const list = localOf(pack, number);
      if (list !== undefined) most = Math.max(most, pack.index.postings.holders.of(list));
    }
    if (most > MOST_WITH_TYPO) break;
  }
  return most;
};

/** Adds the words with the fewest edits if the word may be a typo for them, and returns them, most frequent first. */
const addTypos = (
  collection: SearchCollection,
  word: string,
  prefix: boolean,
  weights: Weights,
): readonly string[] => {
  const known = mostHolders(collection, weights);
  if (known > MOST_WITH_TYPO) return [];
  const nearest = findNearest(collection, word, prefix).filter(
    ({ holders }) => holders >= TIMES_MORE * known,
  );
  for (const { stem: root, distance } of nearest) raise(weights, root, TYPO_WEIGHTS[distance] ?? 0);
  const unlike = (other: string): number => Math.abs(other.length - word.length);
  return nearest
    .toSorted((a, b) => b.holders - a.holders || unlike(a.text) - unlike(b.text))
    .map(({ text }) => text);
};

const matchWord = (collection: SearchCollection, word: string, isOpen: boolean): Weights => {
  const weights: Weights = new Map();
  const exact = findStem(collection, stem(word));
  if (exact !== undefined) weights.set(exact, 1);
  if (isOpen) addPrefixes(collection, word, weights);
  return weights;
};

/** An id may have a version, but packs store ids without one. */
const withoutVersion = (word: string): string => word.replace(/^(\d{4}\.\d{4,5})v\d+$/, '$1');

/**
 * The clauses of a query's free text, one for each word. With `isOpen` the last word may be incomplete. Typos
 * are tolerated only for words that hardly any paper has as written.
 */
export const findClauses = (collection: SearchCollection, text: string, isOpen: boolean): Clause[] => {
  const tokens = tokenise(text);
  const words = tokens.map((token) => withoutVersion(token.text));
  const last = words.length - 1;
  const compounds = new Map<number, string>();
  const matched = words.map((word, at) => matchWord(collection, word, isOpen && at === last));
  for (let at = 0; at < last; at += 1) {
    // "x ray" and "x-ray" also match "xray".
    const root = stem(`${words[at] ?? ''}${words[at + 1] ?? ''}`);
    const joined = findStem(collection, root);
    if (joined === undefined) continue;
    for (const weights of matched.slice(at, at + 2)) raise(weights, joined, 0.5);
    compounds.set(at, root);
  }
  return words.map((word, at) => {
    const weights = matched[at] ?? new Map<number, number>();
    const goesOn = isOpen && at === last;
    const ids = collection.packs.map(({ index }) => index.ids.findWord(word, goesOn));
    const isId = ids.some((papers) => papers.length > 0);
    const exact = findStem(collection, stem(word));
    // The beginning of a word is no typo. Words that were not read yet may be the word as written.
    const isBeginning = exact === undefined && weights.size > 0;
    const typos =
      isId || isBeginning || !hasReadAll(collection) ? [] : addTypos(collection, word, goesOn, weights);
    const joined = [compounds.get(at), compounds.get(at - 1)].filter((root) => root !== undefined);
    // A letter is only an initial, of hundreds of authors.
    const name = /^[a-z]$/.test(word) ? '' : word;
    const isPart = joined.length > 0 || tokens[at]?.glued === true || tokens[at + 1]?.glued === true;
    return {
      word,
      exact,
      respelled: typos[0],
      isOpen: goesOn,
      stems: [stem(word), ...joined, ...typos.map(stem)],
      alternatives: Array.from(weights, ([number, weight]) => ({
        stem: number,
        weight,
        name: number === exact ? name : undefined,
      })),
      ids,
      // A single letter after other words is the beginning of a word and not required yet.
      isRequired:
        (goesOn && words.length === 1) || isPart || !(STOP_WORDS.has(word) || (goesOn && word.length === 1)),
    };
  });
};
