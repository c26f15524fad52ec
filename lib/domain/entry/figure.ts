/** Which number of a paper to show where there is room for one. */
import { figureParts, joinParts, type FigureWords } from '@/lib/domain/describe/figure';
import { isMetricFact } from '@/lib/domain/metrics';
import { describeSubject } from '@/lib/domain/describe/subject';
import type { Result } from '@/lib/domain/paper';

/** Longest name of a metric that leaves room for the rest of the line, in characters. */
const LONGEST_METRIC = 24;

/** Whether a result is a cost, which is shown only if there is no result about quality. */
const isCost = ({ metric }: Result): boolean => isMetricFact(metric, 'cost');

/** A value that stands for itself: "0.63", "tenfold", "first"; "orders of magnitude" does not. */
const TELLING = /\d|fold$|^(?:first|second|third|twice|double|triple|half|(?:an?|one) order\b)/i;
/** Seconds or hours, GB or MB: without its unit an amount spent says nothing. */
const BARE_NUMBER = /^[\d.,±\s]+$/;

/**
 * The order in which results are worth showing, least first: amounts before
 * words, how well before at what price, known metrics before others, values
 * reached before others.
 */
export function rankOf(result: Result): number {
  const steps = [!TELLING.test(result.value), isCost(result), !result.better, result.kind !== 'level'];
  return steps.reduce((rank, isBehind) => 2 * rank + Number(isBehind), 0);
}

/** Whether a number is understood without its sentence: an amount, and with a unit if it is a cost. */
const standsAlone = (result: Result): boolean =>
  result.role === 'own' &&
  TELLING.test(result.value) &&
  !(isCost(result) && result.kind !== 'ratio' && BARE_NUMBER.test(result.value));

/** The first by rank; sorting is stable: within a rank the order of the text holds. */
const firstOf = (results: readonly Result[]): Result | undefined =>
  results.toSorted((a, b) => rankOf(a) - rankOf(b))[0];

/** The result that a line beside an entry shows; undefined where none can stand alone under a short name. */
export const bestResult = (results: readonly Result[]): Result | undefined =>
  firstOf(
    results.filter(
      (result) => standsAlone(result) && result.metric !== null && result.metric.length <= LONGEST_METRIC,
    ),
  );

/** The number for a line beside an entry, in words; undefined where none can stand alone under a short name. */
export function bestFigure(results: readonly Result[]): string | undefined {
  const best = bestResult(results);
  return best && joinParts(figureParts(best));
}

/**
 * The number for a line of its own: the same, and where there is none, one
 * with a long name, or with what it is on for a name: "cell counting: +5%".
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
