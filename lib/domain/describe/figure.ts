/**
 * A result in few words. Users read it without the sentence from which it comes, so "up to 15% better" must
 * never look like "15% reached": a difference has its sign, a factor its "faster" or "lower". Panel, card,
 * badge, popup and copied rows all use these words.
 */
import type { Result } from '@/lib/domain/paper';
import { boundWord, isDifference } from './index';
import { setDashes } from './math';
import { describeSubject } from './subject';

/** A result's number with the words on both sides, which may be empty. */
export interface FigureWords {
  readonly before: string;
  readonly value: string;
  readonly after: string;
}

/** A value with a sign, which shows that it is a difference. */
const SIGNED = /^[-+−–±]/;
/**
 * A factor, as opposed to a fraction: "3.2x", "tenfold", "two orders of magnitude"; not "half", "1/32", "27
 * of 29".
 */
const FACTOR = /x$|fold$|times$|^twice$|magnitude$|order$/i;
/** Words that show that a factor is about speed. */
const SPEED = /\b(?:fast|slow|speed|accelerat)/i;

/** A name within a phrase: "Training data" -> "training data"; "FLOPs" and "mIoU" are unchanged. */
const inPhrase = (metric: string): string =>
  /^[A-Z][a-z]+(?![A-Z\d])/.test(metric) ? metric.charAt(0).toLowerCase() + metric.slice(1) : metric;

/** A value as printed, with proper dashes and short units. */
export const tidyValue = (value: string): string =>
  setDashes(value)
    .replaceAll(/\bpercentage points?\b/g, 'points')
    .trim();

const join = (...words: readonly string[]): string => words.filter(Boolean).join(' ');

/**
 * "+4.6%", "at least +15.00%", "up to −50%", "within 2 points"; "change of" only if the direction is unknown.
 */
function wordsOfDifference(result: Result, name: string, value: string): FigureWords {
  const bound = result.kind === 'bound' ? boundWord(result) : '';
  // "within" and values with a sign need no word for the direction.
  if (bound === 'within' || SIGNED.test(value)) return { before: join(name, bound), value, after: '' };
  if (!result.way) return { before: join(name, 'change of', bound), value, after: '' };
  // A mark for "about" stays in front of the sign.
  const [, about = '', amount = value] = /^([~≈]?)(.*)$/.exec(value) ?? [];
  return {
    before: join(name, bound),
    value: `${about}${result.way === 'up' ? '+' : '−'}${amount}`,
    after: '',
  };
}

/** "faster" if the text is about speed and the metric is not a time; otherwise "higher" or "lower". */
function comparative({ way, anchor, metric, improves }: Result): string {
  if (way === undefined) return '';
  if (SPEED.test(anchor) && !/time|latency/i.test(metric ?? ''))
    return improves === false ? 'slower' : 'faster';
  return way === 'up' ? 'higher' : 'lower';
}

function wordsOfRatio(result: Result, name: string, value: string): FigureWords {
  const before = result.kind === 'bound' ? boundWord(result) : '';
  if (name === 'Speedup') return { before, value, after: 'speedup' };
  if (value.endsWith('%')) return { before, value, after: name && `of ${inPhrase(name)}` };
  const word = result.metric === 'Speedup' ? '' : comparative(result);
  if (!word) return { before: join(name, before), value, after: '' };
  return FACTOR.test(value)
    ? { before, value, after: join(word, inPhrase(name)) }
    : { before, value, after: name && `of ${inPhrase(name)}` };
}

function wordsUnder(result: Result, name: string): FigureWords {
  const value = tidyValue(result.value);
  if (result.kind === 'ratio' || result.bounds === 'ratio') return wordsOfRatio(result, name, value);
  if (isDifference(result)) return wordsOfDifference(result, name, value);
  const bound = result.kind === 'bound' ? boundWord(result) : '';
  // "24 fps" already names its metric.
  const isNamed = value.toLowerCase().endsWith(` ${name.toLowerCase()}`);
  return { before: join(isNamed ? '' : name, bound), value, after: '' };
}

/** What to print if the metric stands beside it, as in a table: "+10%", "over +20%", "3.7x lower". */
export const valueParts = (result: Result): FigureWords => wordsUnder(result, '');

/** What to print for a result alone: "F1 0.63", "Dice +10%", "1.5% of training data". */
export const figureParts = (result: Result): FigureWords => wordsUnder(result, result.metric ?? '');

/** The parts as one line. */
export const joinParts = ({ before, value, after }: FigureWords): string => join(before, value, after);

/** The text of a result for screen readers and tooltips: "this paper: F1 0.63 on disease staging". */
export function describeResult(result: Result): string {
  const who = result.system ?? (result.role === 'own' ? 'this paper' : 'baseline');
  const subject = describeSubject(result);
  return `${who}: ${joinParts(figureParts(result))}${subject ? ` on ${setDashes(subject)}` : ''}`;
}
