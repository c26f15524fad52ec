/**
 * Names what a number measures where no rule finds a metric: every noun phrase of its sentence is scored as names are,
 * and the surest is the metric.
 */
import { isMetricFact } from '../../metrics';
import { isTooLarge } from '../result/off-scale';
import { tied, VAGUE, type MetricTie } from '../metric/metric-tie';
import type { NamedRules } from '../rule';
import type { Context } from '../sentence/context';
import type { MetricMention } from '../sentence/mention';
import type { Candidate, Numbered } from './candidates';
import type { Scorers } from './model';
import type { Phrase } from './phrase';

const hasNone = ({ metric }: Numbered): boolean => (metric?.name ?? null) === null;

/**
 * True for a number whose metric is asked of the weights: one without any, and an own value that took over words outside
 * the lexicon from a number before it, which are wrong in a third of the labels. Differences and values of others are
 * compared with that number, and so mostly share its metric.
 */
export const isUnmeasured = (number: Numbered): boolean =>
  hasNone(number) ||
  (number.metric?.tie === 'carried' &&
    number.metric.known === false &&
    number.role === 'own' &&
    number.kind === 'level');

/** The sureness with which a phrase takes the place of a metric that was taken over. By cross-validation. */
const LEAST_IN_PLACE = 0.75;

/** The least sureness with which a phrase is the metric of a number. */
export const leastOfMeasure = ({ least: [least = 1] }: Scorers, number: Numbered): number =>
  hasNone(number) ? least : LEAST_IN_PLACE;

const mentionAtEnd = ({ mentionOf }: Context, { to }: Phrase): MetricMention | undefined => {
  const mention = mentionOf.get(to - 1);
  return mention?.to === to ? mention : undefined;
};

/** What a phrase is called as a metric: by the metric with which it ends, if it does. */
export const measureText = (context: Context, phrase: Phrase): string =>
  mentionAtEnd(context, phrase)?.name ?? phrase.text;

const FACTS = ['share', 'resource', 'cost', 'everyday'] as const;

/** Forms of numbers that measure what is spent. */
const SPENT = /^(?:time|speed|count|measure)$/;

/**
 * False for phrases that cannot be the number's metric: those that say nothing, what a method was given, a quality of
 * 3 seconds, and a share of 140 %.
 */
export function canMeasure({ context, number, kind }: Numbered, phrase: Phrase): boolean {
  if (phrase.head === 'junk' || VAGUE.test(phrase.text)) return false;
  const name = mentionAtEnd(context, phrase)?.name;
  if (name === undefined) return true;
  if (isMetricFact(name, 'resource') || isTooLarge(name, number)) return false;
  if (SPENT.test(number.form)) return isMetricFact(name, 'cost') || isMetricFact(name, 'everyday');
  return kind !== 'level' || number.figure <= 100 || !isMetricFact(name, 'share');
}

/** What the lexicon knows of the candidate, and the form of the number: a time is no accuracy. */
export function measureKey({ phrase, number: { context, number } }: Candidate): string {
  const mention = phrase && mentionAtEnd(context, phrase);
  const name = mention?.name;
  const fact = name === undefined ? 'none' : mention?.known === true ? 'known' : 'head';
  return `metric ${FACTS.find((one) => isMetricFact(name, one)) ?? fact} ${number.form}`;
}

/** Connects the phrase of a candidate with its number. */
export function measureTie({ text, phrase, number: { context } }: Candidate): MetricTie {
  const mention = phrase && mentionAtEnd(context, phrase);
  return mention
    ? tied(mention, 'far')
    : { name: text, known: false, tie: 'far', from: phrase?.from, to: phrase?.to };
}

/** What `annotate --explain` says of a metric that was chosen. */
export const SUREST = 'surest phrase';

/** The choice as a table of rules, for those who list them. */
export const MEASURES: NamedRules = {
  aspect: 'metric',
  rules: [
    {
      name: SUREST,
      example: ['Our tool reaches 93.6% true kite detection on windy days.', '93.6% true kite detection'],
    },
  ],
};
