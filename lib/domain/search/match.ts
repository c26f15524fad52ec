/** From the words of a query to stems of the packs: as written, as a prefix, with a typo, joined or apart. */
import { STOP_WORDS } from '@/lib/domain/text/stop-words';
import { stem, tokenise } from '@/lib/domain/text/tokens';
import { findStem, globalOf } from './collection';
import type { SearchCollection, SearchPack } from './collection';
import { prefixRange } from './dictionary';
import type { Dictionary } from './dictionary';
import { isLikelySlip, typoLimit } from './edit-distance';
import { forEachSlip } from './slips';

/** A stem that a word of the query may stand for, by its number over all packs; `weight` at most 1. */
export interface Alternative {
  readonly stem: number;
  readonly weight: number;
}

/** One word of the query. */
export interface Clause {
  readonly word: string;
  /** The stem of the word as it stands; undefined where no pack has it. */
  readonly exact?: number | undefined;
  /** The word that was taken in its stead, where no pack has anything like it but for a slip. */
  readonly respelled?: string | undefined;
  /** True where the word may go on. */
  readonly isOpen: boolean;
  /** Texts of the stems that it stands for as it is, joined with the next or respelled; not those that go on from it. */
  readonly stems: readonly string[];
  readonly alternatives: readonly Alternative[];
  /** Papers whose id has the word, pack by pack. */
  readonly ids: readonly (readonly number[])[];
  /** Whether a paper must match it when all words are asked for: function words need not, but in "few-shot". */
  readonly isRequired: boolean;
}

/** Of words that go on from what was typed: less where what was typed is a word itself. */
const PREFIX_WEIGHTS = { alone: 0.8, besideWord: 0.4 };
const TYPO_WEIGHTS = [1, 0.6, 0.35];

type Weights = Map<number, number>;

const raise = (weights: Weights, number: number, weight: number): void => {
  if ((weights.get(number) ?? 0) < weight) weights.set(number, weight);
};

/** Words that a single letter may go on to: the commonest. Thousands begin with each, and nobody means them yet. */
const AFTER_ONE_LETTER = 64;

/** How many papers the last of the `most` commonest words among entries has; 0 where there are fewer words. */
const leastOfCommonest = ({ index }: SearchPack, from: number, to: number, most: number): number => {
  const { dictionary, postings } = index;
  const counts = dictionary.listOf.subarray(from, to).map((list) => postings.holders[list] ?? 0);
  return counts.toSorted().at(-most) ?? 0;
};

const addPrefixes = ({ packs }: SearchCollection, word: string, weights: Weights): void => {
  const weight = weights.size > 0 ? PREFIX_WEIGHTS.besideWord : PREFIX_WEIGHTS.alone;
  for (const pack of packs) {
    const { dictionary } = pack.index;
    const { holders } = pack.index.postings;
    const [from, to] = prefixRange(dictionary, word);
    const least = word.length > 1 ? 0 : leastOfCommonest(pack, from, to, AFTER_ONE_LETTER);
    for (let entry = from; entry < to; entry += 1) {
      if ((holders[dictionary.listOf[entry] ?? 0] ?? 0) < least) continue;
      // The more of a word has been typed, the likelier it is the one that is meant.
      const typed = word.length / Math.max(word.length, dictionary.lengths[entry] ?? 1);
      raise(weights, globalOf(pack, dictionary.listOf[entry] ?? 0), weight * (0.5 + typed / 2));
    }
  }
};

/** A word of the packs that was perhaps meant by another. */
export interface Slip {
  readonly stem: number;
  readonly text: string;
  readonly distance: number;
}

/** Short words must begin alike (`isLikelySlip`): only those are looked at. */
const slipRange = (dictionary: Dictionary, word: string): readonly [number, number] =>
  word.length >= 8 || word.length === 4 ? [0, dictionary.size] : prefixRange(dictionary, word.charAt(0));

/** The words that are at most `limit` edits away from what was typed, or with `prefix` begin so; of those that are wanted. */
export const findSlips = (
  { packs }: SearchCollection,
  word: string,
  prefix: boolean,
  limit = typoLimit(word),
  isWanted: (pack: SearchPack, entry: number) => boolean = () => true,
): Slip[] => {
  if (limit === 0) return [];
  const found: Slip[] = [];
  for (const pack of packs) {
    const { dictionary } = pack.index;
    forEachSlip(dictionary, { word, limit, prefix }, slipRange(dictionary, word), (entry, text, distance) => {
      if (isLikelySlip(word, text) && isWanted(pack, entry))
        found.push({ stem: globalOf(pack, dictionary.listOf[entry] ?? 0), text, distance });
    });
  }
  return found;
};

/** Adds the words that are the fewest edits away, and gives them, the likest first. */
const addTypos = (
  collection: SearchCollection,
  word: string,
  prefix: boolean,
  weights: Weights,
): readonly string[] => {
  const most = typoLimit(word);
  let nearest: readonly Slip[] = [];
  // Most slips are of one edit, and few words are looked at for it.
  for (let limit = 1; limit <= most && nearest.length === 0; limit += 1)
    nearest = findSlips(collection, word, prefix, limit);
  for (const { stem: root, distance } of nearest) raise(weights, root, TYPO_WEIGHTS[distance] ?? 0);
  const unlike = (other: string): number => Math.abs(other.length - word.length);
  return nearest.map(({ text }) => text).toSorted((a, b) => unlike(a) - unlike(b));
};

const matchWord = (collection: SearchCollection, word: string, isOpen: boolean): Weights => {
  const weights: Weights = new Map();
  const exact = findStem(collection, stem(word));
  if (exact !== undefined) weights.set(exact, 1);
  if (isOpen) addPrefixes(collection, word, weights);
  return weights;
};

/** An id may carry its version; the packs have it without. */
const withoutVersion = (word: string): string => word.replace(/^(\d{4}\.\d{4,5})v\d+$/, '$1');

/**
 * The clauses of a query's free text, one a word. With `isOpen` the last word
 * may go on. Typos are forgiven only where a word matches nothing as it is.
 */
export const findClauses = (collection: SearchCollection, text: string, isOpen: boolean): Clause[] => {
  const tokens = tokenise(text);
  const words = tokens.map((token) => withoutVersion(token.text));
  const last = words.length - 1;
  const compounds = new Map<number, string>();
  const matched = words.map((word, at) => matchWord(collection, word, isOpen && at === last));
  for (let at = 0; at < last; at += 1) {
    // "x ray" and "x-ray" find "xray".
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
    const isKnown = weights.size > 0 || ids.some((papers) => papers.length > 0);
    const slips = isKnown ? [] : addTypos(collection, word, goesOn, weights);
    const joined = [compounds.get(at), compounds.get(at - 1)].filter((root) => root !== undefined);
    const isPart = joined.length > 0 || tokens[at]?.glued === true || tokens[at + 1]?.glued === true;
    return {
      word,
      exact: findStem(collection, stem(word)),
      respelled: slips[0],
      isOpen: goesOn,
      stems: [stem(word), ...joined, ...slips.map(stem)],
      alternatives: Array.from(weights, ([number, weight]) => ({ stem: number, weight })),
      ids,
      // A letter behind other words is the beginning of one: it says nothing yet.
      isRequired:
        (goesOn && words.length === 1) || isPart || !(STOP_WORDS.has(word) || (goesOn && word.length === 1)),
    };
  });
};
