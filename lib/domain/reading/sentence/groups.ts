/** Numbers that belong together: lists ("0.81, 0.83 and 0.90") and pairs ("from 60.0 to 63.2"). */
import { phrase, type Context } from './context';

/** Token indexes of the plain list that the number at `at` is in; only `at` if it is in no list. */
export function numberGroup(context: Context, at: number): readonly number[] {
  const known = context.groups.get(at);
  if (known) return known;
  const group = [at];
  for (let index = neighbour(context, at, -1); index !== undefined; index = neighbour(context, index, -1))
    group.push(index);
  group.reverse();
  for (let index = neighbour(context, at, 1); index !== undefined; index = neighbour(context, index, 1))
    group.push(index);
  for (const member of group) context.groups.set(member, group);
  return group;
}

/** The lower-case words, `reach` tokens of them, in front of the list that the number at `at` is in. */
export function beforeGroup(context: Context, at: number, reach: number): string {
  const first = numberGroup(context, at)[0] ?? at;
  return phrase(context, first - reach, first);
}

/** …and behind it. */
export function behindGroup(context: Context, at: number, reach: number): string {
  const end = (numberGroup(context, at).at(-1) ?? at) + 1;
  return phrase(context, end, end + reach);
}

const JOINTS: ReadonlySet<string> = new Set([',', 'and', 'or', '&', '/', '|']);
const LIMITS: ReadonlySet<string> = new Set('up to over nearly only ~ ≈ + < > ≤ ≥'.split(' '));

/**
 * The next number of a list in direction `step`, if only commas, "and", "or", slashes and limits lie between;
 * otherwise undefined.
 */
function neighbour(context: Context, at: number, step: 1 | -1): number | undefined {
  let index = at + step;
  let joined = false;
  for (let gap = 0; gap < 4; gap += 1, index += step) {
    index = beyondRate(context, beyondSpread(context, index, step), step);
    const token = index < 0 ? undefined : context.tokens[index];
    if (!token) return undefined;
    if (token.kind === 'number') return joined && sameKind(context, at, index) ? index : undefined;
    if (JOINTS.has(token.lower)) joined = true;
    else if (!LIMITS.has(token.lower)) return undefined;
  }
  return undefined;
}

const PER: ReadonlySet<string> = new Set(['h', 'hr', 'hour', 'day', 'min', 'image', 'scan', 'volume']);

/** The token behind (or before) what a number is counted by, "/h" in "0.063/h, 0.981"; otherwise `at`. */
function beyondRate({ tokens }: Context, at: number, step: 1 | -1): number {
  const slash = step === 1 ? at : at - 1;
  const isRate =
    tokens[slash]?.text === '/' &&
    PER.has(tokens[slash + 1]?.lower ?? '') &&
    tokens[slash - 1]?.kind === 'number';
  return isRate ? at + 2 * step : at;
}

/**
 * The token behind (or before) the bracket that begins at `at`, if it only holds the spread of the number in front:
 * "0.72 (0.69-0.75), 0.58 (0.56-0.60)". Otherwise `at`.
 */
export function beyondSpread({ tokens }: Context, at: number, step: 1 | -1): number {
  if (tokens[at]?.text !== (step === 1 ? '(' : ')')) return at;
  const close = step === 1 ? ')' : '(';
  for (let index = at + step, inside = 0; inside < 9; index += step, inside += 1) {
    const token = tokens[index];
    if (token?.text === close) {
      const before = step === 1 ? tokens[at - 1] : tokens[index - 1];
      return inside > 0 && before?.kind === 'number' ? index + step : at;
    }
    if (
      !token ||
      (token.kind !== 'number' &&
        !/^(?:ci|confidence|interval|:|,|-|to|95%|±|sd|iqr|\d.*)$/.test(token.lower))
    )
      return at;
  }
  return at;
}

const FIGURES: ReadonlySet<string> = new Set(['bare', 'percent', 'points', 'measure', 'time']);

function sameKind(context: Context, a: number, b: number): boolean {
  const one = context.tokens[a];
  const two = context.tokens[b];
  if (one?.kind !== 'number' || two?.kind !== 'number') return false;
  return (
    one.number.form === two.number.form || (FIGURES.has(one.number.form) && FIGURES.has(two.number.form))
  );
}

const VERSUS: ReadonlySet<string> = new Set(['v', 'vs', 'versus', 'Vs', 'Versus']);

/**
 * The number compared with the one at `at`: the B of "A vs. B", or the A. Undefined if there is none, or if
 * their forms differ.
 */
export function versus(context: Context, at: number): number | undefined {
  for (const step of [1, -1]) {
    let other = at + step;
    if (context.tokens[other]?.text === '.') other += step;
    if (!VERSUS.has(context.tokens[other]?.text ?? '')) continue;
    other += step;
    if (context.tokens[other]?.text === '.') other += step;
    if (sameKind(context, at, other)) return other;
  }
  return undefined;
}

/** A change given by its two ends: "from 60.0 to 63.2", "60.0 → 63.2". Token indexes. */
export interface FromTo {
  readonly from: number;
  readonly to: number;
}

/** True for the number at token `at` if it is an end of one of the pairs. */
export const isPaired = (pairs: readonly FromTo[], at: number): boolean =>
  pairs.some((pair) => pair.from === at || pair.to === at);

/**
 * True if "from" stands at most four words before the number, without another number between: "from 60",
 * "from Spearman 0.35", "from a PCC value of 0.78".
 */
function startsPair(context: Context, at: number): boolean {
  if (hasChangeBehind(context, at)) return true;
  for (let index = at - 1; index >= at - 5; index -= 1) {
    const token = context.tokens[index];
    if (!token || token.kind === 'number' || token.lower === 'to') return false;
    // "ranging from 47 percent to 93 percent" has no first and last value.
    if (token.lower === 'from')
      return !/^(?:rang|span|vary|varies)/.test(context.tokens[index - 1]?.lower ?? '');
    // "bringing its accuracy of 79.9 down to 8.2": "up" or "down" stands after the first value.
    const way = context.tokens[at + 1]?.lower;
    if (index === at - 1 && (way === 'down' || way === 'up') && context.tokens[at + 2]?.lower === 'to')
      return true;
    // "(Dice 0.470 to 0.819": in a bracket, alone or directly after its metric, "A to B" needs no "from".
    if (token.text === '(') {
      const next = context.tokens[at + 1]?.lower === 'to' ? context.tokens[at + 2] : undefined;
      return next?.kind === 'number' && (index === at - 1 || context.mentionOf.has(at - 1));
    }
  }
  return false;
}

/**
 * True for "FAD 0.79 to 0.74 (+6.33%)": the change in the bracket shows that the two numbers are values, not
 * a range.
 */
export function hasChangeBehind(context: Context, at: number): boolean {
  const [to, , open, change, close] = context.tokens.slice(at + 1, at + 6);
  return (
    to?.lower === 'to' &&
    open?.text === '(' &&
    close?.text === ')' &&
    change?.kind === 'number' &&
    change.number.signed &&
    change.number.form === 'percent'
  );
}

/**
 * The earlier value of the one at `at`: "reaches 83% SR from a 54% baseline", "up to 0.9 from 0.7". Undefined
 * if the text gives none.
 */
function cameFrom(context: Context, at: number): number | undefined {
  if (!/^(?:to|reach(?:es|ed|ing)?)$/.test(context.tokens[at - 1]?.lower ?? '')) return undefined;
  let index = at + 1;
  while (index < at + 4 && context.tokens[index]?.kind === 'word' && context.tokens[index]?.lower !== 'from')
    index += 1;
  if (context.tokens[index]?.lower !== 'from') return undefined;
  const article = /^(?:an?|the)$/.test(context.tokens[index + 1]?.lower ?? '') ? 1 : 0;
  const from = index + 1 + article;
  return context.tokens[from + 1]?.lower !== 'to' && sameKind(context, at, from) ? from : undefined;
}

/**
 * True for the second pair of "from 95% to 98% for lungs, 95% to 97% for livers": only the place of the pair before
 * lies between.
 */
function goesOnPairs({ tokens }: Context, at: number, before: FromTo | undefined): boolean {
  return (
    before !== undefined &&
    at > before.to &&
    at - before.to < 12 &&
    /^(?:for|on|in|at|under|with)$/.test(tokens[before.to + 1]?.lower ?? '') &&
    /^(?:,|and)$/.test(tokens[at - 1]?.lower ?? '') &&
    tokens[at + 1]?.lower === 'to' &&
    tokens[at + 2]?.kind === 'number' &&
    tokens.slice(before.to + 1, at).every(({ kind }) => kind !== 'number')
  );
}

/** The most values at one end of such pairs. */
const MOST = 3;

/**
 * The pairs of "from Dice 0.68 and MAE 13.0 to Dice 0.90 and MAE 9.6", whose first values begin at `first`: as many
 * values after "to" as before it. None if the sentence has another shape.
 */
function pairsInOrder({ tokens, clauses }: Context, first: number): FromTo[] {
  const ends: number[] = [];
  let split = 0;
  for (let at = first; at < first + 36 && clauses[at] === clauses[first]; at += 1) {
    const token = tokens[at];
    if (!token || (at > first && token.lower === 'from')) break;
    if (token.kind !== 'number') continue;
    const isTo = [1, 2, 3].some(
      (back) => at - back > (ends.at(-1) ?? at) && tokens[at - back]?.lower === 'to',
    );
    if (split === 0 && isTo) split = ends.length;
    ends.push(at);
    if (split === 0 ? ends.length > MOST : ends.length === 2 * split) break;
  }
  const isWhole = split > 1 && ends.length === 2 * split;
  const between = tokens.slice(first, ends[split - 1]);
  if (!isWhole || !between.some(({ lower }) => /^(?:and|,)$/.test(lower))) return [];
  return ends.slice(0, split).map((from, place) => ({ from, to: ends[split + place] ?? from }));
}

/** Every "from A to B" of the sentence, as token indexes of the numbers. */
export function findPairs(context: Context): FromTo[] {
  const pairs: FromTo[] = [];
  context.tokens.forEach((token, index) => {
    if (token.kind !== 'number') return;
    const arrow =
      context.tokens[index + 1]?.text === '→' ||
      (context.tokens[index + 1]?.text === '-' && context.tokens[index + 2]?.text === '>');
    const starts = startsPair(context, index) || goesOnPairs(context, index, pairs.at(-1));
    if (!starts && !arrow) {
      const before = cameFrom(context, index);
      if (before !== undefined) pairs.push({ from: before, to: index });
      return;
    }
    // "from 0.44 (95% CI 0.43-0.45) to 0.95".
    for (let next = beyondSpread(context, index + 1, 1); next < index + 14; next += 1) {
      const other = context.tokens[next];
      if (!other || other.lower === 'from') return;
      if (other.kind !== 'number') continue;
      const link = context.tokens[next - 1]?.lower ?? '';
      const linkBefore = context.tokens[next - 2]?.lower ?? '';
      if (
        arrow ||
        link === 'to' ||
        linkBefore === 'to' ||
        link === 'down' ||
        context.tokens[next - 3]?.lower === 'to' ||
        // "to a final average of 8.9".
        (link === 'of' && context.tokens[next - 4]?.lower === 'to')
      )
        pairs.push({ from: index, to: next });
      else if (starts)
        pairs.push(...pairsInOrder(context, index).filter(({ from, to }) => sameKind(context, from, to)));
      return;
    }
  });
  return pairs;
}
