/** How a metric was connected with a number, and small functions that the rules share. */
import type { Direction } from '../../paper';
import { isCost, phrase, type Context } from '../sentence/context';
import type { MetricMention } from '../sentence/mention';
import { isOf, TRAIT } from '../sentence/word-traits';

/**
 * A metric connected with a number. `tie` says how: `near` for a metric beside it, `far` for one elsewhere in
 * the clause, `carried` for one taken over within a list, `unit` for one named by the unit.
 */
export interface MetricTie {
  readonly name: string | null;
  readonly better?: Direction | undefined;
  readonly known: boolean;
  /** True for a metric outside the lexicon whose last word says that it is a measure: "acceptance rate". */
  readonly rated?: boolean | undefined;
  readonly tie: 'near' | 'far' | 'carried' | 'unit';
  /** The tokens of the metric, for the anchor; absent for a unit. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** Connects a mention with its number. */
export function tied(mention: MetricMention, tie: MetricTie['tie']): MetricTie {
  return {
    name: mention.name,
    better: mention.better,
    known: mention.known,
    rated: !mention.known && /(?:rates?|scores?|accuracy|similarity|index)$/i.test(mention.name),
    tie,
    from: mention.from,
    to: mention.to,
  };
}

/** True for "on in-domain data", "on the full training set": a place, in words that can also name a cost. */
export function isPlaceOf(context: Context, mention: MetricMention): boolean {
  return (
    (!mention.known || isCost(mention.name)) &&
    /\bon(?: [^\s,;]+){0,3}$/.test(phrase(context, mention.from - 4, mention.from))
  );
}

/** True for "a reduction of 6x on memory usage": what was reduced. */
export const isReductionOn = (context: Context, at: number, mention: MetricMention): boolean =>
  mention.known &&
  context.tokens[at + 1]?.lower === 'on' &&
  mention.from === at + 2 &&
  /\b(?:reduction|saving|savings|decrease|improvement)s? (?:of|by)(?: up to| about| over| at least| nearly)?$/.test(
    phrase(context, at - 6, at),
  );

/** The tokens `from` to `to` as the sentence prints them. */
export function printed(context: Context, from: number, to: number): string {
  return context.tokens
    .slice(from, to)
    .map((token) => token.text)
    .join(' ');
}

/** A measure by the words that print it, beside its number. */
export function asPrinted(context: Context, from: number, to: number): MetricTie {
  return { name: printed(context, from, to), known: false, tie: 'near', from, to };
}

/** For words that name no metric: "improves the performance by 3%". */
export const UNNAMED: MetricTie = { name: null, known: false, tie: 'near' };

/** True for a word of degree or change that may stand between a metric and its number. */
export const isFiller = (context: Context, index: number): boolean =>
  isOf(context.tokens[index], TRAIT.filler);

/**
 * True for "surface Dice at 1 mm": a length that is the metric's tolerance, for a metric that is not a length
 * itself.
 */
export function isTolerance(context: Context, at: number): boolean {
  const token = context.tokens[at];
  return (
    token?.kind === 'number' &&
    token.number.form === 'measure' &&
    context.tokens[at - 1]?.lower === 'at' &&
    context.mentionOf.get(at - 2)?.better === 'higher'
  );
}

/** Nouns that only count or average what follows "of": "the number of labels" is about labels. */
export const COUNTS =
  /^(?:number|numbers|amount|quantity|proportion|level|levels|percentage|share|rate|average|mean|terms|sum|total)$/;

/** Words that do not tell what was measured or what a share is a share of: "in 85% of cases", "4.2 out of 5". */
export const VAGUE =
  /^(?:cases?|runs?|times?|instances?|trials?|examples?|samples?|settings?|experiments?|tasks?|them|those|these|out|(?:in|out-of)-(?:distribution|domain))$/;
