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
  CONDITION_CUES,
  FILLERS,
  HEAD_NOUNS,
  NOT_IN_NAME,
  OWN_NOUNS,
  OWN_WORDS,
  RARE_CUES,
  REACH_VERBS,
  SETTING_CUES,
  SPREAD_CUES,
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
  // Cues of rules, see `Rule`: no rule that needs one matches in a sentence without it.
  /** An interval, a deviation or a p-value. */
  spread: 2 ** 10,
  bracket: 2 ** 11,
  /** A sign that compares. */
  sign: 2 ** 12,
  /** A sign between the numbers of a size, a formula or a tolerance. */
  operator: 2 ** 13,
  /** What is chosen before a measurement. */
  setting: 2 ** 14,
  condition: 2 ** 15,
  /** A rare word of a rule that refuses numbers. */
  refuses: 2 ** 16,
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

/** Lists of cues, of which a word has one too if a part of it is in the list: the "sparsity" of "high-sparsity". */
const CUES: readonly (readonly [trait: number, words: ReadonlySet<string>])[] = [
  [TRAIT.spread, SPREAD_CUES],
  [TRAIT.bracket, new Set('()[')],
  [TRAIT.sign, new Set('<>=≤≥≪≈∈')],
  [TRAIT.operator, new Set('× * ^ _ | / ± + plus'.split(' '))],
  [TRAIT.setting, SETTING_CUES],
  [TRAIT.condition, CONDITION_CUES],
  [TRAIT.refuses, RARE_CUES],
];

const known = new Map<string, number>();
LISTS.forEach(([trait, lists]) => {
  for (const word of lists.flatMap((list) => [...list])) known.set(word, (known.get(word) ?? 0) | trait);
});

const cues = new Map<string, number>();
for (const [trait, list] of CUES) for (const word of list) cues.set(word, (cues.get(word) ?? 0) | trait);

/** The cues of a word and of its parts. */
function cuesOf(lower: string): number {
  const own = cues.get(lower) ?? 0;
  if (/^[a-z]*$/.test(lower)) return own;
  return lower.split(/[^a-z]+/).reduce((all, part) => all | (cues.get(part) ?? 0), own);
}

/** The traits of a word or mark in lower case. Adverbs of degree are told by their ending. */
export const traitsOf = (lower: string): number =>
  (known.get(lower.endsWith("'s") ? lower.slice(0, -2) : lower) ?? 0) |
  cuesOf(lower) |
  (lower.includes('@') ? TRAIT.heads : 0) |
  (lower.endsWith('ly') ? TRAIT.filler | TRAIT.noModifier : 0);

/** True if the token has one of the traits; false for undefined. */
export const isOf = (token: { readonly traits: number } | undefined, traits: number): boolean =>
  token !== undefined && (token.traits & traits) !== 0;
