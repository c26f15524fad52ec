/**
 * Measures outside the lexicon, named by what a verb of change acts on: "raises completion from 11% to 28%",
 * "failures drop by 40%".
 */
import { singular } from '../../metrics';
import { KNOWN_DATA } from '../names/known-names';
import { headOf } from '../names/words';
import type { Context } from '../sentence/context';
import { numberGroup } from '../sentence/groups';
import { isModifier } from '../sentence/mention';
import { CHANGE_VERBS } from '../sentence/words';
import { UNMEASURED } from './objects';
import { asPrinted, tied, type MetricTie } from './metric-tie';

const DEGREE =
  /^(?:up|about|over|nearly|an|average|of|~|≈|approximately|roughly|more|than|only|just|least|at)$/;
const AUXILIARY = /^(?:be|been|is|are|was|were|can|could|has|have)$/;
const DETERMINER = /^(?:the|its|our|their|both|an?)$/;
/** Words in front that say how a measure was aggregated, not which it is. */
const TAKEN = /^(?:average|mean|overall|total)$/;
/** Endings of nouns for events and qualities. */
const HAPPENS = /(?:tion|sion|ity|ness|ance|ence)$/;
/** What may precede the subject of a clause. */
const OPENS = /^(?:[,;:(]|and|that|with|while|whereas|but|where|which|so)$/;

/**
 * The measure that is the object of a verb of change directly before the number, or its subject if it has no
 * object.
 */
export function changedPhrase(context: Context, at: number): MetricTie | undefined {
  const { tokens } = context;
  const first = numberGroup(context, at)[0] ?? at;
  let by = first - 1;
  if (tokens[by]?.lower === 'to' && tokens[by - 1]?.lower === 'up') by -= 2;
  while (by > first - 6 && DEGREE.test(tokens[by]?.lower ?? '')) by -= 1;
  if (!/^(?:by|from|to|\()$/.test(tokens[by]?.lower ?? '')) return undefined;
  // "raises intent (by 7 points)": the bracket says by how much.
  if (tokens[by - 1]?.text === '(') by -= 1;
  const adverb = tokens[by - 1]?.lower.endsWith('ly') === true ? 1 : 0;
  const verb = by - 1 - adverb;
  const isSubject = CHANGE_VERBS.has(tokens[verb]?.lower ?? '');
  let to = isSubject ? verb : by - adverb;
  // "efforts can be reduced by 40%".
  if (isSubject) while (AUXILIARY.test(tokens[to - 1]?.lower ?? '')) to -= 1;
  let from = to;
  while (to - from < 6 && isModifier(tokens[from - 1])) from -= 1;
  while (from < to && TAKEN.test(tokens[from]?.lower ?? '')) from += 1;
  let front = from - 1;
  while (
    from - front < 4 &&
    (DETERMINER.test(tokens[front]?.lower ?? '') || TAKEN.test(tokens[front]?.lower ?? ''))
  )
    front -= 1;
  const isFramed = isSubject
    ? // In "Our net improves by 4%" the subject is the system.
      tokens[from - 1]?.lower !== 'our' && (front < 0 || OPENS.test(tokens[front]?.text.toLowerCase() ?? ''))
    : CHANGE_VERBS.has(tokens[front]?.lower ?? '') || isFurtherObject(context, front, to);
  // In "raise ToolMaze completion" the name before the noun is the owner.
  if (!isSubject && to - from > 1 && HAPPENS.test(tokens[to - 1]?.lower ?? ''))
    while (from < to - 1 && /\p{Lu}/u.test(tokens[from]?.text ?? '')) from += 1;
  return isFramed && isMeasure(context, from, to) ? named(context, from, to) : undefined;
}

/**
 * True for the "and" of "cuts escalation from 85% to 59% and referrals from 60% to 37%": the words up to `to` are a
 * further object of the verb before the last number. Names are what was changed, not how it was measured.
 */
const isFurtherObject = ({ tokens }: Context, and: number, to: number): boolean =>
  tokens[and]?.lower === 'and' &&
  tokens.slice(Math.max(0, and - 5), and).some(({ kind }) => kind === 'number') &&
  tokens.slice(Math.max(0, and - 20), and).some(({ lower }) => CHANGE_VERBS.has(lower)) &&
  !tokens.slice(and, to).some(({ text }) => /\p{Lu}|\d/u.test(text));

function named(context: Context, from: number, to: number): MetricTie {
  const mention = context.mentionOf.get(to - 1);
  return mention ? tied(mention, 'near') : asPrinted(context, from, to);
}

/**
 * False for things that are improved but measured by something else: systems, people, data, and any name
 * except a short form in capitals.
 */
function isMeasure({ tokens }: Context, from: number, to: number): boolean {
  const words = tokens.slice(from, to);
  const last = words.at(-1);
  if (!last || words.length > 5 || UNMEASURED.test(last.text)) return false;
  if (/^(?:system|people|data|cases)$/.test(headOf(singular(last.lower)))) return false;
  if (/^(?:another|others?|both|one|each|all)$/.test(last.lower)) return false;
  return words.every(
    ({ text }) =>
      !/\p{Lu}|\d/u.test(text) || (/^\p{Lu}{2,5}(?:-\p{Lu}{2,5})?$/u.test(text) && !KNOWN_DATA.has(text)),
  );
}
