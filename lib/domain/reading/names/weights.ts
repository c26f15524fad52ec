/** The fitted model that names what a number belongs to: the numbers of `weights.json`, which ships as data. */
import { FEATURES } from './features';
import type { NameModel } from './model';
import { unpackScorers } from './packed-model';
import fitted from './weights.json';

/** The model that ships. */
export const NAME_MODEL: NameModel = {
  names: unpackScorers(fitted, FEATURES.length),
  metric: unpackScorers(fitted.metric, FEATURES.length),
  trees: fitted.trees,
};
