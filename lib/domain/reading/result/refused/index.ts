/**
 * Numbers that look like results and are none: confidence intervals, p-values,
 * years, dimensions, hyper-parameters, splits, statistics of the world.
 */
import { decide, type RuleTable } from '../../rule';
import type { Context } from '../../sentence/context';
import type { NumberMention } from '../../sentence/number-form';
import { CONDITIONS } from './conditions';
import { NAMES } from './names';
import { SETTINGS } from './settings';
import { SPREADS } from './spreads';

/** Every reason to pass over a number; any one is enough. */
export const REFUSED: RuleTable<true, NumberMention> = {
  aspect: 'refused',
  rules: [...NAMES, ...SPREADS, ...SETTINGS, ...CONDITIONS],
};

/** True where the number at `at` is no result whatever stands round it. */
export const isNoResult = (context: Context, at: number, number: NumberMention): boolean =>
  decide(REFUSED, context, at, number) === true;
