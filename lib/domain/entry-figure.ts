/**
 * The one number of a paper in the few words that a line beside an entry has
 * room for. A reader takes it in without the sentence that it came from, so
 * "up to 15% better" must never look like "15% reached": what is a difference
 * is called one, with its direction where the source's own words name it.
 */
import { valueWord } from '@/lib/domain/describe';
import type { Result } from './paper';

/** Longest name of a metric that leaves room for the rest of the line, in characters. */
const LONGEST_METRIC = 24;

/** What a paper spends: said where it says nothing of how well it does. */
const COSTS: ReadonlySet<string> = new Set([
  'FPS',
  'Throughput',
  'Inference speed',
  'Speedup',
  'Inference time',
  'Training time',
  'Latency',
  'Memory',
  'Parameters',
  'FLOPs',
  'Computational cost',
  'Cost',
  'Energy consumption',
  'Model size',
  'Compression ratio',
  'Sparsity',
  'Token usage',
  'Communication cost',
  'Labelled data',
  'Training data',
  'Loss',
]);

const isCost = ({ metric }: Result): boolean => COSTS.has(metric ?? '');

/** A value that stands for itself: "0.63", "tenfold", "first"; "orders of magnitude" does not. */
const TELLING = /\d|fold$|^(?:first|second|third|twice|double|triple|half|(?:an?|one) order\b)/i;
/** Seconds or hours, GB or MB: without its unit an amount spent says nothing. */
const BARE_NUMBER = /^[\d.,±\s]+$/;

const UP = /\b(?:increas|gain|boost|rais|rise|higher|uplift)/i;
const DOWN = /\b(?:reduc|decreas|lower|cut|drop|declin|fewer|less|sav(?:e|ing)|short)/i;
/** Forward, whichever way that is for the metric. */
const FORWARD = /\b(?:improv|outperform|surpass|exceed|better|ahead)/i;
/** Words by which a bound is one of a difference: "up to 15% in Dice", "by over 16 points". */
const DIFFERENCE =
  /\b(?:improv|increas|gain|boost|reduc|decreas|drop|declin)|\bby\b|\bpoints?\b|%\s+in\b|^[-+−–]/i;

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

/** The value as printed, without the marks of a typesetter and the longest of its units. */
const tidy = (value: string): string =>
  value
    .replaceAll(/-{2,3}/g, '–')
    .replaceAll(/\bpercentage points?\b/g, 'points')
    .trim();

function wordsOfDifference(result: Result, metric: string, value: string): string {
  if (/^[-+−–±]/.test(value)) return `${metric} ${value}`;
  const way = wayOf(result);
  const bound = result.kind === 'bound' ? valueWord(result) : '';
  if (bound === '')
    return way ? `${metric} ${way === 'higher' ? '+' : '−'}${value}` : `${metric} change of ${value}`;
  return way ? `${metric} ${way} by ${bound} ${value}` : `${metric} change of ${bound} ${value}`;
}

function wordsOfRatio(result: Result, metric: string, value: string): string {
  if (metric === 'Speedup') return `${value} speedup`;
  if (value.endsWith('%')) return `${value} of ${inPhrase(metric)}`;
  const way = wayOf(result);
  return way ? `${value} ${way} ${inPhrase(metric)}` : `${metric} ${value}`;
}

/** A result in a few words: "F1 0.63", "Dice +10%", "AP50 higher by over 20%", "1.5% of training data". */
export function wordsOfFigure(result: Result): string {
  const metric = result.metric ?? '';
  const value = tidy(result.value);
  if (result.kind === 'ratio') return wordsOfRatio(result, metric, value);
  const isDifference =
    result.kind === 'change' ||
    (result.kind === 'bound' && (DIFFERENCE.test(result.anchor) || DIFFERENCE.test(value)));
  if (isDifference) return wordsOfDifference(result, metric, value);
  // "24 fps" names its metric.
  const name = value.toLowerCase().endsWith(` ${metric.toLowerCase()}`) ? '' : metric;
  return [name, valueWord(result), value].filter(Boolean).join(' ');
}

/**
 * The order in which results are worth showing, least first: amounts before
 * words, how well before at what price, known metrics before others, values
 * reached before others.
 */
export function rankOf(result: Result): number {
  const steps = [!TELLING.test(result.value), isCost(result), !result.better, result.kind !== 'level'];
  return steps.reduce((rank, isBehind) => 2 * rank + Number(isBehind), 0);
}

/**
 * The number to show where there is room for one, in words; undefined where
 * none can stand alone: no metric, no amount, an amount spent without its unit.
 */
export function bestFigure(results: readonly Result[]): string | undefined {
  const best = results
    .filter(
      (result) =>
        result.role === 'own' &&
        result.metric !== null &&
        result.metric.length <= LONGEST_METRIC &&
        TELLING.test(result.value) &&
        !(isCost(result) && result.kind !== 'ratio' && BARE_NUMBER.test(result.value)),
    )
    // Sorting is stable: within a rank the order of the text holds.
    .toSorted((a, b) => rankOf(a) - rankOf(b))[0];
  return best && wordsOfFigure(best);
}
