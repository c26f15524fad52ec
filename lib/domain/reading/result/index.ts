/** Reads the results of an abstract: which numbers are results, and everything about each. */
import type { Located, Result } from '../../paper';
import {
  fillLists,
  fits,
  inherited,
  isListed,
  isPlainCount,
  namesAnother,
  namesOwn,
  ofList,
  runsOn,
  stillOpen,
  type Found,
} from './carry-over';
import { cleanText, sourceSpan, type CleanText } from '../clean-text';
import { createContext, type Context, type Trace } from '../sentence/context';
import { betterOf } from './better';
import { isResult } from './accepted';
import { findPairs, isPaired } from '../sentence/groups';
import { findBounds } from './bounds';
import { isCertain } from './certain';
import { findListedKind, sharesLimit, takesShare } from './carried-kind';
import { findKind } from './kinds';
import { metricFar } from '../metric/clause';
import { metricNear } from '../metric';
import type { MetricTie } from '../metric/metric-tie';
import { lentFrom, lastMetric, lentTo, ofValueInFront, type Lent } from './metric-before';
import { behindPair, ofPair } from './pair-metric';
import { isPossible, ofItsUnit } from './possible';
import { isOffScale } from './off-scale';
import { isNoResult } from './refused';
import { findRole } from './role';
import { goesOnList } from './same-owner';
import { isShareOf } from './shares';
import { splitSentences, type Sentence } from '../sentence';
import type { NumberMention } from '../sentence/number-form';
import { shortForms } from '../sentence/short-forms';
import { findWay } from './ways';
import { findNames, type Names } from '../names';
import type { NameModel } from '../names/model';
import { NAME_MODEL } from '../names/weights';
import { isOf, TRAIT } from '../sentence/word-traits';

/** An abstract after reading, before its results are named and located. */
export interface ReadAbstract {
  readonly sentences: readonly Sentence[];
  readonly found: readonly Found[];
}

interface FindOptions {
  readonly title?: string;
  readonly model?: NameModel;
  readonly certain?: boolean;
}

/**
 * The results in the abstract, in reading order, with spans in the text as given; `trace` is called with the
 * rules that decided. `title` is that of the paper as given; `certain` leaves out what is not certain in any field.
 */
export function findResults(
  clean: CleanText,
  trace?: Trace,
  { title = '', model = NAME_MODEL, certain = false }: FindOptions = {},
): Located<Result>[] {
  const { sentences, found } = readAbstract(clean, trace);
  if (found.length === 0) return [];
  const names = findNames(model, cleanText(title).text, clean.text, sentences, found);
  const measured = found.map((one, index) => {
    const metric = names[index]?.metric;
    return metric ? { ...one, metric } : one;
  });
  const shown = measured.filter((one) => !certain || isCertain(one));
  return shown.map((one, at) => locate(clean, one, names[measured.indexOf(one)] ?? {}, shown, at));
}

/** The numbers of an abstract that are results, with everything that was read about each except its names. */
export function readAbstract(clean: CleanText, trace?: Trace): ReadAbstract {
  const sentences = splitSentences(clean.text);
  const own = firstOwnSentence(sentences);
  const { others, measures } = shortForms(clean.text);
  const found: Found[] = [];
  for (const sentence of sentences) {
    if (!sentence.tokens.some((token) => token.kind === 'number')) continue;
    const context = createContext(sentence, others, measures, trace);
    found.push(...readSentence(context, sentence.index < own, lastMetric(found, context), found));
  }
  return { sentences, found };
}

/**
 * The first sentence that speaks of the paper itself; 0 if none does, so that nothing is background. At most
 * half of an abstract is background: one that ends with "this paper presents" has reported its results before
 * that.
 */
function firstOwnSentence(sentences: readonly Sentence[]): number {
  for (const { index, tokens } of sentences) {
    const speaks = tokens.some(
      (token, at) =>
        isOf(token, TRAIT.own) ||
        (isOf(token, TRAIT.ownNoun) && /^(?:this|the|present|our)$/.test(tokens[at - 1]?.lower ?? '')),
    );
    if (speaks) return Math.min(index, Math.floor(sentences.length / 2));
  }
  return 0;
}

function readSentence(
  context: Context,
  background: boolean,
  before: Lent | undefined,
  earlier: readonly Found[],
): Found[] {
  const pairs = findPairs(context);
  const found: Found[] = [];
  context.tokens.forEach((token, at) => {
    if (token.kind !== 'number') return;
    const { number } = token;
    if (isNoResult(context, at, number)) return;
    const beside =
      behindPair(context, at, pairs) ??
      metricNear(context, at) ??
      ofPair(context, at, pairs) ??
      ofValueInFront(found, context, at);
    const near = isOffScale(beside?.name, number) ? undefined : beside;
    const open = stillOpen(found, context, at);
    const previous = open.at(-1);
    const listed = previous && isListed(context, previous, at, number);
    const far =
      near || namesAnother(context, previous, at)
        ? undefined
        : ((listed ? ofList(open, context, previous, at, number) : undefined) ??
          inherited(open, context, at, number) ??
          metricFar(context, at));
    const accepted =
      (listed && !isPlainCount(number)) || isResult(context, at, { number, near, far, pairs, background });
    if (!accepted) return;
    const measured =
      // "The overall performance dropped to 0.66" names no metric, but has that of the value before.
      (near?.name === null ? lentFrom(earlier, context, at, number) : undefined) ??
      near ??
      far ??
      lentTo(context, at, number, before) ??
      lentFrom(earlier, context, at, number);
    const metric = ofItsUnit(measured, context, at, number, found.length > 0 ? found : earlier);
    const own = findKind(context, at, { number, pairs, metric });
    const isSameShare = previous !== undefined && takesShare(context, { own, previous, number, metric });
    const kind =
      previous && (listed || isSameShare || sharesLimit(context, previous, at, own))
        ? findListedKind(context, at, {
            number,
            metric,
            previous,
            own,
            isPaired: isPaired(pairs, at),
            namesMetric: namesOwn(near, previous, at),
          })
        : own;
    const role = findRole(context, at, {
      number,
      kind,
      metric,
      pairs,
      background,
      sameBefore: metric && ownBefore(found, number, metric),
      listsBaselines:
        previous?.role === 'baseline' && !isPaired(pairs, at) && goesOnList(context, previous.at, at),
    });
    const like =
      listed || (previous && opensAside(context, previous.at, at))
        ? (previous.bounds ?? previous.kind)
        : undefined;
    const bounds =
      kind === 'bound'
        ? findBounds(context, at, { number, before: like === 'bound' ? undefined : like })
        : undefined;
    const compared = bounds ?? (kind === 'bound' ? 'level' : kind);
    found.push({
      context,
      at,
      number,
      metric:
        fits(metric, number, kind, isSameShare || runsOn(context, previous, at, number)) &&
        isPossible(metric, number, compared) &&
        !(metric?.tie !== 'near' && isShareOf(context, at, number))
          ? metric
          : undefined,
      kind,
      bounds,
      limitedWith:
        kind === 'bound' && previous?.kind === 'bound' && (listed || sharesLimit(context, previous, at, own))
          ? previous
          : undefined,
      way: compared === 'level' ? {} : findWay(context, at, { number, metric, kind: compared }),
      role,
      pairs,
    });
  });
  return fillLists(found);
}

/** The place of the last own level of the same metric and form; undefined if there is none nearby. */
const ownBefore = (
  found: readonly Found[],
  { form }: NumberMention,
  { name }: MetricTie,
): number | undefined =>
  found
    .slice(-8)
    .findLast(
      (one) =>
        one.role === 'own' && one.kind === 'level' && one.number.form === form && one.metric?.name === name,
    )?.at;

/** True for "3.3% in all (up to 5.0% on Surrey)": a bracket that continues the number before it. */
const opensAside = (context: Context, before: number, at: number): boolean =>
  at - before < 12 && context.tokens.slice(before + 1, at).some(({ text }) => text === '(');

function locate(
  clean: CleanText,
  one: Found,
  names: Names,
  all: readonly Found[],
  index: number,
): Located<Result> {
  const token = one.context.tokens[one.at];
  const start = token?.start ?? 0;
  const end = token?.end ?? start;
  const from = anchorStart(one, start);
  const anchorSpan = sourceSpan(clean, from, anchorEnd(one, end));
  const better = betterOf(one.metric, one.number);
  const compared = comparedWith(one, all, index);
  return {
    metric: one.metric?.name ?? null,
    value: one.number.value,
    kind: one.kind,
    role: one.role,
    ...(names.system === undefined ? {} : { system: names.system }),
    ...(names.data === undefined ? {} : { data: names.data }),
    ...(names.target === undefined ? {} : { target: names.target }),
    ...(one.way.way === undefined ? {} : { way: one.way.way }),
    ...(one.way.improves === undefined ? {} : { improves: one.way.improves }),
    ...(one.bounds === undefined ? {} : { bounds: one.bounds }),
    ...(compared === undefined ? {} : { comparedWith: compared }),
    ...(better === undefined ? {} : { better }),
    anchor: clean.source.slice(anchorSpan.start, anchorSpan.end),
    span: { ...sourceSpan(clean, start, end), text: 'abstract' },
  };
}

/**
 * The anchor begins at the metric if it stands close before the number, otherwise at most three words before
 * it; for the later numbers of "up to 37% and 41%" it begins where the first one's does, since its limit
 * applies to them.
 */
function anchorStart(one: Found, start: number): number {
  const { metric, at, context, limitedWith } = one;
  if (limitedWith !== undefined && at - limitedWith.at < 18)
    return anchorStart(limitedWith, context.tokens[limitedWith.at]?.start ?? start);
  if (metric?.from !== undefined && metric.from < at && at - metric.from < 9)
    return context.tokens[metric.from]?.start ?? start;
  let index = at;
  while (index > 0 && at - index < 3 && context.tokens[index - 1]?.kind === 'word') index -= 1;
  return context.tokens[index]?.start ?? start;
}

/**
 * …and ends at the metric, or at the word that gives the direction, if either stands close after the number.
 */
function anchorEnd(one: Found, end: number): number {
  const { metric, at, context, way } = one;
  if (
    way.at !== undefined &&
    way.at > at &&
    way.at - at < 5 &&
    !(metric?.to !== undefined && metric.to > way.at)
  )
    return context.tokens[way.at]?.end ?? end;
  if (metric?.to !== undefined && metric.to > at && metric.to - at < 8)
    return context.tokens[metric.to - 1]?.end ?? end;
  return end;
}

/**
 * The other value of "from A to B", or the first baseline after it with the same metric: an index into the
 * list, or undefined.
 */
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
