/** From the words of a query to stems of the index: as written, as a prefix, with a typo, joined or apart. */
import { STOP_WORDS } from '@/lib/domain/text/stop-words';
import { stem, tokenise } from '@/lib/domain/text/tokens';
import type { Dictionary, SearchIndex } from './build';
import { countBits, editDistance, isLikelySlip, letterMask, typoLimit } from './edit-distance';

/** A stem that a word of the query may stand for; `weight` at most 1. */
export interface Alternative {
  readonly stem: number;
  readonly weight: number;
}

/** One word of the query. */
export interface Clause {
  readonly word: string;
  /** The stem of the word as it stands; undefined where the index lacks it. */
  readonly exact?: number | undefined;
  /** The word that was taken in its stead, where the index has nothing like it but for a slip. */
  readonly respelled?: string | undefined;
  readonly alternatives: readonly Alternative[];
  /** Whether a paper must match it when all words are asked for: function words need not, but in "few-shot". */
  readonly isRequired: boolean;
}

/** First place in the sorted list that is not below `word`. */
const lowerBound = (sorted: readonly string[], word: string): number => {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < word) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The number of a stem; undefined where the index does not have it. */
export const findStem = ({ stems }: Dictionary, root: string): number | undefined => {
  const at = lowerBound(stems, root);
  return stems[at] === root ? at : undefined;
};

/** Of words that go on from what was typed: less where what was typed is a word itself. */
const PREFIX_WEIGHTS = { alone: 0.8, besideWord: 0.4 };
const TYPO_WEIGHTS = [1, 0.6, 0.35];

type Weights = Map<number, number>;

const raise = (weights: Weights, number: number, weight: number): void => {
  if ((weights.get(number) ?? 0) < weight) weights.set(number, weight);
};

const addPrefixes = ({ words, stemOf }: Dictionary, word: string, weights: Weights): void => {
  const weight = weights.size > 0 ? PREFIX_WEIGHTS.besideWord : PREFIX_WEIGHTS.alone;
  for (let at = lowerBound(words, word); words[at]?.startsWith(word) === true; at += 1) {
    // The more of a word has been typed, the likelier it is the one that is meant.
    const typed = word.length / (words[at]?.length ?? 1);
    raise(weights, stemOf[at] ?? 0, weight * (0.5 + typed / 2));
  }
};

/** Adds the words that are the fewest edits away, and gives the likest of them. */
const addTypos = (
  dictionary: Dictionary,
  word: string,
  prefix: boolean,
  weights: Weights,
): string | undefined => {
  const limit = typoLimit(word);
  if (limit === 0) return undefined;
  const mask = letterMask(word);
  const found: { at: number; distance: number }[] = [];
  for (let at = 0; at < dictionary.words.length; at += 1) {
    // Cheap test first: a word that lacks more letters of the query than edits allowed cannot match.
    const other = dictionary.masks[at] ?? 0;
    if (countBits(mask & ~other) > limit || (!prefix && countBits(other & ~mask) > limit)) continue;
    const known = dictionary.words[at] ?? '';
    const distance = editDistance(word, known, limit, prefix);
    if (distance <= limit && isLikelySlip(word, known)) found.push({ at, distance });
  }
  const least = found.reduce((low, { distance }) => Math.min(low, distance), Infinity);
  const nearest = found.filter(({ distance }) => distance === least);
  for (const { at } of nearest) raise(weights, dictionary.stemOf[at] ?? 0, TYPO_WEIGHTS[least] ?? 0);
  const unlike = (other: string): number => Math.abs(other.length - word.length);
  return nearest
    .map(({ at }) => dictionary.words[at] ?? '')
    .reduce<string | undefined>(
      (best, other) => (best === undefined || unlike(other) < unlike(best) ? other : best),
      undefined,
    );
};

const matchWord = (dictionary: Dictionary, word: string, isOpen: boolean): Weights => {
  const weights: Weights = new Map();
  const exact = findStem(dictionary, stem(word));
  if (exact !== undefined) weights.set(exact, 1);
  if (isOpen) addPrefixes(dictionary, word, weights);
  return weights;
};

/** An id may carry its version; the index has it without. */
const withoutVersion = (word: string): string => word.replace(/^(\d{4}\.\d{4,5})v\d+$/, '$1');

/**
 * The clauses of a query's free text, one a word. With `isOpen` the last word
 * may go on. Typos are forgiven only where a word matches nothing as it is.
 */
export const findClauses = (dictionary: Dictionary, text: string, isOpen: boolean): Clause[] => {
  const tokens = tokenise(text);
  const words = tokens.map((token) => withoutVersion(token.text));
  const compounds = new Set<number>();
  const matched = words.map((word, at) => matchWord(dictionary, word, isOpen && at === words.length - 1));
  for (let at = 0; at + 1 < words.length; at += 1) {
    // "x ray" and "x-ray" find "xray".
    const joined = findStem(dictionary, stem(`${words[at] ?? ''}${words[at + 1] ?? ''}`));
    if (joined === undefined) continue;
    for (const weights of matched.slice(at, at + 2)) raise(weights, joined, 0.5);
    compounds.add(at).add(at + 1);
  }
  return words.map((word, at) => {
    const weights = matched[at] ?? new Map<number, number>();
    const isLast = at === words.length - 1;
    const respelled = weights.size === 0 ? addTypos(dictionary, word, isOpen && isLast, weights) : undefined;
    const isPart = compounds.has(at) || tokens[at]?.glued === true || tokens[at + 1]?.glued === true;
    return {
      word,
      exact: findStem(dictionary, stem(word)),
      respelled,
      alternatives: Array.from(weights, ([number, weight]) => ({ stem: number, weight })),
      isRequired: !STOP_WORDS.has(word) || isPart || (isOpen && isLast && words.length === 1),
    };
  });
};

/** The papers that have a word beginning with `word` in the field (its place in `SEARCH_FIELDS`), by number. */
export const findPapersWith = (
  { dictionary: { words, stemOf }, postings }: SearchIndex,
  word: string,
  field: number,
): Set<number> => {
  const stems = new Set<number>();
  for (let at = lowerBound(words, word); words[at]?.startsWith(word) === true; at += 1)
    stems.add(stemOf[at] ?? 0);
  const found = new Set<number>();
  for (const number of stems) {
    const end = postings.starts[number + 1] ?? 0;
    for (let at = postings.starts[number] ?? 0; at < end; at += 1) {
      if (postings.fields[at] === field) found.add(postings.papers[at] ?? 0);
    }
  }
  return found;
};
