/** Numbers that say when, where and with what something was done. */
import { phrase, type Context } from '../../sentence/context';
import { beforeGroup, numberGroup } from '../../sentence/groups';
import type { NumberMention } from '../../sentence/number-form';
import { refusal, type Refusal } from './refusal';

const EVENT = /^(?:or (?:more|less|longer) )?(?:after|before|following|prior to)\b/;
const TOOK = /^(?:by|of|to|from|is|was|were|in|takes?|took|only|just)$/;

/** True for "at 25 min after the dose": when something was seen. */
const isWhen = (context: Context, at: number): boolean =>
  EVENT.test(phrase(context, at + 1, at + 4)) &&
  !TOOK.test(context.tokens[at - 1]?.lower ?? '') &&
  !context.mentionOf.has(at - 1);

const MOVED =
  /\b(?:offset|rotated|tilted|shifted|inclined|translated|displaced|spaced|separated|misaligned) by(?: up to)?$/;
const PLACE =
  /^(?:below|above|beneath|behind|in front of|away from) the (?!\S+ (?:baseline|threshold|limit))/;

/** True for "is offset by 60 degrees", "1 cm below the heart". */
const isWhere = (context: Context, at: number, { unit }: NumberMention): boolean =>
  MOVED.test(phrase(context, at - 4, at)) ||
  (/^[cmkµ]?m$/.test(unit) && PLACE.test(phrase(context, at + 1, at + 6)) && !context.mentionOf.has(at - 2));

const CHOSEN = /\b(?:is|are|was|were|been|being) (?:set|fixed|kept|adjusted) (?:to|at)$/;

const isChosen = (context: Context, at: number): boolean => CHOSEN.test(beforeGroup(context, at, 3));

const HOLDS =
  /\b(?:compris|contain|consist|includ|collect|curat|total|span|gather|releas)\w*(?: of)?(?: a)?(?: over| about| more than| approximately| around| nearly| total of)*$/;

/** True for "comprising over 260 hours of walks". */
const isExtentOfData = (context: Context, at: number): boolean =>
  context.tokens[at + 1]?.lower === 'of' && HOLDS.test(phrase(context, at - 5, at));

/** True for "the p-values were 0.29 and 0.85", which say how sure a finding is and not what it is. */
const isOfPValue = (context: Context, at: number): boolean => {
  const first = numberGroup(context, at)[0] ?? at;
  return [2, 3].some((back) => context.mentionOf.get(first - back + 1)?.name === 'p-value');
};

/** Rules for circumstances. */
export const CIRCUMSTANCES: readonly Refusal[] = [
  refusal('when it was seen', ['At 25 min after the dose the Dice is 0.85.', '0.85'], isWhen, {
    forms: ['time'],
  }),
  refusal('where it was seen', ['With slices 1 cm below the heart the Dice is 0.85.', '0.85'], isWhere, {
    forms: ['measure'],
  }),
  refusal('what was chosen', ['The gain was set to 0.4 and the Dice is 0.85.', '0.85'], isChosen),
  refusal('extent of the data', ['From films comprising over 260 hours of walks.', ''], isExtentOfData, {
    forms: ['time'],
  }),
  refusal('value of p', ['The p-value was 0.29 and the Dice 0.85.', '0.85'], isOfPValue, {
    forms: ['bare'],
  }),
];
