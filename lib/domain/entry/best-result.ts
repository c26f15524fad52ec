/** Chooses the number to show for a paper if there is space for only one. */
import { figureParts, joinParts, type FigureWords } from '@/lib/domain/describe/figure';
import { isMetricFact } from '@/lib/domain/metrics';
import { parseFigure } from '@/lib/domain/describe';
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
 * How likely metric, kind and role of a result were read correctly, in points (`sureness.ts` has the odds of all that is
 * said, by which a badge is right less often: .90 against .94 on held-out labels): a metric whose better direction is known counts most,
 * then a metric printed at the number, a decimal point, a named system and named data. The points follow the
 * weights of a logistic regression on the labelled abstracts (1.7, 0.7, 0.6, 0.4 and 0.4).
 */
function points({ metric, value, anchor, better, data, system }: Result): number {
  const [word] = metric?.toLowerCase().split(' ') ?? [];
  const isAtNumber = word !== undefined && anchor.toLowerCase().includes(word);
  return (
    3 * Number(better !== undefined) +
    Number(isAtNumber) +
    Number(value.includes('.')) +
    Number(system !== undefined) +
    Number(data !== undefined)
  );
}

/**
 * The fewest points of a result that stands beside an entry. Of those below, two in five are wrong on the
 * labelled abstracts; one entry in sixteen has a count instead.
 */
const LEAST_POINTS = 4;

/** Whether `a` is the better of two values of one metric; false if the text does not decide it. */
function isBetterValue(a: Result, b: Result): boolean {
  if (a.metric !== b.metric || a.kind !== 'level' || b.kind !== 'level') return false;
  const [one, other] = [parseFigure(a.value), parseFigure(b.value)];
  if (!one || !other || one.unit !== other.unit) return false;
  return a.better === 'lower' ? one.amount < other.amount : one.amount > other.amount;
}

/**
 * The result to show: numbers before words, quality before cost, then the surest, then by rank. Of equally
 * sure values of one metric it is the best: the lower ones are often those of a system that is compared with.
 * Other ties keep the order of the text.
 */
function firstOf(results: readonly Result[]): Result | undefined {
  const [first, ...others] = results.toSorted(
    (a, b) =>
      Number(!UNDERSTOOD_ALONE.test(a.value)) - Number(!UNDERSTOOD_ALONE.test(b.value)) ||
      Number(isCost(a)) - Number(isCost(b)) ||
      points(b) - points(a) ||
      rankOf(a) - rankOf(b),
  );
  return others.reduce(
    (best, other) =>
      best?.better !== undefined && points(other) === points(best) && isBetterValue(other, best)
        ? other
        : best,
    first,
  );
}

/**
 * The result for a line beside an entry; undefined if none can be understood alone with a short name, or none
 * is sure enough.
 */
export const bestResult = (results: readonly Result[]): Result | undefined =>
  firstOf(
    results.filter(
      (result) =>
        standsAlone(result) &&
        result.metric !== null &&
        result.metric.length <= LONGEST_METRIC &&
        points(result) >= LEAST_POINTS,
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
