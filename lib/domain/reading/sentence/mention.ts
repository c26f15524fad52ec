/** A metric as a sentence names it, and the words of which such a name can consist. */
import type { Direction } from '../../paper';
import type { Token } from '.';
import { BEAT_VERBS, CHANGE_NOUNS, CHANGE_VERBS, NOT_IN_NAME, REACH_VERBS } from './words';

/** A metric named in a sentence; `from`, `to` are token indexes, end exclusive. */
export interface MetricMention {
  readonly name: string;
  readonly better?: Direction | undefined;
  /**
   * True if the lexicon knows it, false if it is only recognised by its head word ("iatrogenic-edit rate").
   */
  readonly known: boolean;
  readonly from: number;
  readonly to: number;
}

/**
 * True for a word that can qualify a metric's head: not a reporting verb, a word of degree or a function
 * word.
 */
export function isModifier(token: Token | undefined): boolean {
  if (token?.kind !== 'word' || token.lower.endsWith('ly')) return false;
  // "OR" (the odds ratio) is not the word "or".
  if (/^\p{Lu}{2,}$/u.test(token.text)) return true;
  return !(
    NOT_IN_NAME.has(token.lower) ||
    CHANGE_VERBS.has(token.lower) ||
    CHANGE_NOUNS.has(token.lower) ||
    REACH_VERBS.has(token.lower) ||
    BEAT_VERBS.has(token.lower)
  );
}
