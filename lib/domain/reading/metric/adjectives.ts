/** Words behind a number that look like its metric and are none: names of places, and adjectives of a quality. */
import { findMetric } from '../../metrics';
import { phrase, type Context } from '../sentence/context';
import type { MetricTie } from './metric-tie';

/** A language, or a name with a hyphen and a digit or a second name. */
const NAME = /^(?:\p{Lu}\p{L}*\p{Ll}\p{L}*-\d.*|\p{Lu}\p{Ll}+(?:ese|ish|ic)|\p{Lu}\p{L}+-\p{Lu}\p{L}*)$/u;

const PLACES_BEHIND =
  /^(?:[^\s,;.()]+ ){1,2}(?:settings|areas|regions|domains|scenarios|environments|conditions|tasks|datasets|cases|languages|regimes)\b/;

/**
 * True for what stands behind "in" in "a gain of 9% in English", "a reduction in LeNet-5", "in urban and rural areas":
 * where something was measured, not what.
 */
export const isPlaceName = (context: Context, from: number, to: number): boolean =>
  (to === from + 1 && NAME.test(context.tokens[from]?.text ?? '')) ||
  (context.tokens[to]?.lower === 'and' && PLACES_BEHIND.test(phrase(context, to + 1, to + 4)));

/** The quality that an adjective behind a comparative names: "50% less accurate", "1.5x more memory-efficient". */
export function qualityOf(adjective: string): Pick<MetricTie, 'name' | 'known' | 'better'> | undefined {
  const [, what = '', how] = /^(?:(\w+)-)?(accurate|efficient|expensive)$/.exec(adjective) ?? [];
  if (how === undefined) return undefined;
  if (how === 'efficient')
    return { name: what === '' ? 'efficiency' : `${what} efficiency`, known: false, better: 'higher' };
  if (what !== '') return undefined;
  const metric = findMetric(how === 'accurate' ? 'accuracy' : 'cost');
  return metric && { ...metric, known: true };
}
