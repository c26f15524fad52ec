/** Metrics that are the object of a verb of change: "improves X by 3%", "cuts X and Y by 37% and 41%". */
import { isCost, phrase, type Context } from '../sentence/context';
import { isModifier, type MetricMention } from '../sentence/mention';
import { numberGroup } from '../sentence/groups';
import { asPrinted, UNNAMED, COUNTS, type MetricTie, tied } from './metric-tie';
import { BEAT_VERBS, CHANGE_VERBS } from '../sentence/words';

/** "improves X by 3%", "reducing X and Y by 37% and 41%": the object of the verb of change. */
export function objectOfVerb(context: Context, at: number): MetricTie | undefined {
  const group = numberGroup(context, at);
  const first = group[0] ?? at;
  let by = first - 1;
  // "improves accuracy by 3% (12.4 vs 18.3": the numbers in the bracket do not belong to the verb.
  while (by > first - 6 && by > 0 && !/^(?:by|\()$/.test(context.tokens[by]?.lower ?? '')) by -= 1;
  if (context.tokens[by]?.lower !== 'by') return undefined;
  let verb = by - 1;
  while (verb >= 0 && by - verb < 16) {
    const lower = context.tokens[verb]?.lower ?? '';
    const token = context.tokens[verb];
    // In "the memory usage of the 12B model" the number only says which model.
    const isValue = token?.kind === 'number' && (token.number.decimal || token.number.form !== 'count');
    if (CHANGE_VERBS.has(lower) || BEAT_VERBS.has(lower) || isValue) break;
    verb -= 1;
  }
  const lower = context.tokens[verb]?.lower ?? '';
  if (context.tokens[verb]?.kind === 'number') return furtherObject(context, verb, by);
  if (!CHANGE_VERBS.has(lower)) return undefined;
  const objects = splitObject(context, verb + 1, by);
  // "improves accuracy for A, B and C by 1%, 2% and 3%": one metric on several things.
  const [start0 = 0, end0 = 0] = objects[0] ?? [];
  const isShared =
    objects.length === group.length &&
    (/\b(?:for|on|in|across)\b/.test(phrase(context, start0, end0)) || isOfThings(context, start0, end0));
  const object = objects.length === group.length && !isShared ? objects[group.indexOf(at)] : objects[0];
  if (!object) return undefined;
  const [from, to] = object;
  // "optimize the memory usage and reduce it by half".
  if (to === from + 1 && /^(?:it|them)$/.test(context.tokens[from]?.lower ?? '')) {
    const meant = context.mentions.findLast((mention) => mention.to <= verb);
    if (meant) return tied(meant, 'near');
  }
  for (let index = from; index < to; index += 1) {
    const mention = context.mentionOf.get(index);
    // "token generation throughput": the last noun of a compound is the metric.
    const head = mention && isCost(mention.name) ? headAfter(context, mention.to, to) : undefined;
    if (mention) return tied(head ?? mention, 'near');
    // In "the quality of annotations" the noun before "of" is the measure, unless it only counts.
    if (context.tokens[index]?.lower === 'of' && !COUNTS.test(context.tokens[index - 1]?.lower ?? '')) break;
  }
  if (/^(?:over|upon|on|from|against)$/.test(context.tokens[from]?.lower ?? '')) return undefined;
  // "improves the performance by 3%": an object that names no metric.
  const unnamed: MetricTie = UNNAMED;
  // In "improves reuse over Aton, the best so far, by 3%" the comparison is not part of the object.
  let end = from;
  while (end < to && !OBJECT_END.test(context.tokens[end]?.lower ?? '')) {
    const word = context.tokens[end]?.lower ?? '';
    // "the number of steps required for convergence".
    if (/^(?:required|needed)$/.test(word) && /^(?:for|to)$/.test(context.tokens[end + 1]?.lower ?? ''))
      break;
    if (word === 'of' && end > from && isAbstract(context, end - 1)) break;
    end += 1;
  }
  if (objects.length !== group.length && end === to) return bothObjects(context, objects, group) ?? unnamed;
  let start = from;
  while (/^(?:the|its|our|both|average|mean|overall|total)$/.test(context.tokens[start]?.lower ?? ''))
    start += 1;
  // "reduces the number of steps by a third".
  if (COUNTS.test(context.tokens[start]?.lower ?? '') && context.tokens[start + 1]?.lower === 'of')
    start += 2;
  if (/^(?:required|needed)$/.test(context.tokens[start]?.lower ?? '')) start += 1;
  const words = context.tokens.slice(start, end);
  const named =
    words.length > 0 &&
    words.length <= 4 &&
    words.every(
      (word, place) =>
        isModifier(word) ||
        (place === 0 && EXTREME.test(word.lower)) ||
        // "GMV per user"; "lines of code", of which there are fewer.
        (place > 0 && (word.lower === 'per' || (word.lower === 'of' && LESSENS.test(lower)))),
    ) &&
    // "accelerates training by 5x" measures training; "improves detection by 3%" leaves open by which metric.
    (!UNMEASURED.test(words.at(-1)?.text ?? '') ||
      (words.length === 1 && /^(?:accelerat|speed)/.test(lower))) &&
    // "improves the speed of Aton by 3%" names a measure; "improves Aton" and "improves earlier models" do
    // not.
    !(
      /^(?:accelerat|speed|improv|enhanc|boost|advanc)/.test(lower) &&
      words.at(-2)?.lower !== 'per' &&
      ((words.length > 2 && !ABSTRACT.test(words.at(-1)?.lower ?? '')) ||
        words.some((word) => /\p{Lu}|\d/u.test(word.text) || /[^s]s$/.test(word.text)))
    );
  return named ? asPrinted(context, start, end) : unnamed;
}

/** True for "the latency of Aton and Bera": one metric of several things. */
function isOfThings(context: Context, from: number, to: number): boolean {
  const of = context.tokens.findIndex(({ lower }, at) => lower === 'of' && at > from && at < to);
  return of !== -1 && context.mentionOf.has(of - 1) && !COUNTS.test(context.tokens[of - 1]?.lower ?? '');
}

/** The known metric that ends the compound which continues at token `at`; undefined if there is none. */
function headAfter(context: Context, at: number, to: number): MetricMention | undefined {
  for (let index = at; index < Math.min(to, at + 3); index += 1) {
    const mention = context.mentionOf.get(index);
    if (mention?.known === true) return mention;
    if (!isModifier(context.tokens[index])) return undefined;
  }
  return undefined;
}

/** "reduces unsafe stops and late turns by 60%": one number for two things, named by both. */
function bothObjects(
  context: Context,
  objects: readonly [number, number][],
  group: readonly number[],
): MetricTie | undefined {
  const [one, two] = objects;
  if (!one || !two || objects.length > 2 || group.length > 1 || two[1] - one[0] > 7) return undefined;
  const words = [...context.tokens.slice(...one), ...context.tokens.slice(...two)];
  if (!words.every((word) => isModifier(word) && !/\p{Lu}|\d/u.test(word.text))) return undefined;
  if (UNMEASURED.test(words.at(-1)?.text ?? '')) return undefined;
  return asPrinted(context, one[0], two[1]);
}

/**
 * "cuts rejections to 3%", "reduces planning time from hours to under 10 minutes": the object of the verb of
 * change.
 */
export function objectTo(context: Context, at: number): MetricTie | undefined {
  let to = at - 1;
  while (
    to > at - 4 &&
    /^(?:just|only|about|below|under|over|nearly|approximately)$/.test(context.tokens[to]?.lower ?? '')
  )
    to -= 1;
  // "increased the vessel sharpness significantly (37% vs. 29%": the bracket gives both values.
  if (context.tokens[to]?.text === '(') while (context.tokens[to - 1]?.lower.endsWith('ly') === true) to -= 1;
  else if (context.tokens[to]?.lower !== 'to') return undefined;
  if (SPAN.test(context.tokens[to - 1]?.lower ?? ''))
    while (to > at - 9 && context.tokens[to]?.lower !== 'from') to -= 1;
  let from = to;
  while (to - from < 4 && isModifier(context.tokens[from - 1])) from -= 1;
  const verb = /^(?:the|its|our|their)$/.test(context.tokens[from - 1]?.lower ?? '') ? from - 2 : from - 1;
  const words = context.tokens.slice(from, to);
  if (words.length === 0 || !CHANGE_VERBS.has(context.tokens[verb]?.lower ?? '')) return undefined;
  const mention = context.mentionOf.get(to - 1);
  if (mention) return tied(mention, 'near');
  const last = words.at(-1)?.text ?? '';
  // In "increased RCA sharpness" the short form qualifies the measure; a name would be what is changed.
  const isName = words.some(({ text }) => /\p{Lu}|\d/u.test(text) && !/^\p{Lu}{2,5}$/u.test(text));
  return isName || /\p{Lu}/u.test(last) || UNMEASURED.test(last) ? undefined : asPrinted(context, from, to);
}

const SPAN = /^(?:hours|days|weeks|months|minutes|years)$/;

/**
 * "improves quality by 0.1 and depth by 0.4": another object of the same verb, between the last number and
 * "by".
 */
function furtherObject(context: Context, number: number, by: number): MetricTie | undefined {
  let from = number + 1;
  while (/^(?:,|and|its|the)$/.test(context.tokens[from]?.lower ?? '')) from += 1;
  const words = context.tokens.slice(from, by);
  const isNoun = from > number + 1 && words.length > 0 && words.length <= 3 && words.every(isModifier);
  if (
    !isNoun ||
    // A name is what is improved; "KL divergence" is a noun after a short form.
    /\p{Lu}|\d/u.test(words.at(-1)?.text ?? '') ||
    words.some((word) => !/^\p{Lu}{2,4}$/u.test(word.text) && /\p{Lu}|\d|est$/u.test(word.text)) ||
    UNMEASURED.test(words.at(-1)?.text ?? '')
  )
    return undefined;
  const mention = context.mentionOf.get(by - 1);
  return mention ? tied(mention, 'near') : asPrinted(context, from, by);
}

/** Words that end what is improved and begin where, for whom or compared with what. */
export const OBJECT_END =
  /^(?:over|compared|relative|against|across|on|for|in|under|with|from|during|when|while)$/;
/**
 * Endings of nouns for qualities and actions, which can be the whole name of a measure: "successful plan
 * execution".
 */
const ABSTRACT = /(?:tion|sion|ity|ness|ance|ence|[ct]y|ment|age)$/;
/** True for the reliability of "the reliability of Aton": it is the measure; a probability is of something. */
export const isAbstract = ({ tokens }: Context, at: number): boolean =>
  ABSTRACT.test(tokens[at]?.lower ?? '') &&
  !/^(?:probability|quantity|quality)$/.test(tokens[at]?.lower ?? '');

/** Verbs that say that there is less of what they act on. */
export const LESSENS = /^(?:reduc|cut|lower|decreas|shorten|shrink|trim)/;

/** Superlatives that belong to the measure: "maximum drawdown". */
const EXTREME = /^(?:maximum|minimum|peak|median|top)$/;

/** Last words of objects that are improved but are not themselves measured. */
export const UNMEASURED =
  /performance|^sota$|results?$|models?$|methods?$|training|learning|detection|segmentation|classification|baseline|checkpoint|weights$|(?:agent|polic(?:y|ie)|system|network|classifier|encoder|student|teacher|LLM)s?$/i;

/** The coordinated parts of "index construction time and token overhead", as token ranges. */
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
