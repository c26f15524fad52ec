/** Words that make a number a difference: "by 3%", "3% higher", "a gain of 3%". */
import { when, type Rule } from '../rule';
import { phrase, type Context } from '../sentence/context';
import { numberGroup } from '../sentence/groups';
import type { NumberMention } from '../sentence/number-form';
import { ACHIEVE_VERBS, BEAT_VERBS, CHANGE_NOUNS, CHANGE_VERBS, COMPARATIVES } from '../sentence/words';

const lowerAt = (context: Context, at: number): string => context.tokens[at]?.lower ?? '';

type Holds = (context: Context, at: number, number: NumberMention) => boolean;
type Sign = Rule<'change', { readonly number: NumberMention }>;

const sign = (name: string, [text, expected]: Sign['example'], holds: Holds): Sign => ({
  name,
  example: [text, expected],
  match: when((context, at, { number }) => holds(context, at, number), 'change'),
});

/**
 * True for "8.6/13.8 points", where the unit applies to both numbers; false for "reaches 8.6 points", which
 * is a value.
 */
function isPoints(context: Context, at: number, number: NumberMention): boolean {
  const slashed = context.tokens[at + 1]?.text === '/' ? context.tokens[at + 2] : undefined;
  if (number.form !== 'points' && !(slashed?.kind === 'number' && slashed.number.form === 'points'))
    return false;
  return !/^(?:of|scor\w+|achiev\w+|reach\w+|at|is|was|quantif\w+)$/.test(lowerAt(context, at - 1));
}

/** True for "22.7% ↑", "↓ 6.0%": an arrow that points up or down shows a difference. */
const isBesideArrow = (context: Context, at: number, number: NumberMention): boolean =>
  number.form !== 'times' && [at - 1, at + 1].some((beside) => /^[↑↓]$/.test(lowerAt(context, beside)));

/**
 * True for "gains in usability (40%), trust (" and "drops in Aton and Bera (": a noun of change and where or in what it
 * was seen, in front of the bracket at token `open`. Earlier brackets of the list are passed over.
 */
function isChangeAt(context: Context, open: number): boolean {
  let isInside = false;
  for (let index = open - 1; index >= 0 && open - index < 40; index -= 1) {
    const lower = lowerAt(context, index);
    if (lower === ')' || lower === '(') isInside = lower === ')';
    else if (isInside) continue;
    else if (ROSE_OR_FELL.test(lower))
      // "a 5% improvement in Dice (76%)": the difference was given, so the bracket holds the value.
      return (
        SEEN.test(lowerAt(context, index + 1)) &&
        !context.tokens.slice(Math.max(0, index - 3), index).some(({ kind }) => kind === 'number')
      );
    else if (ENDS_PLACES.test(lower) || ACHIEVE_VERBS.has(lower)) return false;
  }
  return false;
}

const ROSE_OR_FELL =
  /^(?:gain|improvement|enhancement|increase|boost|drop|decrease|decline|degradation|reduction|saving|loss|fall)s?$/;
const SEEN = /^(?:in|on|for|across)$/;
/** What stands behind a number that says nothing more of itself. */
const ENDS_VALUE = /^(?:[),;[]|and|for|on|in|across)$/;
const ENDS_PLACES = /^(?:[.;:]|with|while|whereas|but|compared|over|than|from|to|between)$/;

/**
 * True for "a small degradation (-0.8)", "performance drops in Aton and Bera (7% and 3%)"; false for "gains in recall
 * (70% vs. 60%)", where the bracket holds the values.
 */
function isBracketBehindNoun(context: Context, at: number, number: NumberMention): boolean {
  const first = numberGroup(context, at)[0] ?? at;
  let open = first - 1;
  while (first - open < 4 && LIMIT.test(lowerAt(context, open))) open -= 1;
  if (lowerAt(context, open) !== '(' || (!number.signed && number.form === 'bare')) return false;
  return (
    CHANGE_NOUNS.has(lowerAt(context, open - 1)) ||
    (ENDS_VALUE.test(lowerAt(context, at + 1)) && isChangeAt(context, open)) ||
    (open < first - 1 && REDUCES.test(phrase(context, open - 7, open + 1)))
  );
}

const LIMIT = /^(?:~|≈|up|to|about|by|over|approximately|approx|nearly|around|roughly)$/;

/** "reduces hallucinations (up to": a verb of reducing and its object before a bracket with a limit. */
const REDUCES =
  /\b(?:reduc|decreas|cut|shorten|lessen|mitigat|lower)(?:e?s|ing|ting) (?:[^\s,;()]+ ){1,5}\($/;

/** True for "a marginal (~2%) drop in accuracy": a noun of change directly behind the bracket. */
const isBracketBeforeNoun = (context: Context, at: number, number: NumberMention): boolean =>
  /^(?:percent|points|times)$/.test(number.form) &&
  lowerAt(context, at + 1) === ')' &&
  CHANGE_NOUNS.has(lowerAt(context, at + 2)) &&
  /\((?: (?:~|≈|up|to|about|over|approximately|nearly|around|just|only|<|>))*$/.test(
    phrase(context, at - 4, at),
  );

const SMALL =
  /^(?:a|an|the|about|approx|amount|approximately|around|roughly|nearly|almost|over|up|to|than|more|less|least|at|most|as|much|~|≈|an?|further|additional|average|relative|absolute|mean|median|maximum|minimum|staggering|estimated|only|just|large|significant|impressive|remarkable|respectively|,|margin|margins|of|on|in|percentage|ranging|from|between)$/;

/** What stands before "loss" where it is what training minimises. */
const OBJECTIVE =
  /^(?:validation|training|train|test|testing|evaluation|eval|val|entropy|cross-entropy|reconstruction|prediction|huber|log|hinge|contrastive)$/;

/** True for "improves … by", "a gain of", "outperforming … by", "reduces … 3%". */
function isInFront(context: Context, at: number, number: NumberMention): boolean {
  // "flies at speeds up to 3 m/s": no verb.
  if (
    lowerAt(context, at - 1) === 'to' &&
    /\bat (?:\S+ )?speeds (?:of )?up to$/.test(phrase(context, at - 6, at))
  )
    return false;
  // A number in a bracket is described by the words in the bracket.
  if (lowerAt(context, at - 1) === '(' && (number.signed || number.form !== 'bare')) return false;
  for (let index = at - 1; index >= 0 && at - index < 9; index -= 1) {
    const lower = lowerAt(context, index);
    if (lower === 'by') return leadsToChange(context, index);
    // "the average increase was 2%".
    if (/^(?:is|was|are|were)$/.test(lower))
      return CHANGE_NOUNS.has(lowerAt(context, index - 1)) || isChangeIn(context, index);
    if (CHANGE_NOUNS.has(lower)) {
      const next = lowerAt(context, index + 1);
      // "a validation loss of 0.17": a value that is made small.
      if (lower === 'loss' && number.form === 'bare' && OBJECTIVE.test(lowerAt(context, index - 1)))
        return false;
      return (
        next === 'of' ||
        index === at - 1 ||
        /^(?:\(|up|from|around|about|as|between|exceeding|over|ranging)$/.test(next)
      );
    }
    // "an inference speed of" names a value; "an increase in mAP of" names a change.
    if (context.mentionOf.has(index))
      return /^(?:of|ranging)$/.test(lowerAt(context, index + 1)) && isChangeIn(context, index + 1);
    if (CHANGE_VERBS.has(lower)) return index === at - 1 || lowerAt(context, index + 1) !== 'to';
    if (!SMALL.test(lower))
      return /^(?:of|ranging)$/.test(lowerAt(context, index + 1)) && isChangeIn(context, index + 1);
  }
  return false;
}

/**
 * True for "a reduction in output length of 37%": a noun of change, "in" and a measure before the "of" at
 * token `of`.
 */
function isChangeIn(context: Context, of: number): boolean {
  for (let index = of - 2; index > of - 7; index -= 1)
    if (lowerAt(context, index) === 'in') return CHANGE_NOUNS.has(lowerAt(context, index - 1));
  return false;
}

/**
 * True for a "by" after a verb or noun of change or winning, or after a comparative; false for "by 2030", "by
 * 5 experts".
 */
function leadsToChange(context: Context, by: number): boolean {
  for (let index = by - 1; index >= 0 && by - index < 34; index -= 1) {
    const lower = lowerAt(context, index);
    if (
      CHANGE_VERBS.has(lower) ||
      BEAT_VERBS.has(lower) ||
      CHANGE_NOUNS.has(lower) ||
      COMPARATIVES.has(lower)
    )
      return true;
  }
  return false;
}

/**
 * True for "an improvement of 4.5% (ranging from 2.4% to 7.7%)": the range belongs to the change before it.
 */
function isRangeOfChange(context: Context, at: number): boolean {
  const spread = /^\( ranging (?:from|between)$/.test(phrase(context, at - 3, at))
    ? context.tokens[at - 4]
    : undefined;
  return spread?.kind === 'number' && isChange(context, at - 4, spread.number);
}

/** True for "misses it by up to 4%": the limit of a margin; false for "shown by a Dice of up to 0.88". */
export const isLimitOfMargin = (context: Context, at: number): boolean =>
  /\bby(?: (?:an?|upto|up|to|over|about|nearly|almost|at|least|most|more|less|greater|than|as|much|many|only|just|well|average|margins?|of|approximately|around|roughly|[~≈<>≤≥]))*$/.test(
    phrase(context, at - 7, at),
  );

/** True for "adding less than 3% of computation overhead": what a method costs more than without it. */
export const isOverhead = (context: Context, at: number): boolean =>
  /^(?:of )?(?:[^\s,;.]+ ){0,2}overheads?\b/.test(phrase(context, at + 1, at + 5));

/** True for "it remains 6% below the best". */
const isBeside = (context: Context, at: number): boolean =>
  /^(?:below|above|behind|ahead)$/.test(lowerAt(context, at + 1));

/** True for "3% improvement", "2.77% top-1 accuracy improvement", "11.4% higher than", "22% fewer". */
function isBehind(context: Context, from: number, number: NumberMention): boolean {
  // "85% and 65% lighter": words after a list apply to all its numbers.
  const last = numberGroup(context, from).at(-1) ?? from;
  // "(C-index 0.74, +8% relative improvement)": a sign starts another number.
  const other = context.tokens[last];
  const isApart = other?.kind === 'number' && other.number.signed && !number.signed;
  const at = isApart ? from : last;
  for (let index = at + 1; index < at + 7; index += 1) {
    // "6% word error rate (WER) reduction": the metric's name and its short form are skipped.
    const mention = context.mentionOf.get(index);
    if (
      mention &&
      context.tokens[mention.to - 1]?.text === ')' &&
      CHANGE_NOUNS.has(lowerAt(context, mention.to))
    )
      return true;
    const token = context.tokens[index];
    if (token?.kind !== 'word') return false;
    // "a recall of 98% a clear improvement over …": an article begins another phrase.
    if (index === at + 1 && /^an?$/.test(token.lower)) return false;
    if (CHANGE_NOUNS.has(token.lower)) return true;
    if (COMPARATIVES.has(token.lower))
      return index === at + 1 || lowerAt(context, index - 1) === 'relative' || index === at + 2;
    if (
      /^(?:of|on|or|for|with|and|to|from|than|by|at|over|under|while|which|when|in|as|is|are|was|were)$/.test(
        token.lower,
      )
    )
      return false;
  }
  return false;
}

/** Signs that make a number a difference; any one is enough. */
export const CHANGE_SIGNS: readonly Sign[] = [
  sign(
    'plus',
    ['Our loss has +3% Dice.', '+3% change'],
    (context, at, number) => number.signed && context.tokens[at]?.text.startsWith('+') === true,
  ),
  sign(
    'range of differences',
    ['An improvement of 4% (ranging from 2% to 7%) is met.', '4% change, 2% to 7% change'],
    isRangeOfChange,
  ),
  // "decays toward it (-26%)": a negative percentage can only be a change.
  sign(
    'minus in a bracket',
    ['It decays toward it (-26%).', '-26% change'],
    (context, at, number) =>
      number.signed && /^(?:percent|time)$/.test(number.form) && lowerAt(context, at - 1) === '(',
  ),
  sign(
    'points in per cent',
    ['Our net gives about 6% absolute points there.', '6% change'],
    (context, at, number) =>
      number.form === 'percent' &&
      /^(?:absolute |percentage )?points\b/.test(phrase(context, at + 1, at + 3)) &&
      !/^(?:of|at|is|was|scor\w+)$/.test(lowerAt(context, at - 1)),
  ),
  sign('points of difference', ['We see 10 points there.', '10 points change'], isPoints),
  sign('arrow', ['Our net has a Dice that is better (Kent 6% ↑).', '6% change'], isBesideArrow),
  sign(
    'relative, in a bracket',
    ['It tops Bera by 17 points (48% relative).', '17 points change, 48% change'],
    (context, at, number) =>
      number.form === 'percent' && /^relative \)$/.test(phrase(context, at + 1, at + 3)),
  ),
  sign(
    'bracket behind a noun of change',
    ['With a small degradation (0.8%) it runs.', '0.8% change'],
    isBracketBehindNoun,
  ),
  sign(
    'bracket before a noun of change',
    ['It comes with a small (~2%) drop in accuracy.', '2% change'],
    isBracketBeforeNoun,
  ),
  sign('word of change in front', ['It improves the Dice by 3%.', '3% change'], isInFront),
  sign('above or below another', ['It stays 6% below Aton.', '6% change'], isBeside),
  sign('word of change behind', ['We report 3% higher Dice.', '3% change'], isBehind),
];

/** True if the words around the number describe a difference. */
export const isChange = (context: Context, at: number, number: NumberMention): boolean =>
  CHANGE_SIGNS.some(({ match }) => match(context, at, { number }) !== undefined);
