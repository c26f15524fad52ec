/**
 * Numbers that look like results but are not: confidence intervals, p-values, years, dimensions,
 * hyper-parameters, splits, statistics of the world.
 */
import { decide, type RuleTable } from '../../rule';
import type { Context } from '../../sentence/context';
import type { NumberForm, NumberMention } from '../../sentence/number-form';
import { CIRCUMSTANCES } from './circumstances';
import { CONDITIONS } from './conditions';
import { NAMES } from './names';
import type { Refusal } from './refusal';
import { SETTINGS } from './settings';
import { SPREADS } from './spreads';

const ALL: readonly Refusal[] = [...NAMES, ...SPREADS, ...SETTINGS, ...CONDITIONS, ...CIRCUMSTANCES];

/** All reasons to skip a number; any one is enough. */
export const REFUSED: RuleTable<true, NumberMention> = { aspect: 'refused', rules: ALL };

const byForm = new Map<NumberForm, typeof REFUSED>();

/** The rules that may hold for numbers of a form. */
function refusedOf(form: NumberForm): typeof REFUSED {
  const known = byForm.get(form);
  if (known) return known;
  const made = { ...REFUSED, rules: ALL.filter(({ forms }) => forms?.includes(form) ?? true) };
  byForm.set(form, made);
  return made;
}

/** True if the number at `at` cannot be a result, whatever stands around it. */
export const isNoResult = (context: Context, at: number, number: NumberMention): boolean =>
  decide(refusedOf(number.form), context, at, number) === true;
