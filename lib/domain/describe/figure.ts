/**
 * A result in few words. A reader takes it in without the sentence that it came
 * from, so "up to 15% better" must never look like "15% reached": what is a
 * difference is called one, with its direction where the source's own words
 * name it.
 */
import type { Result } from '@/lib/domain/paper';
import { boundWord } from './index';
import { setDashes } from './math';
import { describeSubject } from './subject';

/** A result's number with the words on either side of it; those may be empty. */
export interface FigureWords {
  readonly before: string;
  readonly value: string;
  readonly after: string;
}

const UP = /\b(?:increas|gain|boost|rais|rise|higher|uplift)/i;
const DOWN = /\b(?:reduc|decreas|lower|cut|drop|declin|fewer|less|sav(?:e|ing)|short)/i;
/** Forward, whichever way that is for the metric. */
const FORWARD = /\b(?:improv|outperform|surpass|exceed|better|ahead)/i;
/** Words by which a bound is one of a difference: "up to 15% in Dice", "by over 16 points". */
const DIFFERENCE =
  /\b(?:improv|increas|gain|boost|reduc|decreas|drop|declin)|\bby\b|\bpoints?\b|%\s+in\b|^[-+−–]/i;
/** A value that says by itself that it is a difference. */
const SIGNED = /^[-+−–±]/;

type Way = 'higher' | 'lower';

/** Which way a difference goes, where its own words say it and say nothing else. */
function wayOf({ anchor, better }: Result): Way | undefined {
  // "Less than 5%" bounds the number; it is no way to go.
  const words = anchor.replaceAll(/\b(?:less|fewer|lower|higher|more) than\b/gi, '');
  const ways = new Set<Way | undefined>();
  if (UP.test(words)) ways.add('higher');
  if (DOWN.test(words)) ways.add('lower');
  if (FORWARD.test(words)) ways.add(better);
  return ways.size === 1 ? [...ways][0] : undefined;
}

/** A name within a phrase: "Training data" -> "training data"; "FLOPs" and "mIoU" stay. */
const inPhrase = (metric: string): string =>
  /^[A-Z][a-z]+(?![A-Z\d])/.test(metric) ? metric.charAt(0).toLowerCase() + metric.slice(1) : metric;

/** A value as printed, without the marks of a typesetter and the longest of its units. */
export const tidyValue = (value: string): string =>
  setDashes(value)
    .replaceAll(/\bpercentage points?\b/g, 'points')
    .trim();

const join = (...words: readonly string[]): string => words.filter(Boolean).join(' ');

function wordsOfDifference(result: Result, name: string, value: string): FigureWords {
  if (SIGNED.test(value)) return { before: name, value, after: '' };
  const way = wayOf(result);
  const bound = result.kind === 'bound' ? boundWord(result) : '';
  // So far from another's it is, whichever way.
  if (bound === 'within') return { before: join(name, bound), value, after: '' };
  if (!way) return { before: join(name, 'change of', bound), value, after: '' };
  return bound === ''
    ? { before: name, value: `${way === 'higher' ? '+' : '−'}${value}`, after: '' }
    : { before: join(name, way, 'by', bound), value, after: '' };
}

function wordsOfRatio(result: Result, name: string, value: string): FigureWords {
  if (name === 'Speedup') return { before: '', value, after: 'speedup' };
  if (value.endsWith('%')) return { before: '', value, after: name && `of ${inPhrase(name)}` };
  const way = result.metric === 'Speedup' ? undefined : wayOf(result);
  return way ? { before: '', value, after: join(way, inPhrase(name)) } : { before: name, value, after: '' };
}

function wordsUnder(result: Result, name: string): FigureWords {
  const value = tidyValue(result.value);
  if (result.kind === 'ratio') return wordsOfRatio(result, name, value);
  const isDifference =
    result.kind === 'change' ||
    (result.kind === 'bound' && (DIFFERENCE.test(result.anchor) || DIFFERENCE.test(value)));
  if (isDifference) return wordsOfDifference(result, name, value);
  const bound = result.kind === 'bound' ? boundWord(result) : '';
  // "24 fps" names its metric.
  const isNamed = value.toLowerCase().endsWith(` ${name.toLowerCase()}`);
  return { before: join(isNamed ? '' : name, bound), value, after: '' };
}

/**
 * What to print of a result whose metric stands beside it already, as in a
 * table: "+10%", "higher by over 20%", "3.7x lower".
 */
export const valueParts = (result: Result): FigureWords => wordsUnder(result, '');

/** What to print of a result that stands alone: "F1 0.63", "Dice +10%", "1.5% of training data". */
export const figureParts = (result: Result): FigureWords => wordsUnder(result, result.metric ?? '');

/** The parts in one line. */
export const joinParts = ({ before, value, after }: FigureWords): string => join(before, value, after);

/** What a result's row says aloud and in tooltips: "this paper: F1 0.63 on disease staging". */
export function describeResult(result: Result): string {
  const who = result.system ?? (result.role === 'own' ? 'this paper' : 'baseline');
  const subject = describeSubject(result);
  return `${who}: ${joinParts(figureParts(result))}${subject ? ` on ${setDashes(subject)}` : ''}`;
}
