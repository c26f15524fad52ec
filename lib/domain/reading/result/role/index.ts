/** Decides whether a number belongs to the paper or to something that it is compared with. */
import type { ResultRole } from '../../../paper';
import { decide, type RuleTable } from '../../rule';
import type { Context } from '../../sentence/context';
import { isChange, isLimitOfMargin } from '../change';
import { isSurpassed } from '../kinds';
import { isOfBeatenList, isReportedBefore } from './beaten';
import { COMPARISON } from './comparison';
import { fallsFrom, risesFrom } from './fallen';
import { OWNER } from './owner';
import {
  fallsShort,
  isChance,
  isCustomary,
  isDoneByBaseline,
  isFirstOfTwo,
  isFormerBest,
  isLabelledBaseline,
  isMeasureOfTheBeaten,
  isOfTheBeaten,
  isOfCompared,
  isOfTheApproached,
  isSecondOfBeaten,
  isSetAgainstLike,
  isReachedByBeaten,
  isReportedEarlier,
  isShownEarlier,
  isWinner,
  wasDone,
} from './rivals';
import { role, type RoleFacts } from './role-rule';
import { isSetAgainstOurs } from './set-against-ours';
import { walkBack } from './walk';

/**
 * Rules for roles, in order: first the two values of a pair, then differences, which are always findings of
 * the paper.
 */
const ROLES: RuleTable<ResultRole, RoleFacts> = {
  aspect: 'role',
  rules: [
    role(
      'goes on a list of others',
      ['It beats Aton (71%), Bera (70%) and Ceto (69%).', '71% baseline, 70% baseline, 69% baseline'],
      'baseline',
      // "(A: 0.69 vs 0.39; B: 0.63 vs 0.20": a value set against another opens a comparison of its own.
      (context, at, { listsBaselines }) => listsBaselines && !isFirstOfTwo(context, at),
    ),
    role(
      'falls short, before',
      ['Even the best nets reach only 33% accuracy. They fail. We propose Aton.', '33% baseline'],
      'baseline',
      (context, at, { background }) => background && fallsShort(context, at),
    ),
    role(
      'was done before',
      ['Nets have achieved an accuracy of up to 96%. They fail. We propose Aton.', '96% baseline'],
      'baseline',
      (context, at) => wasDone(context, at),
    ),
    role(
      'shown by earlier work',
      ['Recent work shows that nets reach an accuracy of 96%. They fail. We propose Aton.', '96% baseline'],
      'baseline',
      (context, _, { background }) => background && isShownEarlier(context),
    ),
    role(
      'quality that falls',
      ['Under noise, the accuracy of these nets drops from 75% to 36%.', '75% own, 36% own'],
      'own',
      (context, at, { pairs, metric }) =>
        pairs.some((pair) => pair.from === at) && fallsFrom(context, at, metric),
    ),
    role(
      'value that rises',
      ['With more layers the Dice rises steadily from 0.7 to 0.8.', '0.7 own, 0.8 own'],
      'own',
      (context, at, { pairs }) => pairs.some((pair) => pair.from === at) && risesFrom(context, at),
    ),
    role(
      'from',
      ['It lifts the Dice from 0.7 to 0.8.', '0.7 baseline, 0.8 own'],
      'baseline',
      (_, at, { pairs }) => pairs.some((pair) => pair.from === at),
    ),
    role('to', ['It lifts the Dice to 0.8 from 0.7.', '0.8 own, 0.7 baseline'], 'own', (_, at, { pairs }) =>
      pairs.some((pair) => pair.to === at),
    ),
    role(
      'what was improved on',
      ['Our net has a Dice of 0.8, improving on 0.7.', '0.8 own, 0.7 baseline'],
      'baseline',
      (context, at) => isSurpassed(context, at),
    ),
    role(
      'called the baseline',
      ['We get 0.24 (baseline) Dice.', '0.24 baseline'],
      'baseline',
      isLabelledBaseline,
    ),
    role(
      'of what is approached',
      ['Our net has an accuracy of 30%, below the 68% achieved by Aton.', '30% own, 68% baseline'],
      'baseline',
      isOfTheApproached,
    ),
    role(
      'set against its like',
      ['The Dice drops by 1%, compared to a 20% drop of Aton.', '1% own, 20% baseline'],
      'baseline',
      isSetAgainstLike,
    ),
    role(
      'reported by earlier work',
      ['This agrees with prior work reporting up to 10% gain in accuracy.', '10% baseline'],
      'baseline',
      isReportedEarlier,
    ),
    role(
      'done by a baseline',
      ['Our net stays above 79% accuracy while baselines drop below 20%.', '79% own, 20% baseline'],
      'baseline',
      (context, at, { kind }) => kind !== 'level' && isDoneByBaseline(context, at),
    ),
    role(
      'difference or ratio',
      ['Compared to Aton the Dice is 3% higher.', '3% own'],
      'own',
      (_, __, { kind }) => kind === 'change' || kind === 'ratio',
    ),
    role(
      'limit of a difference',
      ['Compared to Aton it improves the Dice by up to 3%.', '3% own'],
      'own',
      (context, at, { kind, number }) =>
        kind === 'bound' &&
        (/^(?:times|magnitude|fraction)$/.test(number.form) ||
          isChange(context, at, number) ||
          isLimitOfMargin(context, at)),
    ),
    // "0.63 vs. 0.11": the first value is the paper's.
    role(
      'first of two',
      ['Unlike Aton it has 0.63 vs. 0.11 Dice.', '0.63 own, 0.11 baseline'],
      'own',
      isFirstOfTwo,
    ),
    role(
      'best before',
      ['It tops the previous best accuracy of 91%.', '91% baseline'],
      'baseline',
      isFormerBest,
    ),
    role(
      'of the one beaten',
      ["It tops, surpassing Aton's 45% accuracy.", '45% baseline'],
      'baseline',
      isOfTheBeaten,
    ),
    role(
      'measure of the one beaten',
      ['Our net has a Dice of 0.71, outperforming the Dice of 0.53 from Kent.', '0.71 own, 0.53 baseline'],
      'baseline',
      isMeasureOfTheBeaten,
    ),
    role(
      'second value, of the beaten',
      ['Aton has a Dice of 0.8, outperforming Bera with a Dice of 0.7.', '0.8 own, 0.7 baseline'],
      'baseline',
      isSecondOfBeaten,
    ),
    role(
      'reached by the beaten',
      ['On kites, Aton reaches 79.6 overall, exceeding Bera at 77.5.', '79.6 own, 77.5 baseline'],
      'baseline',
      isReachedByBeaten,
    ),
    role(
      'list of those beaten',
      [
        'It tops, beating Aton (AUC: 0.71), Bera staging (AUC: 0.64), and other nets (AUC: 0.62).',
        '0.71 baseline, 0.64 baseline, 0.62 baseline',
      ],
      'baseline',
      isOfBeatenList,
    ),
    role(
      'of what is compared with',
      ['Aton gets 0.64 Dice, matching the best of them (0.63).', '0.64 own, 0.63 baseline'],
      'baseline',
      isOfCompared,
    ),
    role(
      'customary',
      ['A task that typically takes 15 minutes is done in 3 seconds.', '15 minutes baseline, 3 seconds own'],
      'baseline',
      isCustomary,
    ),
    role(
      'chance',
      ['The accuracy is 0.8, where chance is 0.5.', '0.8 own, 0.5 baseline'],
      'baseline',
      isChance,
    ),
    role(
      'behind a comparison',
      ['Aton has a Dice of 0.85 compared to 0.75 for Bera.', '0.85 own, 0.75 baseline'],
      'baseline',
      (context, at, { kind }) => walkBack(COMPARISON, context, at, kind === 'bound' ? 8 : 26),
    ),
    role(
      'limit, reported before',
      ['Recent nets reach an accuracy above 80%. They fail. We propose Aton.', '80% baseline'],
      'baseline',
      (context, _, { kind, background }) => kind === 'bound' && background && isReportedBefore(context),
    ),
    role(
      'limit',
      ['Prior nets stay below 50% accuracy.', '50% own'],
      'own',
      (_, __, { kind }) => kind === 'bound',
    ),
    role(
      'set against ours',
      ['While Aton achieves a Dice of 0.75, our net achieves 0.81.', '0.75 baseline, 0.81 own'],
      'baseline',
      isSetAgainstOurs,
    ),
    role(
      "another's",
      ['The baseline achieves a Dice of 0.75.', '0.75 baseline'],
      'baseline',
      (context, at) => walkBack(OWNER, context, at, 18) && !isWinner(context, at),
    ),
    role("the paper's own", ['It reaches a Dice of 0.85.', '0.85 own'], 'own', () => true),
  ],
};

/** All tables that decide a role. */
export const ROLE_TABLES = [ROLES, COMPARISON, OWNER] as const;

/** The role of the number at `at`. */
export const findRole = (context: Context, at: number, facts: RoleFacts): ResultRole =>
  decide(ROLES, context, at, facts) ?? 'own';
