/**
 * Which metric a number belongs to. Papers tie the two in a handful of ways:
 * "AUC of 0.9", "0.9 AUC", "improves AUC by 3%", "AUC, recall and F1 of …",
 * and a list in which only the first number names its metric.
 */
import type { Direction } from '../paper';
import { isCost, phrase, isModifier, type Context, type MetricMention } from './context';
import { numberGroup } from './groups';
import {
  AFTER_NUMBER,
  BASELINE_WORDS,
  CHANGE_NOUNS,
  CHANGE_VERBS,
  COMPARATIVES,
  FILLERS,
  BEAT_VERBS,
} from './words';

/** How a metric was tied to a number: `near` stands beside it, `far` only in the same clause, `carried` came by list. */
export interface MetricTie {
  readonly name: string | null;
  readonly better?: Direction | undefined;
  readonly known: boolean;
  readonly tie: 'near' | 'far' | 'carried' | 'unit';
  /** Tokens that the metric covers, for the anchor; absent for a unit. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

const REACH = 12;

/** The metric beside the number at token `at`, or undefined where none is named beside it. */
export function metricNear(context: Context, at: number): MetricTie | undefined {
  return (
    shared(context, at) ??
    leftTight(context, at) ??
    right(context, at) ??
    leftLoose(context, at) ??
    objectOfVerb(context, at) ??
    subjectOfCopula(context, at) ??
    ofUnit(context, at) ??
    beforeBracket(context, at)
  );
}

function tied(mention: MetricMention, tie: MetricTie['tie']): MetricTie {
  return {
    name: mention.name,
    better: mention.better,
    known: mention.known,
    tie,
    from: mention.from,
    to: mention.to,
  };
}

/** "PSNR, SSIM and LPIPS of 30, 0.9 and 0.1": as many metrics as numbers, each takes its own. */
function shared(context: Context, at: number): MetricTie | undefined {
  const group = numberGroup(context, at);
  if (group.length < 2) return undefined;
  const place = group.indexOf(at);
  const first = group[0] ?? at;
  const last = group.at(-1) ?? at;
  const before = coordinated(context, skipLeft(context, first - 1), -1);
  if (before.length === group.length) return pick(before[place]);
  const after = coordinated(context, skipRight(context, last + 1), 1);
  if (after.length === group.length) return pick(after[place]);
  return undefined;
}

function pick(mention: MetricMention | undefined): MetricTie | undefined {
  return mention && tied(mention, 'near');
}

/** Metrics joined by commas and "and", starting at token `at` and walking in direction `step`. */
function coordinated(context: Context, at: number, step: 1 | -1): MetricMention[] {
  const found: MetricMention[] = [];
  let index = at;
  for (let steps = 0; steps < 40; steps += 1) {
    const mention = context.mentionOf.get(index);
    if (mention) {
      found.push(mention);
      index = step === 1 ? mention.to : mention.from - 1;
      continue;
    }
    const word = context.tokens[index]?.lower;
    if (
      word === undefined ||
      found.length === 0 ||
      !/^(?:,|and|&|\/|scores?|values?|the|for|average|mean)$/.test(word)
    )
      break;
    index += step;
  }
  return step === 1 ? found : found.toReversed();
}

function skipLeft(context: Context, at: number): number {
  let index = at;
  while (index >= 0 && at - index < 8 && !context.mentionOf.has(index) && isFiller(context, index))
    index -= 1;
  return index;
}

function skipRight(context: Context, at: number): number {
  let index = at;
  while (
    index - at < 4 &&
    !context.mentionOf.has(index) &&
    /^(?:,|respectively|in|for|on|of|the|terms)$/.test(context.tokens[index]?.lower ?? '')
  )
    index += 1;
  return index;
}

function isFiller(context: Context, index: number): boolean {
  const lower = context.tokens[index]?.lower ?? '';
  return FILLERS.has(lower) || CHANGE_NOUNS.has(lower) || CHANGE_VERBS.has(lower) || lower.endsWith('ly');
}

/** "AUC of 0.9", "AUC = 0.9", "AUC: 0.9", "AUC (0.9": the form that leaves no doubt. */
function leftTight(context: Context, at: number): MetricTie | undefined {
  let index = at - 1;
  while (
    index > at - 4 &&
    /^(?:a|an|the|over|about|nearly|up|to|~|≈|only|approximately|=|:|\(|\[)$/.test(
      context.tokens[index]?.lower ?? '',
    )
  ) {
    const joint = context.tokens[index]?.text ?? '';
    const mention = context.mentionOf.get(index - 1);
    if (/[=:(]/.test(joint) && mention) return tied(mention, 'near');
    index -= 1;
  }
  if (context.tokens[index]?.lower !== 'of') return undefined;
  const mention = context.mentionOf.get(index - 1);
  if (mention) return tied(mention, 'near');
  return CHANGE_NOUNS.has(context.tokens[index - 1]?.lower ?? '')
    ? changeOf(context, at, index - 1)
    : undefined;
}

/** "an accuracy gain of 3%", "gains of 0.9 in SDR": the metric that the noun of change is about. */
function changeOf(context: Context, at: number, noun: number): MetricTie | undefined {
  const after = right(context, at);
  if (after) return after;
  const before = context.mentionOf.get(noun - 1);
  if (before) return tied(before, 'near');
  return undefined;
}

/** "0.9 AUC", "2.7% top-1 accuracy improvement", "0.9 in SDR", "16x fewer Gaussians". */
function right(context: Context, at: number): MetricTie | undefined {
  let index = at + 1;
  // "81.3% and 81.2% F1": the list's last number speaks for all.
  const group = numberGroup(context, at);
  if (group.length > 1 && context.tokens[index]?.lower !== 'of') index = (group.at(-1) ?? at) + 1;
  if (context.tokens[index]?.lower === 'of') return shareOf(context, index);
  let unknown = 0;
  for (let steps = 0; steps < 8; steps += 1, index += 1) {
    const token = context.tokens[index];
    if (!token || (token.kind !== 'word' && token.text !== '(')) return undefined;
    const mention = context.mentionOf.get(index);
    if (mention) return isOtherwiseBound(context, mention) ? undefined : tied(mention, 'near');
    if (/^(?:fewer|less|more|increase|reduction|decrease|drop)$/.test(token.lower)) {
      const noun = nounAfter(context, index + 1, at);
      if (noun) return noun;
    }
    if (token.lower === 'for' && context.mentionOf.has(index + 1)) continue;
    if (AFTER_NUMBER.has(token.lower) || COMPARATIVES.has(token.lower)) continue;
    unknown += 1;
    if (unknown > 3 || !isModifier(token)) return undefined;
    const after = context.tokens[index + 1];
    const phraseEnds =
      !after ||
      after.kind === 'mark' ||
      /^(?:on|in|for|with|across|at|and|while|against|compared|over)$/.test(after.lower);
    if (phraseEnds) return namedByPhrase(context, at, index + 1);
  }
  return undefined;
}

/** "achieves 75% dye removal", "(59.1% case reuse)": the words after a percentage say of what. */
function namedByPhrase(context: Context, at: number, to: number): MetricTie | undefined {
  const token = context.tokens[at];
  const words = context.tokens.slice(at + 1, to);
  const last = words.at(-1);
  if (token?.kind !== 'number' || token.number.form !== 'percent' || !last || !words.every(isModifier))
    return undefined;
  if (/^\p{Lu}/u.test(last.text) || (last.lower.endsWith('s') && !last.lower.endsWith('ss')))
    return undefined;
  return { name: printed(context, at + 1, to), known: false, tie: 'near', from: at + 1, to };
}

/** "sensitivity of 90% [and] specificity of 80%": a metric that has a number of its own is not the one before's. */
function isOtherwiseBound(context: Context, mention: MetricMention): boolean {
  const next = context.tokens[mention.to];
  if (next?.kind === 'number') return true;
  const after = context.tokens[mention.to + 1];
  return /^(?:of|=|:|is|was)$/.test(next?.lower ?? '') && after?.kind === 'number';
}

/** "16x fewer Gaussians", "10x increase in training data": what there is more or less of. */
function nounAfter(context: Context, from: number, at: number): MetricTie | undefined {
  let index = from;
  while (/^(?:in|of|the|number|total|than)$/.test(context.tokens[index]?.lower ?? '') && index < from + 5) {
    if (context.tokens[index]?.lower === 'than') return undefined;
    index += 1;
  }
  const mention = context.mentionOf.get(index) ?? context.mentionOf.get(index + 1);
  if (mention) return tied(mention, 'near');
  const start = index;
  while (index - start < 3 && isModifier(context.tokens[index])) index += 1;
  if (index === start || at < 0) return undefined;
  return { name: printed(context, start, index), known: false, tie: 'near', from: start, to: index };
}

/** "1% of labeled data", "10% of the parameters": a share is named by what it is a share of. */
function shareOf(context: Context, of: number): MetricTie | undefined {
  for (let index = of + 1; index < of + 5; index += 1) {
    const mention = context.mentionOf.get(index);
    if (mention) return tied(mention, 'near');
    if (
      !/^(?:the|its|their|total|original|all|available|full|this|that|trainable|model|required)$/.test(
        context.tokens[index]?.lower ?? '',
      )
    )
      break;
  }
  // "only 12.9% of the queries": a saving is named by what is saved, a share of cases is not a metric.
  if (!/\b(?:only|just|using|uses|use|merely|as little as|requir\w+)\b/.test(phrase(context, of - 5, of - 1)))
    return undefined;
  let from = of + 1;
  while (/^(?:the|its|their|total|all|original)$/.test(context.tokens[from]?.lower ?? '')) from += 1;
  let to = from;
  while (to - from < 3 && isModifier(context.tokens[to])) to += 1;
  return to === from ? undefined : { name: printed(context, from, to), known: false, tie: 'near', from, to };
}

/** "AUC reached a high of 0.9", "Dice rises from 71 to 74": only words of degree and change lie between. */
function leftLoose(context: Context, at: number): MetricTie | undefined {
  for (let index = at - 1; index >= 0 && at - index < REACH; index -= 1) {
    const mention = context.mentionOf.get(index);
    // "100% accuracy from 10 to 7,000 facts": the metric has its number already.
    if (mention)
      return context.tokens[mention.from - 1]?.kind === 'number' ? undefined : tied(mention, 'near');
    if (!isFiller(context, index) && context.tokens[index]?.text !== ',') return undefined;
    if (context.tokens[index]?.text === ',' && at - index > 1) return undefined;
  }
  return undefined;
}

/** "improves X by 3%", "reducing X and Y by 37% and 41%": the object of the verb of change. */
function objectOfVerb(context: Context, at: number): MetricTie | undefined {
  const group = numberGroup(context, at);
  const first = group[0] ?? at;
  let by = first - 1;
  while (by > first - 6 && by > 0 && context.tokens[by]?.lower !== 'by') by -= 1;
  if (context.tokens[by]?.lower !== 'by') return undefined;
  let verb = by - 1;
  while (verb >= 0 && by - verb < 16) {
    const lower = context.tokens[verb]?.lower ?? '';
    if (CHANGE_VERBS.has(lower) || BEAT_VERBS.has(lower) || context.tokens[verb]?.kind === 'number') break;
    verb -= 1;
  }
  const lower = context.tokens[verb]?.lower ?? '';
  if (!CHANGE_VERBS.has(lower)) return undefined;
  const objects = splitObject(context, verb + 1, by);
  const object = objects.length === group.length ? objects[group.indexOf(at)] : objects[0];
  if (!object) return undefined;
  const [from, to] = object;
  for (let index = from; index < to; index += 1) {
    const mention = context.mentionOf.get(index);
    if (mention) return tied(mention, 'near');
  }
  if (/^(?:over|upon|on|from|against)$/.test(context.tokens[from]?.lower ?? '')) return undefined;
  // "improves the performance by 3%": the object is said, and it is no metric.
  const unnamed: MetricTie = { name: null, known: false, tie: 'near' };
  if (/^(?:accelerate|speed|improve|enhance|boost|advance)/.test(lower) || objects.length !== group.length)
    return unnamed;
  const start = /^(?:the|its|our|both)$/.test(context.tokens[from]?.lower ?? '') ? from + 1 : from;
  const words = context.tokens.slice(start, to);
  const named =
    words.length > 0 &&
    words.length <= 4 &&
    words.every(isModifier) &&
    !/performance|results?|model|method/i.test(words.at(-1)?.text ?? '');
  return named ? { name: printed(context, start, to), known: false, tie: 'near', from: start, to } : unnamed;
}

/** The parts of "index construction time and token overhead", as token ranges. */
function splitObject(context: Context, from: number, to: number): [number, number][] {
  const parts: [number, number][] = [];
  let start = from;
  for (let index = from; index <= to; index += 1) {
    const lower = context.tokens[index]?.lower;
    if (index < to && lower !== ',' && lower !== 'and' && lower !== 'respectively') continue;
    if (index > start) parts.push([start, index]);
    start = index + 1;
  }
  return parts;
}

function printed(context: Context, from: number, to: number): string {
  return context.tokens
    .slice(from, to)
    .map((token) => token.text)
    .join(' ');
}

/** "mean errors for the test sets were 0.16 mm": the measure is the subject, a phrase stands between. */
function subjectOfCopula(context: Context, at: number): MetricTie | undefined {
  const first = numberGroup(context, at)[0] ?? at;
  let index = first - 1;
  while (
    index > first - 4 &&
    isFiller(context, index) &&
    !/^(?:is|was|were|are)$/.test(context.tokens[index]?.lower ?? '')
  )
    index -= 1;
  if (!/^(?:is|was|were|are)$/.test(context.tokens[index]?.lower ?? '')) return undefined;
  const clause = context.clauses[at];
  for (index -= 1; index >= 0 && first - index < 16 && context.clauses[index] === clause; index -= 1) {
    const mention = context.mentionOf.get(index);
    if (mention) return tied(mention, 'near');
    if (context.tokens[index]?.kind === 'number' || context.tokens[index]?.text === ',') return undefined;
  }
  return undefined;
}

/** "domain shift (63%)": the words in front of the bracket say of what, where they are no name and no place. */
function beforeBracket(context: Context, at: number): MetricTie | undefined {
  const token = context.tokens[at];
  if (context.tokens[at - 1]?.text !== '(' || token?.kind !== 'number' || token.number.form !== 'percent')
    return undefined;
  let from = at - 1;
  while (at - 1 - from < 3 && isModifier(context.tokens[from - 1])) from -= 1;
  const words = context.tokens.slice(from, at - 1);
  const before = context.tokens[from - 1]?.lower ?? '';
  if (
    words.length === 0 ||
    words.some((word) => /^\p{Lu}/u.test(word.text) || BASELINE_WORDS.has(word.lower))
  )
    return undefined;
  if (/^(?:on|for|over|with|than|to|by|from|against|across|using|of)$/.test(before)) return undefined;
  return { name: printed(context, from, at - 1), known: false, tie: 'near', from, to: at - 1 };
}

/** Units that are the metric: frames per second, ranks. */
function ofUnit(context: Context, at: number): MetricTie | undefined {
  const token = context.tokens[at];
  if (token?.kind !== 'number') return undefined;
  const { form, unit } = token.number;
  if (form === 'rank') return { name: 'Rank', better: 'lower', known: true, tie: 'unit' };
  if (form !== 'speed') return undefined;
  if (/^(?:fps|frame)/i.test(unit)) return { name: 'FPS', better: 'higher', known: true, tie: 'unit' };
  return /^(?:token|image)/i.test(unit)
    ? { name: 'Throughput', better: 'higher', known: true, tie: 'unit' }
    : undefined;
}

/**
 * The metric of a number that names none beside it: the one that its clause
 * speaks of in so many words ("in terms of AUC, …"), else undefined.
 */
export function metricFar(context: Context, at: number): MetricTie | undefined {
  const clause = context.clauses[at];
  const here = context.mentions.filter(
    (mention) => mention.known && !isCost(mention.name) && context.clauses[mention.from] === clause,
  );
  const announced = here.find((mention) =>
    /\b(?:in|of) (?:terms of )?(?:the )?$/.test(`${phrase(context, mention.from - 4, mention.from)} `),
  );
  const before = here.filter((mention) => mention.to <= at && at - mention.to < 25).at(-1);
  const chosen = before ?? announced;
  return chosen && tied(chosen, 'far');
}
