/** The metric of "from A to B": the object of the verb in front, or the words before both values. */
import { isCost, phrase, type Context } from '../sentence/context';
import { hasChangeBehind } from '../sentence/groups';
import { isModifier } from '../sentence/mention';
import { isAbstract, LESSENS, OBJECT_END, UNMEASURED } from './objects';
import { asPrinted, UNNAMED, type MetricTie, tied } from './metric-tie';
import { CHANGE_NOUNS, CHANGE_VERBS } from '../sentence/words';

/**
 * "improves the mAP on the long task from 51% to 54%": the first noun after the verb, if a place follows it.
 */
function objectOfPair(context: Context, first: number): MetricTie | undefined {
  if (context.tokens[first - 1]?.lower !== 'from') return undefined;
  let verb = first - 2;
  while (verb > first - 16 && verb >= 0 && !CHANGE_VERBS.has(context.tokens[verb]?.lower ?? '')) {
    const token = context.tokens[verb];
    if (token?.kind === 'number' || token?.text === ',' || context.clauses[verb] !== context.clauses[first])
      return undefined;
    verb -= 1;
  }
  if (!CHANGE_VERBS.has(context.tokens[verb]?.lower ?? '')) return undefined;
  let end = verb + 1;
  while (end < first - 1 && !OBJECT_END.test(context.tokens[end]?.lower ?? '')) {
    // In "the reliability of Aton" the noun before "of" is the measure, unless it only counts.
    if (context.tokens[end]?.lower === 'of' && isAbstract(context, end - 1)) break;
    end += 1;
  }
  // In "token waste" the measure is waste: a word for a cost names the object only as its last word.
  const named = context.mentions.findLast(
    ({ name, from, to }) => from > verb && to <= end && (to === end || !isCost(name)),
  );
  if (named) return tied(named, 'near');
  let from = verb + 1;
  while (/^(?:the|its|our|their|average|mean|overall|a|an)$/.test(context.tokens[from]?.lower ?? ''))
    from += 1;
  const counted = /^(?:number|amount|share|proportion|percentage) of$/.test(phrase(context, from, from + 2))
    ? 2
    : 0;
  const words = context.tokens.slice(from + counted, end);
  const isNoun =
    words.length > 0 &&
    words.length <= 3 &&
    words.every(isModifier) &&
    (counted > 0 || end < first - 1) &&
    // In "improves TPF on the long task" the short form is a measure.
    !words.some((word) => /\p{Lu}|\d/u.test(word.text) && !/^\p{Lu}{2,5}$/u.test(word.text)) &&
    !UNMEASURED.test(words.at(-1)?.text ?? '');
  return isNoun ? asPrinted(context, from, end) : undefined;
}

/** "CLIP 16.1 to 17.7 (+9.8%)": the name directly before two values that are followed by their change. */
export function nameOfPair(context: Context, first: number): MetricTie | undefined {
  const name = context.tokens[first - 1]?.text ?? '';
  return hasChangeBehind(context, first) && /^\p{Lu}[\p{L}-]+$/u.test(name)
    ? asPrinted(context, first - 1, first)
    : undefined;
}

const GOES =
  /^(?:drop(?:s|p?ed|ping)?|falls?|fell|falling|rises?|rose|rising|(?:de|in)creas(?:es?d?|ing)|reducing|declin(?:es?d?|ing)|shrinks?|shrank|grows?|grew|climb(?:s|ed)?)$/;

/**
 * True for "DG loss proxy", "performance drop": a noun of change with a qualifier, which names what changes.
 */
const isHeadOfChange = (context: Context, at: number): boolean =>
  CHANGE_NOUNS.has(context.tokens[at]?.lower ?? '') && isModifier(context.tokens[at - 1]);

/**
 * True for "Aton drops from 60 to 50 in accuracy": a known metric is named between the verb and the next
 * comma.
 */
function isMeasuredOtherwise(context: Context, verb: number, first: number): boolean {
  let end = first;
  while (end < context.tokens.length && !/^[,;(.]$/.test(context.tokens[end]?.text ?? '')) end += 1;
  return context.mentions.some(({ known, from }) => known && from > verb && from < end);
}

/**
 * "Awareness of the risks rose from 14% to 44%": the subject of a verb of change without an object is the
 * measure.
 */
export function subjectThatGoes(context: Context, first: number): MetricTie | undefined {
  if (context.tokens[first - 1]?.lower !== 'from') return undefined;
  const verb = context.tokens[first - 2]?.lower.endsWith('ly') === true ? first - 3 : first - 2;
  if (!GOES.test(context.tokens[verb]?.lower ?? '')) return undefined;
  let from = verb;
  while (
    verb - from < 7 &&
    (isModifier(context.tokens[from - 1]) ||
      context.tokens[from - 1]?.lower === 'of' ||
      isHeadOfChange(context, from - 1))
  )
    from -= 1;
  // The phrase must begin the clause; after any other word it is only the end of a longer subject.
  const opening = context.tokens[from - 1];
  const isWhole =
    !opening ||
    opening.kind === 'mark' ||
    /^(?:and|while|whereas|but|the|its|that|average|mean|overall)$/.test(opening.lower);
  const of = context.tokens.findIndex(({ lower }, at) => lower === 'of' && at > from && at < verb);
  const head = context.tokens[(of === -1 ? verb : of) - 1];
  if (from === verb || !isWhole || !head || UNMEASURED.test(head.text)) return undefined;
  const mention = context.mentionOf.get((of === -1 ? verb : of) - 1);
  if (mention) return tied(mention, 'near');
  // "Aton drops from 60 to 50", "agents drop": names and plural nouns have a measure, but it is not given.
  const isShort =
    verb - from === 1 && /^\p{Lu}{3,5}$/u.test(head.text) && !isMeasuredOtherwise(context, verb, first);
  const isNoun =
    /^\p{L}?\p{Ll}+$/u.test(head.text) &&
    !/[^s]s$/.test(head.text) &&
    !(verb - from === 1 && /^\p{Lu}/u.test(head.text));
  return isShort || isNoun ? asPrinted(context, from, verb) : undefined;
}

/**
 * "cutting token waste from 55% to 2%", "raises faithfulness (0.68 → 0.96)": the words before both values.
 */
export function subjectOfPair(context: Context, first: number): MetricTie | undefined {
  // "…, from 69% to 78% on B": another pair of a list has the metric of the one before it.
  if (
    /^(?:, (?:and )?|and )from$/.test(phrase(context, first - 2, first)) ||
    /^, and from$/.test(phrase(context, first - 3, first))
  )
    return undefined;
  const object = objectOfPair(context, first) ?? subjectThatGoes(context, first);
  if (object) return object;
  let to = first - 1;
  if (context.tokens[to]?.text !== '(') {
    while (to > first - 5 && context.tokens[to]?.lower !== 'from') to -= 1;
    if (context.tokens[to]?.lower !== 'from') return undefined;
  }
  if (/^[,(]$/.test(context.tokens[to - 1]?.text ?? '')) to -= 1;
  let from = to;
  while (to - from < 3 && isModifier(context.tokens[from - 1])) from -= 1;
  const words = context.tokens.slice(from, to);
  const last = words.at(-1);
  if (
    !last ||
    words.length > 3 ||
    UNMEASURED.test(last.text) ||
    // "and Surrey benchmark from 58% to 63%": names where the metric of the pair before was measured again.
    /^(?:benchmark|dataset|task|set|corpus|suite|leaderboard)$/.test(last.lower) ||
    // In "a lower QBER (from 6.6% to 6.0%)" the short form is a measure; other names are systems.
    words.some((word) => /^\p{Lu}/u.test(word.text) && !/^\p{Lu}{3,5}$/u.test(word.text))
  )
    return undefined;
  // Names and plural nouns are what was changed, not what was measured, unless the verb says that there are
  // fewer of them.
  const verb = context.tokens[from - 1]?.lower ?? '';
  // "improving FinQA from 12% to 24%, MGSM from 1% to 27%": names of datasets.
  if (/^\p{Lu}+$/u.test(last.text) && /^(?:,$|and$|improv|boost|enhanc|lift)/.test(verb)) return undefined;
  if (/\d/.test(last.text) || (/[^s]s$/.test(last.text) && !LESSENS.test(verb))) return undefined;
  // ", moving from 6 to 9": an action, not a measure.
  if (words.length === 1 && verb === ',' && last.lower.endsWith('ing')) return UNNAMED;
  const mention = context.mentionOf.get(to - 1);
  return mention ? tied(mention, 'near') : asPrinted(context, from, to);
}
