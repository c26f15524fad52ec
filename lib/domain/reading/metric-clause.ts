/** Metrics that the clause names at a distance: the object of its verb, its subject, what a bracket explains. */
import { isCost, isNear, isModifier, phrase, type Context } from './context';
import { numberGroup } from './groups';
import { type MetricTie, tied, printed, isFiller } from './metric-tie';
import { BASELINE_WORDS, BEAT_VERBS, CHANGE_VERBS } from './words';

/** "improves X by 3%", "reducing X and Y by 37% and 41%": the object of the verb of change. */
export function objectOfVerb(context: Context, at: number): MetricTie | undefined {
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
  if (/^(?:accelerat|speed|improv|enhanc|boost|advanc)/.test(lower) || objects.length !== group.length)
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

/** "mean errors for the test sets were 0.16 mm": the measure is the subject, a phrase stands between. */
export function subjectOfCopula(context: Context, at: number): MetricTie | undefined {
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
export function beforeBracket(context: Context, at: number): MetricTie | undefined {
  const token = context.tokens[at];
  if (context.tokens[at - 1]?.text !== '(' || token?.kind !== 'number' || token.number.form !== 'percent')
    return undefined;
  // Where a metric is spoken of, or systems are set side by side, the words in front are a system's.
  if (context.mentions.some((mention) => mention.known) || isNear(context, at, 20, BEAT_VERBS))
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
export function ofUnit(context: Context, at: number): MetricTie | undefined {
  const token = context.tokens[at];
  if (token?.kind !== 'number') return undefined;
  const { form, unit } = token.number;
  if (form === 'rank') return { name: 'Rank', better: 'lower', known: true, tie: 'unit' };
  if (form === 'time' && /\binference\b/.test(phrase(context, at - 6, at)))
    return { name: 'Inference time', better: 'lower', known: false, tie: 'unit' };
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
