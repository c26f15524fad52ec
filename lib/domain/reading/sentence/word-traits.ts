/**
 * To which lists of words a word belongs, as bits of one number. It is worked out once for a word, since rules ask
 * it many times of every word of a sentence.
 */
import {
  BASELINE_WORDS,
  BEAT_VERBS,
  CHANGE_NOUNS,
  CHANGE_VERBS,
  CLAUSE_WORDS,
  FILLERS,
  HEAD_NOUNS,
  NOT_IN_NAME,
  OWN_NOUNS,
  OWN_WORDS,
  REACH_VERBS,
} from './words';

/** The bits, each named after what its words are. */
export const TRAIT = {
  own: 1,
  ownNoun: 2,
  clause: 4,
  baseline: 8,
  /** "the standard model": a word for the unmodified variant of something. */
  plain: 16,
  reach: 32,
  /** A word of degree or change that may stand between a metric and its number. */
  filler: 64,
  /** A word that cannot qualify a noun: a reporting verb, a word of degree or a function word. */
  noModifier: 128,
  /** May head the name of a measure, or is a short form with a cut-off. */
  heads: 256,
  /** A metric of the lexicon may begin with it; known of words alone. */
  opensMetric: 512,
} as const;

const LISTS: readonly (readonly [trait: number, lists: readonly ReadonlySet<string>[]])[] = [
  [TRAIT.own, [OWN_WORDS]],
  [TRAIT.ownNoun, [OWN_NOUNS]],
  [TRAIT.clause, [CLAUSE_WORDS]],
  [TRAIT.baseline, [BASELINE_WORDS]],
  [TRAIT.plain, [new Set(['standard', 'naive', 'random'])]],
  [TRAIT.reach, [REACH_VERBS]],
  [TRAIT.filler, [FILLERS, CHANGE_NOUNS, CHANGE_VERBS, new Set(['upto'])]],
  [TRAIT.heads, [HEAD_NOUNS, new Set(['value', 'values'])]],
  [TRAIT.noModifier, [NOT_IN_NAME, CHANGE_VERBS, CHANGE_NOUNS, REACH_VERBS, BEAT_VERBS]],
];

const known = new Map<string, number>();
LISTS.forEach(([trait, lists]) => {
  for (const word of lists.flatMap((list) => [...list])) known.set(word, (known.get(word) ?? 0) | trait);
});

/** The traits of a word or mark in lower case. Adverbs of degree are told by their ending. */
export const traitsOf = (lower: string): number =>
  (known.get(lower.endsWith("'s") ? lower.slice(0, -2) : lower) ?? 0) |
  (lower.includes('@') ? TRAIT.heads : 0) |
  (lower.endsWith('ly') ? TRAIT.filler | TRAIT.noModifier : 0);

/** True if the token has one of the traits; false for undefined. */
export const isOf = (token: { readonly traits: number } | undefined, traits: number): boolean =>
  token !== undefined && (token.traits & traits) !== 0;
