/** The shape of the rules for roles, and the facts that they are given. */
import type { ResultKind, ResultRole } from '../../../paper';
import type { MetricTie } from '../../metric/metric-tie';
import { when, type Rule } from '../../rule';
import type { Context } from '../../sentence/context';
import type { FromTo } from '../../sentence/groups';
import type { NumberMention } from '../../sentence/number-form';

/** The facts about a number from which its role is decided. */
export interface RoleFacts {
  readonly number: NumberMention;
  readonly kind: ResultKind;
  readonly metric: MetricTie | undefined;
  readonly pairs: readonly FromTo[];
  /** True before the abstract first speaks of the paper's own work. */
  readonly background: boolean;
  /** The place of the last own value of the same metric before it in the sentence; undefined if there is none. */
  readonly sameBefore: number | undefined;
  /** True if the number continues a list of baselines. */
  readonly listsBaselines: boolean;
}

/** A rule for the role of a number. */
type RoleRule = Rule<ResultRole, RoleFacts>;

/** Makes a rule that gives `verdict` where `holds`; its example gives the roles that are read. */
export const role = (
  name: string,
  [text, expected]: RoleRule['example'],
  verdict: ResultRole,
  holds: (context: Context, at: number, facts: RoleFacts) => boolean,
): RoleRule => ({ name, example: [text, expected], match: when(holds, verdict) });
