/**
 * How metric, kind and role of a number apply to later numbers of the sentence: through lists, brackets and
 * differences, until something else is named.
 */
import { isMetricFact } from '../../metrics';
import type { BoundedKind, Result, ResultKind } from '../../paper';
import { isCost, phrase, type Context } from '../sentence/context';
import { isModifier } from '../sentence/mention';
import { numberGroup, type FromTo } from '../sentence/groups';
import type { MetricTie } from '../metric/metric-tie';
import type { NumberMention } from '../sentence/number-form';
import type { WayTold } from './ways';

/** An accepted number with everything read about it so far. */
export interface Found {
  readonly context: Context;
  readonly at: number;
  readonly number: NumberMention;
  readonly metric: MetricTie | undefined;
  readonly kind: ResultKind;
  /** Only for bounds. */
  readonly bounds: BoundedKind | undefined;
  /** The earlier number of the list whose bound applies to this one too. */
  readonly limitedWith: Found | undefined;
  readonly way: WayTold;
  readonly role: Result['role'];
  readonly pairs: readonly FromTo[];
}

/**
 * The numbers that a number may continue. "12% (R2 = 0.8) for height and 39% (R2 = 0.7) for volume": a number
 * outside brackets continues those outside, if there are any.
 */
export function stillOpen(found: readonly Found[], context: Context, at: number): readonly Found[] {
  const outside = found.filter((one) => !isInside(context, one.at));
  return outside.length > 0 && !isInside(context, at) ? outside : found;
}

function isInside(context: Context, at: number): boolean {
  for (let index = at - 1; index >= 0 && at - index < 30; index -= 1) {
    const text = context.tokens[index]?.text;
    if (text === ')') return false;
    if (text === '(') return true;
  }
  return false;
}

/**
 * "PSNR and SSIM of 31.2/0.91 on A and 30.1/0.88 on B": the metrics of the first list apply to the second in
 * order.
 */
function ofPlace(found: readonly Found[], context: Context, at: number): MetricTie | undefined {
  const group = numberGroup(context, at);
  const last = found.findLast((one) => !group.includes(one.at));
  if (group.length < 2 || !last) return undefined;
  const before = numberGroup(context, last.at);
  if (before.length !== group.length) return ofNamed(found, group, at);
  // A list that names its own metric keeps it.
  const first = found.find((one) => one.at === group[0]);
  if (first && first.metric?.tie !== 'carried') return undefined;
  const place = before[group.indexOf(at)];
  return carried(found.find((one) => one.at === place)?.metric);
}

/**
 * "a PSNR of 27.5 dB and SSIM of 0.65, improving to 29.3 dB and 0.71": the metrics of as many numbers before
 * the list, in order, if their forms match.
 */
function ofNamed(found: readonly Found[], group: readonly number[], at: number): MetricTie | undefined {
  const named = found.filter((one) => !group.includes(one.at)).slice(-group.length);
  const members = found.filter((one) => group.includes(one.at));
  const isNamed =
    named.length === group.length &&
    new Set(named.map((one) => one.metric?.name)).size === group.length &&
    named.every(
      ({ metric, kind, number }, place) =>
        metric?.tie === 'near' &&
        kind !== 'change' &&
        (!members[place] ||
          (members[place].number.unit === number.unit && members[place].metric?.tie === 'carried')),
    );
  return isNamed ? carried(named[group.indexOf(at)]?.metric) : undefined;
}

/**
 * The metric that a number takes over as the next of a list. A metric of cost is only taken over directly
 * beside it.
 */
export function ofList(
  found: readonly Found[],
  context: Context,
  previous: Found,
  at: number,
  number: NumberMention,
): MetricTie | undefined {
  const isUsed = previous.kind === 'ratio' && isMetricFact(previous.metric?.name, 'resource');
  return (
    ofPlace(found, context, at) ??
    (isUsed && !numberGroup(context, previous.at).includes(at)
      ? undefined
      : carried(ofScale(found, previous, number).metric))
  );
}

/**
 * "by 12% over A and by 47% over B in recall": the metric after the last difference applies to the earlier
 * ones.
 */
export function fillLists(found: readonly Found[]): Found[] {
  const filled: Found[] = [];
  for (const one of found.toReversed()) {
    const next = filled[0];
    const isOpen =
      one.metric === undefined && one.kind === next?.kind && one.number.form === next.number.form;
    const isBehind = next?.metric?.from !== undefined && next.metric.from > next.at;
    const isJoined = next !== undefined && isListed(one.context, one, next.at, next.number);
    // "140% better output and 99% lower cost": a number with its own noun does not take the next one's
    // metric.
    const after = one.context.tokens[one.at + 1];
    const own = /^(?:in|scores?)$/.test(after?.lower ?? '') || isModifier(after);
    filled.unshift(
      isOpen && isBehind && isJoined && !own && one.kind === 'change'
        ? { ...one, metric: carried(next.metric) }
        : one,
    );
  }
  return filled;
}

/** True for a whole number without a unit, which usually counts something. */
export const isPlainCount = (number: NumberMention): boolean => number.form === 'bare' && !number.decimal;

/**
 * True for a number that continues a list: joined to the accepted one before it, of the same form, without a
 * verb between.
 */
export function isListed(context: Context, previous: Found, at: number, number: NumberMention): boolean {
  if (!sameFigure(previous.number, number)) return false;
  // "scores 56.9 on facts but only 44.8 on sums".
  if (at - previous.at < 12 && /^but (?:only|just)$/.test(phrase(context, at - 2, at))) return true;
  if (numberGroup(context, previous.at).includes(at)) return true;
  if (at - previous.at > 14 || context.clauses[previous.at] !== context.clauses[at]) return false;
  const between = context.tokens.slice(previous.at + 1, at);
  // "accuracy 0.9, precision 0.8": the comma stands before the metric.
  const named = context.mentionOf.get(at - 1);
  const joint =
    (named && named.from > previous.at ? context.tokens[named.from - 1] : between.at(-1))?.lower ?? '';
  // "an R² of 0.50, compared with 0.12 for the rest".
  if (joint === 'with' && between.at(-2)?.lower === 'compared') return true;
  const joints = between.some((token) => /^(?:,|and|or|vs|versus|to|compared)$/.test(token.lower));
  return joints && /^(?:,|and|or|vs|\.|versus|by|from|to|of|a|nearly|over|\()$/.test(joint);
}

const isMark = (number: NumberMention): boolean =>
  /^(?:bare|percent|points)$/.test(number.form) || number.unit === 'dB';

/**
 * True for numbers that can be in one list: of the same form, or a decimal and a percentage. A whole number
 * beside a decimal is a count.
 */
function sameFigure(one: NumberMention, other: NumberMention): boolean {
  if (isPlainCount(one) !== isPlainCount(other)) return false;
  return one.form === other.form || (isMark(one) && isMark(other));
}

const opensBracket = (context: Context, at: number): boolean => context.tokens[at - 1]?.text === '(';

const isFactor = (number: NumberMention): boolean => /^(?:times|magnitude|fraction)$/.test(number.form);

/** The scale of a score: `percent`, `decimal` (0 to 1), or empty if it has none. */
const scale = ({ form, decimal, figure, signed }: NumberMention): string =>
  form === 'percent' ? form : form === 'bare' && decimal && !signed && figure <= 1 ? 'decimal' : '';

/**
 * "92% accuracy and an AUC of 0.93, over A (82%, AUC 0.82)": percentages and decimals below 1 are on
 * different scales, so each continues the last number on its own scale.
 */
function ofScale(found: readonly Found[], last: Found, number: NumberMention): Found {
  const own = scale(number);
  const other = scale(last.number);
  if (own === '' || other === '' || own === other || last.metric?.tie !== 'near') return last;
  const alike = found.findLast((one) => scale(one.number) === own && one.metric?.tie === 'near');
  return alike && alike.kind === last.kind ? alike : last;
}

function carried(metric: MetricTie | undefined): MetricTie | undefined {
  return metric && { ...metric, tie: 'carried' };
}

/** The metric that a later number of the sentence takes over, if its unit fits; otherwise undefined. */
export function inherited(
  found: readonly Found[],
  context: Context,
  at: number,
  number: NumberMention,
): MetricTie | undefined {
  const isScore = /^(?:points|percent|bare)$/.test(number.form);
  const place = isScore ? ofPlace(found, context, at) : undefined;
  if (place) return place;
  // "A (0.89, CoV = 6%) than B (0.05, …": parallel brackets have the same metrics.
  if (opensBracket(context, at) && !number.signed && context.tokens[at + 1]?.text === ',') {
    const alike = found.findLast((one) => opensBracket(context, one.at) && one.number.form === number.form);
    if (alike?.metric && at - alike.at < 40) return carried(alike.metric);
  }
  // "49.2 with 3x fewer tokens, 7.8 above the next": costs in between are skipped, since the margin is not
  // theirs.
  const previous = found.findLast(
    (one) =>
      !(
        isScore &&
        one.number.form !== number.form &&
        (isFactor(one.number) || isCost(one.metric?.name ?? null))
      ) &&
      // A resource given to a method applies to no later number unless the text says so.
      !isMetricFact(one.metric?.name, 'resource') &&
      // "0.89 in 6 hours, beating the teacher (0.87)": a time without a metric is skipped.
      !(one.metric === undefined && one.number.form === 'time' && isScore) &&
      !(one.kind === 'ratio' && one.number.form !== number.form) &&
      one.number.value !== 'zero',
  );
  if (!previous?.metric || context.clauses[previous.at] === undefined) return undefined;
  // "rates fall to 3%, an effect of +0.8": a signed number without a percent sign is on another scale.
  if (number.form === 'bare' && number.signed && previous.number.form === 'percent') return undefined;
  // So is a percentage after a metric that counts in hundreds, such as Elo.
  if (number.form === 'percent' && previous.number.form === 'bare' && previous.number.figure > 100)
    return undefined;
  const compatible = previous.number.form === number.form || isScore;
  const comparable =
    (number.form !== 'times' && compatible && at - previous.at < 40) ||
    (previous.kind === 'level' && isImprovementOver(context, previous.at, at));
  return comparable && !/^(?:Parameters|FLOPs|FPS)$/.test(previous.metric.name ?? '')
    ? carried(ofScale(found, previous, number).metric)
    : undefined;
}

/** True for "a 56.9% pass rate, a 2.7x improvement over Aton": an improvement of the value just given. */
const isImprovementOver = (context: Context, before: number, at: number): boolean =>
  at - before < 16 &&
  /^(?:improvement|increase|reduction|gain|decrease)s? (?:over|upon|from|compared|relative)\b/.test(
    phrase(context, at + 1, at + 3),
  );

/** True for "up to 77% Dice and an IoU of 64%": a metric named between the two ends the list. */
export function namesOwn(near: MetricTie | undefined, previous: Found, at: number): boolean {
  return near?.from !== undefined && near.from > previous.at && near.from < at;
}

/**
 * True for "22% in foldability, 8% in reasoning": the noun after "in" names the measure, if no known metric
 * does.
 */
export function namesAnother(context: Context, previous: Found | undefined, at: number): boolean {
  const isIn = (index: number): boolean => context.tokens[index + 1]?.lower === 'in';
  return (
    previous?.metric?.known === false &&
    previous.metric.from !== undefined &&
    previous.metric.from > previous.at &&
    isIn(previous.at) &&
    isIn(at)
  );
}

/**
 * True for "2x on short texts, 1.2x on long ones": a factor followed only by a place continues the factor
 * before it.
 */
export function runsOn(
  context: Context,
  previous: Found | undefined,
  at: number,
  number: NumberMention,
): boolean {
  if (previous?.kind === 'level' && isImprovementOver(context, previous.at, at)) return true;
  return (
    previous?.number.form === number.form &&
    /^(?:times|share)$/.test(number.form) &&
    /^(?:with|without|on|for|in|at|under|over|compared|respectively|,|\.|;|\)|\(|and)$/.test(
      context.tokens[at + 1]?.lower ?? '.',
    ) &&
    isListed(context, previous, at, number)
  );
}

/** False for a factor or a saving with a metric that stands far away. */
export function fits(
  metric: MetricTie | undefined,
  number: NumberMention,
  kind: ResultKind,
  goesOn = false,
): boolean {
  if (!metric || metric.tie === 'near' || metric.tie === 'unit' || (goesOn && metric.tie === 'carried'))
    return true;
  return !(
    number.form === 'times' ||
    number.form === 'magnitude' ||
    number.form === 'share' ||
    (kind === 'ratio' && number.form === 'percent')
  );
}
