/** The fitted model that names what a number belongs to: the numbers of `weights.json`, which ships as data. */
import { FEATURES } from './features';
import type { NameModel } from './model';
import fitted from './weights.json';

/** Weights in the order of `FEATURES`, then of the words. */
export const NAME_MODEL: NameModel = {
  data: fitted.data,
  target: fitted.target,
  system: fitted.system,
  words: new Map(fitted.words.map((key, at) => [key, FEATURES.length + at])),
};
