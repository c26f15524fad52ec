/** Whether a number is a value reached, a change, a ratio or a limit. */
import type { ResultKind } from '../../paper';
import { isCost, isNear, phrase, type Context } from '../sentence/context';
import { numberGroup } from '../sentence/groups';
import { isSetAgainst } from './set-against';
import type { MetricTie } from '../metric/tie';
import type { NumberMention } from '../sentence/number-form';
import {
  ACHIEVE_VERBS,
  BASELINE_WORDS,
  BEAT_VERBS,
  BOUND_WORDS,
  CHANGE_NOUNS,
  CHANGE_VERBS,
  COMPARATIVES,
} from '../sentence/words';

const BOUND_PHRASE =
  /(?:\b(?:up ?to|as (?:high|low|much|many) as|at (?:least|most|best)|(?:more|less|greater|fewer|better|higher|lower|larger|smaller|no (?:more|less)) than|close to|well over|maximum of|upwards of|not exceed(?:ing)?)(?: the| a| an)?|\b(?:a )?(?:maximum|minimum)(?: [a-z-]+)? of) ?$/;

/** True where words in front of the number make it a limit: "up to", "over", "nearly", "at least", "<". */
function isBound(context: Context, number: number): boolean {
  let at = number;
  // "up to ~150x", "less than US$0.50".
  while (/^(?:~|≈|\$|us\$?)$/.test(context.tokens[at - 1]?.lower ?? '')) at -= 1;
  // "up to r = 0.96".
  if (context.tokens[at - 1]?.text === '=') at = context.mentionOf.get(at - 2)?.from ?? at;
  if (context.tokens[number]?.text.endsWith('+')) return true;
  if (BOUND_PHRASE.test(phrase(context, at - 5, at))) return !isBestOf(context, at);
  const before = context.tokens[at - 1];
  // "8.1 -> 6.1" is an arrow.
  if (!before || !BOUND_WORDS.has(before.lower)) return false;
  if (before.text === '>' && context.tokens[at - 2]?.text === '-') return false;
  // "improvement over 3 …" compares; "exceeds 90%" and "over 90%" limit.
  const noun = context.tokens[at - 2]?.lower ?? '';
  return !(before.lower === 'over' && CHANGE_NOUNS.has(noun) && noun !== 'saving');
}

/** "obtains the maximum accuracy of 0.96": the best value there was, where "a maximum gain of" limits. */
function isBestOf(context: Context, at: number): boolean {
  const mention = context.tokens[at - 1]?.lower === 'of' ? context.mentionOf.get(at - 2) : undefined;
  return (
    mention?.known === true && /^(?:maximum|minimum)$/.test(context.tokens[mention.from - 1]?.lower ?? '')
  );
}

/** True where the words round the number speak of a difference: "by 3%", "3% higher", "a gain of 3%". */
export function isChange(context: Context, at: number, number: NumberMention): boolean {
  if (number.signed && context.tokens[at]?.text.startsWith('+')) return true;
  // "an improvement of 4.5% (ranging from 2.4% to 7.7%)": the range is of what stands in front of it.
  const spread = /^\( ranging (?:from|between)$/.test(phrase(context, at - 3, at))
    ? context.tokens[at - 4]
    : undefined;
  if (spread?.kind === 'number') return isChange(context, at - 4, spread.number);
  // "decays toward it (-26%)": no share is less than nothing.
  if (number.signed && /^(?:percent|time)$/.test(number.form) && context.tokens[at - 1]?.text === '(')
    return true;
  // "8.6/13.8 points": the unit behind the slash holds for both.
  const slashed = context.tokens[at + 1]?.text === '/' ? context.tokens[at + 2] : undefined;
  if (number.form === 'points' || (slashed?.kind === 'number' && slashed.number.form === 'points'))
    return (
      !/(?:\bof|scor\w+|achiev\w+|reach\w+|at|is|was) $/.test(`${phrase(context, at - 1, at)} `) ||
      changeBefore(context, at) ||
      changeAfter(context, at)
    );
  return changeBefore(context, at) || changeAfter(context, at);
}

/** "improves … by", "a gain of", "outperforming … by", "reduces … 3%". */
function changeBefore(context: Context, at: number): boolean {
  let index = at - 1;
  const own = context.tokens[at];
  // "a small degradation (-0.8)": a bracket behind the noun of change tells how much, in points or per cent.
  if (
    context.tokens[index]?.text === '(' &&
    own?.kind === 'number' &&
    (own.number.signed || own.number.form !== 'bare')
  )
    return (
      CHANGE_NOUNS.has(context.tokens[index - 1]?.lower ?? '') ||
      // "a small decrease in accuracy (2.9%)": a fall says how far, a rise may say how high.
      /\b(?:drops?|decreases?|declines?|degradations?|loss|falls?) in (?:\S+ ){1,3}\($/.test(
        phrase(context, at - 7, at),
      )
    );
  const small =
    /^(?:a|an|the|about|approximately|around|roughly|nearly|almost|over|up|to|than|more|less|least|at|most|as|much|~|≈|an?|further|additional|average|relative|absolute|mean|staggering|estimated|only|just|large|significant|impressive|remarkable|respectively|,|margin|margins|of|on|in|percentage|ranging|from|between)$/;
  for (; index >= 0 && at - index < 9; index -= 1) {
    const token = context.tokens[index];
    if (!token) return false;
    if (token.lower === 'by') return leadsToChange(context, index);
    // "the average increase was 2%".
    if (/^(?:is|was|are|were)$/.test(token.lower))
      return CHANGE_NOUNS.has(context.tokens[index - 1]?.lower ?? '') || isChangeIn(context, index);
    if (CHANGE_NOUNS.has(token.lower))
      return (
        context.tokens[index + 1]?.lower === 'of' ||
        index === at - 1 ||
        context.tokens[index + 1]?.text === '(' ||
        /^(?:up|from|around|about|as|between|exceeding|over|ranging)$/.test(
          context.tokens[index + 1]?.lower ?? '',
        )
      );
    // "an inference speed of": the noun; "an increase in mAP of": what increased.
    if (context.mentionOf.has(index))
      return context.tokens[at - 1]?.lower === 'of' && isChangeIn(context, at - 1);
    if (CHANGE_VERBS.has(token.lower)) return index === at - 1 || context.tokens[index + 1]?.lower !== 'to';
    if (!small.test(token.lower))
      return context.tokens[at - 1]?.lower === 'of' && isChangeIn(context, at - 1);
  }
  return false;
}

/** "a reduction in output length of 37%": the noun of change, what it is in, then "of" at token `of`. */
function isChangeIn(context: Context, of: number): boolean {
  for (let index = of - 2; index > of - 7; index -= 1)
    if (context.tokens[index]?.lower === 'in')
      return CHANGE_NOUNS.has(context.tokens[index - 1]?.lower ?? '');
  return false;
}

/** "by" after a verb or noun of change or of winning, or after a comparative; not "by 2030", "by 5 experts". */
function leadsToChange(context: Context, by: number): boolean {
  for (let index = by - 1; index >= 0 && by - index < 24; index -= 1) {
    const lower = context.tokens[index]?.lower ?? '';
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

/** "3% improvement", "2.77% top-1 accuracy improvement", "11.4% higher than", "22% fewer". */
function changeAfter(context: Context, from: number): boolean {
  // "it remains 6% below the best".
  if (/^(?:below|above|behind|ahead)$/.test(context.tokens[from + 1]?.lower ?? '')) return true;
  // "85% and 65% lighter": what is said behind a list holds of all its numbers.
  const last = numberGroup(context, from).at(-1) ?? from;
  // "(C-index 0.74, +8% relative improvement)": a sign begins a difference.
  const [one, other] = [context.tokens[from], context.tokens[last]];
  const isApart =
    one?.kind === 'number' && other?.kind === 'number' && other.number.signed && !one.number.signed;
  const at = isApart ? from : last;
  for (let index = at + 1; index < at + 7; index += 1) {
    // "6% word error rate (WER) reduction": the name of the measure, with its short form, is passed over.
    const mention = context.mentionOf.get(index);
    if (
      mention &&
      context.tokens[mention.to - 1]?.text === ')' &&
      CHANGE_NOUNS.has(context.tokens[mention.to]?.lower ?? '')
    )
      return true;
    const token = context.tokens[index];
    if (token?.kind !== 'word') return false;
    // "a recall of 98% a clear improvement over …": an article begins another phrase.
    if (index === at + 1 && /^an?$/.test(token.lower)) return false;
    if (CHANGE_NOUNS.has(token.lower)) return true;
    if (COMPARATIVES.has(token.lower))
      return index === at + 1 || context.tokens[index - 1]?.lower === 'relative' || index === at + 2;
    if (/^(?:of|on|for|with|and|to|from|than|by|at|over|under|while|which|when|in)$/.test(token.lower))
      return false;
  }
  return false;
}

/** "faster by a factor of 8". */
export function isFactorOf(context: Context, at: number): boolean {
  return /\b(?:a|by) factors? of(?: (?:about|over|up to|nearly|around))?$/.test(phrase(context, at - 6, at));
}

/** Forms of numbers that tell how many times or which part. */
export const RATIO_FORMS: ReadonlySet<string> = new Set(['times', 'magnitude', 'share', 'fraction']);

/** The kind of an accepted number. A limit wins over a change (the house of labels says so), a ratio over a level. */
export function findKind(
  context: Context,
  at: number,
  number: NumberMention,
  inPair: boolean,
  metric: MetricTie | undefined,
): ResultKind {
  const isShare = isShareOf(context, at, number);
  if (number.form === 'rank') return 'level';
  if (isBound(context, at) && !(isShare && phrase(context, at - 3, at) === 'as little as')) return 'bound';
  if (RATIO_FORMS.has(number.form) || isFactorOf(context, at)) return 'ratio';
  if (isShare) return 'ratio';
  // Both ends of "from A to B" are values; the verb tells their difference.
  if (inPair || isSurpassed(context, at)) return 'level';
  if (number.form !== 'points' && isSetAgainst(context, at)) return 'level';
  if (isChange(context, at, number) || isDelta(context, metric)) return 'change';
  // "domain shift (63%)": how often something was found, where no metric is spoken of and nothing is achieved.
  const bracketed =
    !/^(?:vs|versus)$/.test(context.tokens[at + 1]?.lower ?? '') &&
    metric?.rated !== true &&
    number.form === 'percent' &&
    context.tokens[at - 1]?.text === '(';
  return bracketed &&
    metric?.known !== true &&
    !isSystem(context, at - 2) &&
    !isNear(context, at, 20, ACHIEVE_VERBS) &&
    !isNear(context, at, 12, BEAT_VERBS)
    ? 'ratio'
    : 'level';
}

/** "Qwen-4 (81.3%", "the random baseline (15%": what scores so much, not what occurs so often. */
function isSystem(context: Context, before: number): boolean {
  const token = context.tokens[before];
  return (
    /^\p{Lu}.*[-\d]|^\p{Lu}\p{L}*\p{Ll}\p{L}*\p{Lu}/u.test(token?.text ?? '') ||
    BASELINE_WORDS.has(token?.lower ?? '')
  );
}

/** "improving on 0.24": what was reached before. */
export function isSurpassed(context: Context, at: number): boolean {
  const first = numberGroup(context, at)[0] ?? at;
  return /\bimprov(?:es|ed|ing) (?:up)?on(?: the| an?)?$/.test(phrase(context, first - 3, first));
}

/** "ΔAUC = 0.03", "delta AUC of 0.03": a metric's difference. */
function isDelta(context: Context, metric: MetricTie | undefined): boolean {
  if (metric?.from === undefined || metric.tie !== 'near') return false;
  if (context.tokens[metric.to ?? 0]?.text !== '=') return false;
  const before = context.tokens[metric.from - 1]?.lower ?? '';
  return /^(?:delta|δ|∆)$/.test(before) || /^(?:δ|∆)/.test(context.tokens[metric.from]?.lower ?? '');
}

/** "in 85.4% of runs", "with 1% of the labels": a part of a whole that the text names. */
export function isShareOf(context: Context, at: number, number: NumberMention): boolean {
  if (number.form !== 'percent') return false;
  // "with only 20% labeled data": the whole is named without "of".
  if (
    /^(?:(?:of )?(?:the |all )?(?:(?:labell?ed|annotated|training|real|available|clean|paired|original) )?(?:data|samples|examples|images|set)|labels|annotations)\b/.test(
      phrase(context, at + 1, at + 5),
    ) &&
    /\b(?:with|using|uses|use|only|just|on|at|from|requir\w+)\b/.test(phrase(context, at - 3, at))
  )
    return true;
  // "83% (5/6) of organs": the counts behind the share.
  const tally = context.tokens[at + 1]?.text === '(' && context.tokens[at + 3]?.text === ')' ? 3 : 0;
  if (context.tokens[at + tally + 1]?.lower !== 'of' || context.tokens[at + tally + 2]?.kind !== 'word')
    return false;
  // "84.8% of accuracy" is accuracy; "1% of labels" is a share.
  const whole = context.mentionOf.get(at + tally + 2);
  return !whole?.known || isCost(whole.name);
}
