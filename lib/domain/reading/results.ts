/** The results of an abstract: from numbers, through their clauses, to annotations. */
import type { Located, Result, ResultKind } from '../paper';
import { metricDirection } from '../metrics';
import { sourceSpan, type CleanText } from './clean-text';
import { createContext, type Context } from './context';
import { isResult } from './evidence';
import { findPairs, numberGroup, type FromTo } from './groups';
import { findKind } from './kinds';
import { metricFar } from './metric-clause';
import { metricNear } from './metric-of';
import type { MetricTie } from './metric-tie';
import { isNoResult } from './not-results';
import type { NumberMention } from './numbers';
import { findRole } from './roles';
import { splitSentences, type Sentence } from './sentences';
import { findSubject } from './subjects';
import { OWN_NOUNS, OWN_WORDS } from './words';

/** An accepted number with what was read about it, before it becomes a result. */
interface Found {
  readonly context: Context;
  readonly at: number;
  readonly number: NumberMention;
  readonly metric: MetricTie | undefined;
  readonly kind: ResultKind;
  readonly role: Result['role'];
  readonly pairs: readonly FromTo[];
}

/** The results in the abstract, in reading order, with spans in the text as given. */
export function findResults(clean: CleanText): Located<Result>[] {
  const sentences = splitSentences(clean.text);
  const own = firstOwnSentence(sentences);
  const found: Found[] = [];
  for (const sentence of sentences) {
    if (!sentence.tokens.some((token) => token.kind === 'number')) continue;
    const context = createContext(sentence);
    found.push(...readSentence(context, sentence.index < own, lastMetric(found, context)));
  }
  return found.map((one, index) => locate(clean, one, found, index));
}

/** The first sentence that speaks of the paper itself; 0 where none does, so that nothing is background. */
function firstOwnSentence(sentences: readonly Sentence[]): number {
  for (const { index, tokens } of sentences) {
    const speaks = tokens.some(
      (token, at) =>
        OWN_WORDS.has(token.lower) ||
        (OWN_NOUNS.has(token.lower) && /^(?:this|the|present|our)$/.test(tokens[at - 1]?.lower ?? '')),
    );
    if (speaks) return index;
  }
  return 0;
}

/** Opens a sentence that goes on with what the one before measured. */
const GOES_ON =
  /^(?:in addition|additionally|similarly|likewise|furthermore|moreover|it also|on the other hand)$/;

function lastMetric(found: readonly Found[], context: Context): MetricTie | undefined {
  const last = found.at(-1);
  if (!last?.metric || last.context.index !== context.index - 1) return undefined;
  const [one, two] = context.tokens;
  const opening = `${one?.lower ?? ''} ${two?.lower ?? ''}`;
  return GOES_ON.test(one?.lower ?? '') || GOES_ON.test(opening)
    ? { ...last.metric, tie: 'carried' }
    : undefined;
}

function readSentence(context: Context, background: boolean, before: MetricTie | undefined): Found[] {
  const pairs = findPairs(context);
  const found: Found[] = [];
  context.tokens.forEach((token, at) => {
    if (token.kind !== 'number') return;
    const { number } = token;
    if (isNoResult(context, at, number)) return;
    const near = metricNear(context, at) ?? ofPair(context, at, pairs);
    const previous = found.at(-1);
    const listed = previous && isListed(context, previous, at, number);
    const far = near
      ? undefined
      : ((listed ? carried(previous.metric) : undefined) ??
        inherited(previous, context, at, number) ??
        metricFar(context, at));
    const accepted =
      (listed && !isPlainCount(number)) || isResult(context, { at, number, near, far, pairs, background });
    if (!accepted) return;
    const metric = near ?? far ?? (number.form === 'percent' || number.form === 'bare' ? before : undefined);
    const kind = listed
      ? carriedKind(context, previous, at, number, isPaired(pairs, at), metric, namesOwn(near, previous, at))
      : findKind(context, at, number, isPaired(pairs, at), metric);
    const grouped = previous !== undefined && numberGroup(context, previous.at).includes(at);
    const role =
      previous?.role === 'baseline' && (grouped || isFurtherRival(context, previous.at, at))
        ? 'baseline'
        : findRole(context, at, kind, pairs);
    found.push({
      context,
      at,
      number,
      metric: fits(metric, number, kind) ? metric : undefined,
      kind,
      role,
      pairs,
    });
  });
  return found;
}

/** "60.0 to 63.2 overall F1": the metric named at one end is that of both. */
function ofPair(context: Context, at: number, pairs: readonly FromTo[]): MetricTie | undefined {
  const pair = pairs.find((one) => one.from === at || one.to === at);
  return pair && metricNear(context, pair.from === at ? pair.to : pair.from);
}

function isPaired(pairs: readonly FromTo[], at: number): boolean {
  return pairs.some((pair) => pair.from === at || pair.to === at);
}

const isPlainCount = (number: NumberMention): boolean => number.form === 'bare' && !number.decimal;

/** "exceeding A (74.6%), B (74.0%) and C (69.8%)": names with their numbers in brackets go on as they began. */
function isFurtherRival(context: Context, before: number, at: number): boolean {
  if (context.tokens[at - 1]?.text !== '(' || at - before > 10) return false;
  const between = context.tokens.slice(before + 1, at - 1).map((token) => token.lower);
  return (
    between.some((lower) => lower === ',' || lower === 'and') &&
    !between.some((lower) => OWN_WORDS.has(lower))
  );
}

/** A number that goes on a list: joined to the accepted one before, of the same form, no verb between. */
function isListed(context: Context, previous: Found, at: number, number: NumberMention): boolean {
  if (!sameFigure(previous.number, number)) return false;
  if (numberGroup(context, previous.at).includes(at)) return true;
  if (at - previous.at > 14 || context.clauses[previous.at] !== context.clauses[at]) return false;
  const between = context.tokens.slice(previous.at + 1, at);
  const joint = between.at(-1)?.lower ?? '';
  const joints = between.some((token) => /^(?:,|and|vs|versus|to|compared)$/.test(token.lower));
  return joints && /^(?:,|and|vs|\.|versus|by|from|to|of|a|nearly|over|\()$/.test(joint);
}

/** Figures that may share a list: of one form, or a decimal beside a percentage. A whole number beside a decimal counts. */
function sameFigure(one: NumberMention, other: NumberMention): boolean {
  if (isPlainCount(one) !== isPlainCount(other)) return false;
  const mixed = /^(?:bare|percent|points)$/;
  return one.form === other.form || (mixed.test(one.form) && mixed.test(other.form));
}

function carried(metric: MetricTie | undefined): MetricTie | undefined {
  return metric && { ...metric, tie: 'carried' };
}

/** A further number of the sentence, of a matching unit, speaks of the metric spoken of. */
function inherited(
  previous: Found | undefined,
  context: Context,
  at: number,
  number: NumberMention,
): MetricTie | undefined {
  if (!previous?.metric || context.clauses[previous.at] === undefined) return undefined;
  const compatible = previous.number.form === number.form || /^(?:points|percent|bare)$/.test(number.form);
  const comparable = number.form !== 'times' && compatible && at - previous.at < 40;
  return comparable && !/^(?:Parameters|FLOPs|FPS)$/.test(previous.metric.name ?? '')
    ? carried(previous.metric)
    : undefined;
}

/** "up to 37% and 41%": what holds of the first number of a list holds of the others. */
function carriedKind(
  context: Context,
  previous: Found,
  at: number,
  number: NumberMention,
  paired: boolean,
  metric: MetricTie | undefined,
  ownMetric: boolean,
): ResultKind {
  const own = findKind(context, at, number, paired, metric);
  if (previous.kind === 'bound' && !paired && own !== 'change' && !ownMetric) return 'bound';
  if (own !== 'level' || paired) return own;
  const likeForLike =
    previous.number.form === number.form || /^(?:in|on|for)$/.test(context.tokens[at + 1]?.lower ?? '');
  if (previous.kind === 'change' && likeForLike && context.tokens[at - 1]?.text !== '(') return 'change';
  return own;
}

/** "up to 77% Dice and an IoU of 64%": a metric named anew between the two ends the list. */
function namesOwn(near: MetricTie | undefined, previous: Found, at: number): boolean {
  return near?.from !== undefined && near.from > previous.at && near.from < at;
}

/** A factor or a saving is not "of" the metric that happens to stand far off. */
function fits(metric: MetricTie | undefined, number: NumberMention, kind: ResultKind): boolean {
  if (!metric || metric.tie === 'near' || metric.tie === 'unit') return true;
  return !(
    number.form === 'times' ||
    number.form === 'magnitude' ||
    number.form === 'share' ||
    (kind === 'ratio' && number.form === 'percent')
  );
}

function locate(clean: CleanText, one: Found, all: readonly Found[], index: number): Located<Result> {
  const token = one.context.tokens[one.at];
  const start = token?.start ?? 0;
  const end = token?.end ?? start;
  const from = anchorStart(one, start);
  const anchorSpan = sourceSpan(clean, from, anchorEnd(one, end));
  const subject = findSubject(one.context, one.at, one.role);
  const better = one.metric?.better ?? (one.metric?.name ? metricDirection(one.metric.name) : undefined);
  const compared = comparedWith(one, all, index);
  return {
    metric: one.metric?.name ?? null,
    value: one.number.value,
    kind: one.kind,
    role: one.role,
    ...(subject.system === undefined ? {} : { system: subject.system }),
    ...(subject.on === undefined ? {} : { on: subject.on }),
    ...(compared === undefined ? {} : { comparedWith: compared }),
    ...(better === undefined ? {} : { better }),
    anchor: clean.source.slice(anchorSpan.start, anchorSpan.end),
    span: { ...sourceSpan(clean, start, end), text: 'abstract' },
  };
}

/** The anchor begins at the metric where it stands close in front, else at most three words before the number. */
function anchorStart(one: Found, start: number): number {
  const { metric, at, context } = one;
  if (metric?.from !== undefined && metric.from < at && at - metric.from < 9)
    return context.tokens[metric.from]?.start ?? start;
  let index = at;
  while (index > 0 && at - index < 3 && context.tokens[index - 1]?.kind === 'word') index -= 1;
  return context.tokens[index]?.start ?? start;
}

/** …and ends at the metric where it stands close behind. */
function anchorEnd(one: Found, end: number): number {
  const { metric, at, context } = one;
  if (metric?.to !== undefined && metric.to > at && metric.to - at < 8)
    return context.tokens[metric.to - 1]?.end ?? end;
  return end;
}

/** The other end of "from A to B" or the first baseline after it for the same metric; an index into the list. */
function comparedWith(one: Found, all: readonly Found[], index: number): number | undefined {
  if (one.role !== 'own' || one.kind === 'change') return undefined;
  const pair = one.pairs.find((each) => each.to === one.at);
  const position = all.findIndex(
    (other, place) =>
      place >= index - 4 &&
      place <= index + 4 &&
      other.context === one.context &&
      other.role === 'baseline' &&
      (pair ? other.at === pair.from : place > index && other.metric?.name === one.metric?.name),
  );
  return position < 0 ? undefined : position;
}
