/** A metric as a sentence names it, and the words of which such a name can consist. */
import type { Direction } from '../../paper';
import type { Token } from '.';
import { TRAIT } from './word-traits';

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
  if (token?.kind !== 'word') return false;
  if ((token.traits & TRAIT.noModifier) === 0) return true;
  // "OR" (the odds ratio) is not the word "or".
  return /^\p{Lu}{2,}$/u.test(token.text) && !token.lower.endsWith('ly');
}

/**
 * True for the words before a score that say how it was taken, since it has no other name ("a mean score", "the
 * report score"), and for the reporting of "the mean reporting time".
 */
export function isPartOfScore(tokens: readonly Token[], at: number, head: number): boolean {
  const lower = tokens[at]?.lower ?? '';
  const isNamed = /^(?:the|its|their|mean|average|median)$/.test(tokens[at - 1]?.lower ?? '');
  if (/^report(?:ing)?$/.test(lower)) return isNamed;
  // "models overall score 24%": a verb.
  return (
    /^scores?$/.test(tokens[head]?.lower ?? '') &&
    tokens[head + 1]?.kind !== 'number' &&
    /^(?:mean|average|overall|total|final|relative|median|aggregate)$/.test(lower)
  );
}
