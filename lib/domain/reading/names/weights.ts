/** The fitted model that names what a number belongs to: the numbers of `weights.json`, which ships as data. */
import { FEATURES } from './features';
import type { NameModel } from './model';
import fitted from './weights.json';

const indexed = (words: readonly string[]): ReadonlyMap<string, number> =>
  new Map(words.map((key, at) => [key, FEATURES.length + at]));

/** Weights in the order of `FEATURES`, then of the words. */
export const NAME_MODEL: NameModel = {
  data: fitted.data,
  target: fitted.target,
  system: fitted.system,
  words: indexed(fitted.words),
  metric: { ...fitted.metric, words: indexed(fitted.metric.words) },
};
