/** How a metric was tied to a number, and the small tools that the ways of tying share. */
import type { Direction } from '../../paper';
import { isCost, phrase, type Context } from '../sentence/context';
import type { MetricMention } from '../sentence/mention';
import { CHANGE_NOUNS, CHANGE_VERBS, FILLERS } from '../sentence/words';

/** How a metric was tied to a number: `near` stands beside it, `far` only in the same clause, `carried` came by list. */
export interface MetricTie {
  readonly name: string | null;
  readonly better?: Direction | undefined;
  readonly known: boolean;
  /** True for a metric the lexicon lacks whose head says that it measures: "acceptance rate". */
  readonly rated?: boolean | undefined;
  readonly tie: 'near' | 'far' | 'carried' | 'unit';
  /** Tokens that the metric covers, for the anchor; absent for a unit. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** The tie of a mention to its number. */
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

/** "on in-domain data", "on the full training set": where something was measured, in words that also name what is spent. */
export function isPlaceOf(context: Context, mention: MetricMention): boolean {
  return (
    (!mention.known || isCost(mention.name)) &&
    /\bon(?: [^\s,;]+){0,3}$/.test(phrase(context, mention.from - 4, mention.from))
  );
}

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

/** The words say that nothing is named: "improves the performance by 3%". */
export const UNNAMED: MetricTie = { name: null, known: false, tie: 'near' };

/** True for a word of degree or change, which may stand between a metric and its number. */
export function isFiller(context: Context, index: number): boolean {
  const lower = context.tokens[index]?.lower ?? '';
  return (
    FILLERS.has(lower) ||
    lower === 'upto' ||
    CHANGE_NOUNS.has(lower) ||
    CHANGE_VERBS.has(lower) ||
    lower.endsWith('ly')
  );
}

/** "surface Dice at 1 mm": how far off still counts, where the metric itself is no length. */
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

/** Nouns that say nothing of what a share is a share of: "in 85% of cases". */
export const VAGUE =
  /^(?:cases?|runs?|times?|instances?|trials?|examples?|samples?|settings?|experiments?|tasks?|them|those|these)$/;
