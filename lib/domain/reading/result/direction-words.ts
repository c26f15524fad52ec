/** Words that say in which direction a quantity changes or differs. */
import { DIFFERING, FALLING, IMPROVING, RISING, set, WORSENING } from '../sentence/words';

/**
 * `up`, `down`: the quantity rises or falls · `forward`, `backward`: it gets better or worse, and the metric
 * decides whether that is up or down · `open`: a difference of unknown direction.
 */
export type Turn = 'up' | 'down' | 'forward' | 'backward' | 'open';

const WORDS: readonly (readonly [turn: Turn, words: ReadonlySet<string>])[] = [
  ['up', RISING],
  ['down', FALLING],
  ['forward', IMPROVING],
  ['backward', WORSENING],
  ['open', DIFFERING],
];

const TURNS: ReadonlyMap<string, Turn> = new Map(
  WORDS.flatMap(([turn, words]) => [...words].map((word) => [word, turn] as const)),
);

/** Falls that mean a loss unless the text names a quantity that should fall. */
const FALLS = set(
  `drop~ decline~ collapse~ dropped dropping drops declines fall falls fell falling plummets plummeted`,
);

/** The direction that a lower-case word gives; undefined if it gives none. */
export const turnOf = (lower: string): Turn | undefined => TURNS.get(lower);

/**
 * True for "drop" and similar verbs: without a metric they report a loss, while "reduce" reports a saving.
 */
export const isFall = (lower: string): boolean => FALLS.has(lower);
