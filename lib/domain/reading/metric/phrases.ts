/**
 * Measures that are not in the lexicon but that a fixed phrase names: "deception at a rate of 43%", "+3.7%
 * IPV".
 */
import { phrase, type Context } from '../sentence/context';
import { isModifier } from '../sentence/mention';
import { numberGroup, versus } from '../sentence/groups';
import { COMPARATIVES } from '../sentence/words';
import { asPrinted, tied, VAGUE, type MetricTie } from './metric-tie';

/** "shows deception at a rate of 43%": the noun before the phrase is what is measured. */
export function ofRate(context: Context, at: number): MetricTie | undefined {
  if (context.tokens[at - 1]?.lower !== 'of') return undefined;
  if (!/\bat (?:an?|the) (?:\S+ )?rate of$/.test(phrase(context, at - 5, at))) return undefined;
  let to = at - 4;
  while (to > at - 7 && context.tokens[to]?.lower !== 'at') to -= 1;
  let from = to;
  while (to - from < 3 && isModifier(context.tokens[from - 1])) from -= 1;
  // In "Aton fails at a rate of 3%" the noun is who fails: names and plural nouns are not measures.
  const last = context.tokens[to - 1];
  return from === to || /^\p{Lu}|[^s]s$/u.test(last?.text ?? '') ? undefined : asPrinted(context, from, to);
}

/**
 * "+2.9% CTR, +3.7% IPV": a short form after a signed difference, in a list in which another one is a known
 * metric.
 */
export function shortFormOfDifference(context: Context, at: number): MetricTie | undefined {
  const token = context.tokens[at];
  const name = context.tokens[at + 1];
  if (token?.kind !== 'number' || !token.number.signed || context.mentionOf.has(at + 1)) return undefined;
  if (!/^\p{Lu}{2,5}$/u.test(name?.text ?? '')) return undefined;
  const after = context.tokens[at + 2];
  const ends = !after || /^(?:[,;.)]|and|in|on)$/.test(after.lower);
  const isOfMetrics = context.mentions.some((mention) => {
    const value = context.tokens[mention.from - 1];
    return mention.known && value?.kind === 'number' && value.number.signed;
  });
  return ends && isOfMetrics ? asPrinted(context, at + 1, at + 2) : undefined;
}

/**
 * "17% and 14% improvements in syntax and meaning": the nouns from token `from` on, if there are as many as
 * numbers.
 */
export function nounOfList(context: Context, at: number, from: number): MetricTie | undefined {
  const group = numberGroup(context, at);
  if (group.length < 2) return undefined;
  const parts: [from: number, to: number][] = [];
  let start = from;
  for (let index = from; index < from + 16; index += 1) {
    const token = context.tokens[index];
    if (isModifier(token)) continue;
    if (index > start) parts.push([start, index]);
    start = index + 1;
    if (!/^(?:,|and)$/.test(token?.lower ?? '') || parts.length > group.length) break;
  }
  const part = parts.length === group.length ? parts[group.indexOf(at)] : undefined;
  if (!part || part[1] - part[0] > 4) return undefined;
  const mention = context.mentionOf.get(part[1] - 1);
  return mention ? tied(mention, 'near') : asPrinted(context, ...part);
}

const APPROXIMATE = /^(?:[~≈]|mean|median|average)$/;

/** "fewer tuning steps (12 vs. 30)": the noun of a comparison directly before a bracket with two values. */
export function comparedBeforeBracket(context: Context, at: number): MetricTie | undefined {
  const other = versus(context, at);
  if (other === undefined) return undefined;
  const first = Math.min(at, other);
  let open = first - 1;
  while (
    first - open < 5 &&
    (isModifier(context.tokens[open]) || APPROXIMATE.test(context.tokens[open]?.lower ?? ''))
  )
    open -= 1;
  if (context.tokens[open]?.text !== '(') return undefined;
  // "(median entropy 0.48 vs. 0.13".
  let inside = open + 1;
  while (APPROXIMATE.test(context.tokens[inside]?.lower ?? '')) inside += 1;
  const end = APPROXIMATE.test(context.tokens[first - 1]?.lower ?? '') ? first - 1 : first;
  const bracketed = inside < end ? context.mentionOf.get(end - 1) : undefined;
  if (inside < end) return bracketed ? tied(bracketed, 'near') : asPrinted(context, inside, end);
  const isComparative = (index: number): boolean => COMPARATIVES.has(context.tokens[index]?.lower ?? '');
  let from = open;
  while (
    open - from < 6 &&
    (isModifier(context.tokens[from - 1]) || context.tokens[from - 1]?.lower === 'of') &&
    !isComparative(from - 1)
  )
    from -= 1;
  const mention = context.mentionOf.get(open - 1);
  if (from === open || !isComparative(from - 1)) return undefined;
  if (mention) return tied(mention, 'near');
  return /^(?:performance|results?|models?)$/.test(context.tokens[open - 1]?.lower ?? '')
    ? undefined
    : asPrinted(context, from, open);
}

/**
 * "d = 0.41, p < 0.01": Cohen's d (https://en.wikipedia.org/wiki/Effect_size#Cohen's_d), if the sentence
 * reports a test.
 */
export function effectSize(context: Context, at: number): MetricTie | undefined {
  const value = context.tokens[at];
  const isSet =
    context.tokens[at - 1]?.text === '=' && /^d(?:_z|_av)?$/.test(context.tokens[at - 2]?.text ?? '');
  if (!isSet || value?.kind !== 'number' || !value.number.decimal) return undefined;
  const isTested =
    context.tokens[at - 3]?.text === '(' ||
    context.tokens.some(
      ({ lower }, index) => /^[pq]$/.test(lower) && /^[<=>]$/.test(context.tokens[index + 1]?.text ?? ''),
    );
  return isTested ? { name: 'Effect size', known: true, tie: 'near', from: at - 2, to: at - 1 } : undefined;
}

const PREFERS = /\b(?:prefer(?:s|red|ring)?)\b[^,;]*$/;

/** "experts prefer our plans for 70% of goals": how often a thing was preferred. */
export function preferredIn(context: Context, at: number): MetricTie | undefined {
  const token = context.tokens[at];
  const isShare =
    token?.kind === 'number' &&
    (token.number.form === 'share' ||
      (token.number.form === 'percent' && context.tokens[at + 1]?.lower === 'of'));
  if (!isShare || !PREFERS.test(phrase(context, at - 20, at))) return undefined;
  return { name: 'Preference', better: 'higher', known: false, rated: true, tie: 'near' };
}

/**
 * "5/12 injected attacks", "in 10 of 16 evaluation settings", "passes 38 public tests": the things that are
 * counted.
 */
export function thingsCounted(context: Context, at: number): MetricTie | undefined {
  const token = context.tokens[at];
  if (token?.kind !== 'number' || (token.number.form !== 'share' && !isPassed(context, at))) return undefined;
  // "a sensitivity of 100% in 28 of 32 patients": the share only says in how many the value before it was
  // reached.
  const value = context.tokens[at - 2];
  if (context.tokens[at - 1]?.lower === 'in' && value?.kind === 'number') {
    const measure = context.tokens[at - 3]?.lower === 'of' ? context.mentionOf.get(at - 4) : undefined;
    if (measure) return tied(measure, 'near');
  }
  const to = endOfThings(context, at + 1);
  // "in 35 of 36 cases" does not say what was counted.
  if (to === undefined || (to === at + 2 && isVague(context.tokens[at + 1]?.lower ?? ''))) return undefined;
  return asPrinted(context, at + 1, to);
}

const isVague = (lower: string): boolean => VAGUE.test(lower) || lower === 'comparisons';

/** True for "passes 38 public tests": a count of things passed, solved or won. */
export function isPassed(context: Context, at: number): boolean {
  return (
    endOfThings(context, at + 1) !== undefined &&
    /\b(?:pass(?:es|ed|ing)?|solv(?:es|ed|ing)|w(?:ins?|on|inning)|unlock(?:s|ed|ing)?|prov(?:es|ed)|repair(?:s|ed)|resolv(?:es|ed))(?: only| all| just)?$/.test(
      phrase(context, at - 2, at),
    )
  );
}

/**
 * The end of the plural noun phrase that begins at `from`, qualifiers included; undefined if there is none.
 */
function endOfThings(context: Context, from: number): number | undefined {
  for (let to = from; to < from + 4 && isModifier(context.tokens[to]); to += 1) {
    const lower = context.tokens[to]?.lower ?? '';
    if (/[^su]s$/.test(lower) && lower !== 'vs') return to + 1;
  }
  return undefined;
}
