/** Pairs that are one system under two conditions: "the accuracy drops from 75% to 36%". */
import { metricDirection } from '../../../metrics';
import type { MetricTie } from '../../metric/metric-tie';
import { phrase, type Context } from '../../sentence/context';

const FALLS =
  /^(?:drop(?:s|ped|ping)?|falls?|fell|falling|declin(?:es?|ed|ing)|collaps(?:es?|ed|ing)|decreas(?:es|ed|ing)|degrad(?:es|ed|ing)|deteriorat(?:es|ed|ing)|plummet(?:s|ed|ing)?|fluctuat(?:es|ed|ing)|swings?)$/;

const COLLAPSES = /^(?:collaps|deteriorat|plummet)/;

/** Words by which a high value is unwanted: what a probe finds is a leak, and a disparity is unfair. */
const UNWANTED = /\b(?:prob(?:e|es|ing)|attack\w*|leak\w*|disparit\w+|gap)\b/;

/**
 * True if a quality falls from the value at `at`, by a verb without an object: nobody reports a rival as the better
 * one in this way, so the pair shows what a condition does to a system. What has no measure ("Aton drops from 71% to
 * 38%") is a quality too, and so is whatever collapses.
 */
export function fallsFrom(context: Context, at: number, metric: MetricTie | undefined): boolean {
  const { tokens } = context;
  const name = metric?.name ?? undefined;
  const better = name === undefined ? 'higher' : (metric?.better ?? metricDirection(name));
  if (better === 'lower') return false;
  let from = at - 1;
  while (at - from < 5 && tokens[from]?.lower !== 'from') from -= 1;
  // "collapses (0.99 → 0.22 for Aton, 0.97 → 0.42 for Bera)".
  if (tokens[from]?.lower !== 'from')
    for (from = at - 1; at - from < 12 && tokens[from]?.text !== '(';) from -= 1;
  if (!/^(?:from|\()$/.test(tokens[from]?.lower ?? '')) return false;
  const adverb = tokens[from - 1]?.lower.endsWith('ly') === true ? 1 : 0;
  const verb = from - 1 - adverb;
  // "a drop (0.9 → 0.8)" tells what a change costs.
  if (tokens[from]?.text === '(' && !/(?:s|ed|ing)$/.test(tokens[verb]?.lower ?? '')) return false;
  return (
    (better ? FALLS : COLLAPSES).test(tokens[verb]?.lower ?? '') &&
    !UNWANTED.test(phrase(context, verb - 5, verb))
  );
}

const RISES =
  /\b(?:ris(?:es|ing)|rose|increasing|grow(?:s|ing)|grew|climb(?:s|ing)|scal(?:es|ing))(?: \S+ly)? from(?: \S+ =)?$/;

/** Words that tell of an improvement, which is one system against another. */
const IMPROVED = /\b(?:improvement|gain|boost)s? of\b/;

/** True for "the recall rises from 12% to 96%": one system under two conditions, not one against another. */
export const risesFrom = (context: Context, at: number): boolean =>
  RISES.test(phrase(context, at - 5, at)) && !IMPROVED.test(phrase(context, 0, at));
