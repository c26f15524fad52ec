/** Chooses the number to show for a paper if there is space for only one. */
import { figureParts, joinParts, type FigureWords } from '@/lib/domain/describe/figure';
import { isMetricFact } from '@/lib/domain/metrics';
import { describeSubject } from '@/lib/domain/describe/subject';
import type { Result } from '@/lib/domain/paper';

/** The longest name of a metric that leaves space for the rest of the line, in characters. */
const LONGEST_METRIC = 24;

/** Whether a result is a cost, which is shown only if there is no result about quality. */
const isCost = ({ metric }: Result): boolean => isMetricFact(metric, 'cost');

/** A value that can be understood alone: "0.63", "tenfold", "first"; "orders of magnitude" cannot. */
const UNDERSTOOD_ALONE = /\d|fold$|^(?:first|second|third|twice|double|triple|half|(?:an?|one) order\b)/i;
/** Seconds or hours, GB or MB: a cost says nothing without its unit. */
const BARE_NUMBER = /^[\d.,±\s]+$/;

/**
 * The order in which results are worth showing, lowest first: numbers before words, quality before cost,
 * known metrics before others, values before differences.
 */
export function rankOf(result: Result): number {
  const steps = [
    !UNDERSTOOD_ALONE.test(result.value),
    isCost(result),
    !result.better,
    result.kind !== 'level',
  ];
  return steps.reduce((rank, isBehind) => 2 * rank + Number(isBehind), 0);
}

/** Whether a number is understood without its sentence: an amount, and with a unit if it is a cost. */
const standsAlone = (result: Result): boolean =>
  result.role === 'own' &&
  UNDERSTOOD_ALONE.test(result.value) &&
  !(isCost(result) && result.kind !== 'ratio' && BARE_NUMBER.test(result.value));

/**
 * How likely a result was read correctly, in points: a metric of the lexicon and a metric printed at the
 * number count most, then a decimal point and named data; a share ("12 of 14") counts against it. The points
 * follow the weights of a logistic regression on the labelled abstracts.
 */
function sureness({ metric, value, kind, anchor, better, data }: Result): number {
  const [word] = metric?.toLowerCase().split(' ') ?? [];
  const isAtNumber = word !== undefined && anchor.toLowerCase().includes(word);
  return (
    2 * Number(better !== undefined) +
    2 * Number(isAtNumber) +
    Number(value.includes('.')) +
    Number(data !== undefined) -
    Number(kind === 'ratio')
  );
}

/**
 * The result to show: numbers before words, quality before cost, then the surest, then by rank; ties keep the
 * order of the text.
 */
const firstOf = (results: readonly Result[]): Result | undefined =>
  results.toSorted(
    (a, b) =>
      Number(!UNDERSTOOD_ALONE.test(a.value)) - Number(!UNDERSTOOD_ALONE.test(b.value)) ||
      Number(isCost(a)) - Number(isCost(b)) ||
      sureness(b) - sureness(a) ||
      rankOf(a) - rankOf(b),
  )[0];

/** The result for a line beside an entry; undefined if none can be understood alone with a short name. */
export const bestResult = (results: readonly Result[]): Result | undefined =>
  firstOf(
    results.filter(
      (result) => standsAlone(result) && result.metric !== null && result.metric.length <= LONGEST_METRIC,
    ),
  );

/**
 * The number for a line beside an entry, in words; undefined if none can be understood alone with a short
 * name.
 */
export function bestFigure(results: readonly Result[]): string | undefined {
  const best = bestResult(results);
  return best && joinParts(figureParts(best));
}

/**
 * The number for a line of its own: the same, otherwise one with a long name, or named by its subject: "cell
 * counting: +5%".
 */
export function roomyFigure(results: readonly Result[]): FigureWords | undefined {
  const best =
    bestResult(results) ??
    firstOf(
      results.filter(
        (result) => standsAlone(result) && (result.metric ?? describeSubject(result)) !== undefined,
      ),
    );
  if (!best) return undefined;
  const words = figureParts(best);
  return best.metric === null
    ? { ...words, before: `${describeSubject(best)}: ${words.before}`.trim() }
    : words;
}
