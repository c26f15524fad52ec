/**
 * Numbers that look like results but are not: confidence intervals, p-values, years, dimensions,
 * hyper-parameters, splits, statistics of the world.
 */
import { decide, type RuleTable } from '../../rule';
import type { Context } from '../../sentence/context';
import type { NumberMention } from '../../sentence/number-form';
import { CONDITIONS } from './conditions';
import { NAMES } from './names';
import { SETTINGS } from './settings';
import { SPREADS } from './spreads';

/** All reasons to skip a number; any one is enough. */
export const REFUSED: RuleTable<true, NumberMention> = {
  aspect: 'refused',
  rules: [...NAMES, ...SPREADS, ...SETTINGS, ...CONDITIONS],
};

/** True if the number at `at` cannot be a result, whatever stands around it. */
export const isNoResult = (context: Context, at: number, number: NumberMention): boolean =>
  decide(REFUSED, context, at, number) === true;
