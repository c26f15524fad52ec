/**
 * In which direction a difference goes, and whether it is reported as an improvement. The text says so with a
 * sign, a word beside the number, or the verb; the metric decides what "improves" means.
 */
import type { ResultKind, Way } from '../../paper';
import { decide, type RuleTable } from '../rule';
import { phrase, type Context } from '../sentence/context';
import { numberGroup } from '../sentence/groups';
import type { NumberMention } from '../sentence/number-form';
import { CHANGE_NOUNS, CLAUSE_WORDS } from '../sentence/words';
import type { MetricTie } from '../metric/metric-tie';
import { betterOf } from './better';
import { isOverhead } from './change';
import { isSpent } from './cost-shares';
import { isFall, turnOf, type Turn } from './direction-words';

/** The facts about a number from which its direction is decided. */
export interface Difference {
  readonly number: NumberMention;
  readonly metric: MetricTie | undefined;
  /** The kind of the number, or what it bounds; never a level. */
  readonly kind: Exclude<ResultKind, 'bound'>;
}

/** A direction with the word that gives it (empty for a sign) and that word's token. */
interface Told {
  readonly turn: Turn;
  readonly word: string;
  readonly at?: number | undefined;
}

const told = (context: Context, at: number): Told | undefined => {
  const word = wordAt(context, at);
  const turn = turnOf(word);
  return turn && { turn, word, at };
};

const wordAt = (context: Context, at: number): string => context.tokens[at]?.lower ?? '';

/** Nouns of change that give the direction even as part of a measure's name: "inference speedup". */
const NOUN_OF_METRIC = /^(?:speed-?ups?|accelerations?|reductions?|gains?|improvements?)$/;

/** Words that end the description directly after a number. */
const ENDS = /^(?:of|on|or|for|with|without|and|to|from|by|at|over|while|which|when|in|compared|but|,|;|\))$/;

/**
 * The first word of direction after the list: "3% higher", "16x fewer", "2.7% top-1 accuracy improvement",
 * "12 and 8 points below".
 */
function behind(context: Context, at: number): Told | undefined {
  const last = numberGroup(context, at).at(-1) ?? at;
  const end = isOwnUnit(context, at) ? at : last;
  for (let index = end + 1; index < end + 11; index += 1) {
    const token = context.tokens[index];
    if (token?.kind === 'number' || token === undefined) return undefined;
    if (token.text === '(') {
      // "word error rate (WER) reduction": the short form is skipped.
      const mention = context.mentionOf.get(index);
      if (!mention) return undefined;
      index = mention.to - 1;
      continue;
    }
    const found = told(context, index);
    if (found) return context.mentionOf.has(index) && !NOUN_OF_METRIC.test(found.word) ? undefined : found;
    if (ENDS.test(token.lower)) return undefined;
  }
  return undefined;
}

/** True for "20% improvements and 1.5x speedup": a number followed by its own noun is not part of a list. */
const isOwnUnit = (context: Context, at: number): boolean =>
  context.tokens[at + 1]?.kind === 'word' && !/^(?:and|or|respectively)$/.test(wordAt(context, at + 1));

/**
 * "speedups and bandwidth reductions of 27x and 84x": as many nouns of change before the list as it has
 * numbers.
 */
function respectively(context: Context, at: number): Told | undefined {
  const group = numberGroup(context, at);
  const first = group[0] ?? at;
  if (group.length < 2) return undefined;
  const nouns: Told[] = [];
  for (let index = first - 1; index >= 0 && first - index < 16; index -= 1) {
    const lower = wordAt(context, index);
    if (/^[,;)]$/.test(lower) || context.tokens[index]?.kind === 'number') break;
    const found = CHANGE_NOUNS.has(lower) ? told(context, index) : undefined;
    if (found) nouns.unshift(found);
  }
  return nouns.length === group.length ? nouns[group.indexOf(at)] : undefined;
}

/**
 * The nearest word before the number that gives a direction, in the same clause: "reduces the MSE by 20%", "a
 * gain of 3".
 */
function inFront(context: Context, at: number): Told | undefined {
  const first = numberGroup(context, at)[0] ?? at;
  let depth = 0;
  for (let index = first - 1; index >= 0 && first - index < 40; index -= 1) {
    const token = context.tokens[index];
    const lower = token?.lower ?? '';
    if (lower === ')') depth += 1;
    else if (lower === '(') depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    // "(Full; 93.1%)": within a bracket a semicolon does not end the clause.
    const isInner = lower === ';' && /\([^)]*$/.test(phrase(context, index - 4, index));
    if ((lower === ';' && !isInner) || CLAUSE_WORDS.has(lower)) return undefined;
    // "up to over 8%", "more than 5%", "leading to": words of degree, not of direction.
    if (isDegree(context, index)) continue;
    const found = told(context, index);
    // "reduces the gap by 30%": what is reduced.
    if (found?.turn === 'open' && /^(?:metric |measure )?by\b/.test(phrase(context, index + 1, index + 3)))
      continue;
    if (found && !isPartOfName(context, index)) return found;
  }
  return undefined;
}

/** True for "more than 5%", "over", "less than", "higher than 90%", "leading to", "fewer than". */
function isDegree(context: Context, index: number): boolean {
  const next = wordAt(context, index + 1);
  return (
    (next === 'than' && context.tokens[index + 2]?.kind === 'number') ||
    (/^lead(?:s|ing)?$/.test(wordAt(context, index)) &&
      /^(?:to|model|models|method|methods|approach)$/.test(next)) ||
    (/^(?:below|under|above|behind)$/.test(wordAt(context, index)) &&
      context.tokens[index + 1]?.kind !== 'number' &&
      !/^by$/.test(next)) ||
    (/^(?:more|less)$/.test(wordAt(context, index)) && !/^(?:by|,)$/.test(next))
  );
}

/**
 * True for "loss", "speed", "gain" in the name of a metric, and for "improved YOLO", the name of a system.
 */
function isPartOfName(context: Context, index: number): boolean {
  const mention = context.mentionOf.get(index);
  const word = wordAt(context, index);
  if (mention)
    return !/^(?:gains?|improvements?|reductions?|speed-?ups?|acceleration|drops?|savings)$/.test(word);
  return (
    /^(?:improved|enhanced|reduced|increased|lead|leading)$/.test(word) &&
    /^(?:an?|the|our|,)$/.test(wordAt(context, index - 1))
  );
}

/** Rules for how a text gives the direction of a difference, in order. */
export const WAY_RULES: RuleTable<Told, Difference> = {
  aspect: 'way',
  rules: [
    {
      name: 'within so much of another',
      example: ['Our pruned net stays within 0.9% of the full one in accuracy.', '0.9% down'],
      match: (context, at, { kind }) =>
        kind === 'change' && /\bwithin(?: only| just| about)?$/.test(phrase(context, at - 2, at))
          ? { turn: 'down', word: 'within' }
          : undefined,
    },
    {
      name: 'sign',
      example: [
        'Our sampler changes the Dice by +3.1% on the brain and -0.4% on the liver.',
        '+3.1% up, -0.4% down',
      ],
      match: (context, at, { number }) => {
        const sign = number.signed ? context.tokens[at]?.text.charAt(0) : '';
        return sign === '+' || sign === '-' ? { turn: sign === '+' ? 'up' : 'down', word: '' } : undefined;
      },
    },
    {
      name: 'so much more efficient',
      example: ['Our net is 3x more memory-efficient than Aton.', '3x up'],
      match: (context, at) =>
        /^(?:more )?(?:\S+[- ])?efficient\b/.test(phrase(context, at + 1, at + 4))
          ? { turn: 'up', word: 'efficient' }
          : undefined,
    },
    {
      name: 'word behind the number',
      example: ['Our model is 8x faster and reaches 3% higher accuracy.', '8x up, 3% up'],
      match: (context, at) => behind(context, at),
    },
    {
      name: 'noun of its place in a list',
      example: [
        'Our cache brings speedups and memory reductions of up to 27x and 84x respectively.',
        '27x up, 84x down',
      ],
      match: respectively,
    },
    {
      name: 'added load',
      example: ['Our loss adds less than 3% of overhead.', '3% up'],
      match: (context, at, { kind }) =>
        kind === 'change' && isOverhead(context, at) ? { turn: 'up', word: 'more' } : undefined,
    },
    {
      name: 'part of what another needs',
      example: ['Our net reaches the same Dice with half of the parameters.', 'half down'],
      match: (_, __, { number }) =>
        number.form === 'fraction' || number.value.startsWith('1/')
          ? { turn: 'down', word: 'fewer' }
          : undefined,
    },
    {
      name: 'share of a cost',
      example: ['Our net keeps the Dice with 12% of the original memory.', '12% down'],
      match: (context, at, { kind, number, metric }) =>
        kind === 'ratio' && number.form === 'percent' && number.figure < 100 && isSpent(context, at, metric)
          ? { turn: 'down', word: 'reduced' }
          : undefined,
    },
    {
      name: 'part of a full result',
      example: ['Our pruned model retains 97% of the full performance.', '97% down'],
      match: (context, at, { kind, number }) =>
        kind === 'ratio' &&
        number.form === 'percent' &&
        /\b(?:retain|preserv|recover|reach|achiev|match|maintain|keep|attain|restor)\w*(?: \S+)?$/.test(
          phrase(context, at - 3, at),
        ) &&
        (/^of (?:the |its |our |their )?(?:\S+ ){0,3}(?:performance|accuracy|quality|score|capability|utility|throughput)\b/.test(
          phrase(context, at + 1, at + 8),
        ) ||
          context.mentionOf.get(at + 3)?.known === true ||
          context.mentionOf.get(at + 2)?.known === true)
          ? { turn: 'down', word: 'within' }
          : undefined,
    },
    {
      name: 'so many times a quantity',
      example: ['Our ensemble gains 2% accuracy at 3x the memory.', '2% up, 3x up'],
      match: (context, at, { number }) =>
        number.form === 'times' &&
        (/^(?:the|as)$/.test(wordAt(context, at + 1)) ||
          context.mentionOf.has(at + 1) ||
          context.mentionOf.get(at + 2)?.better === 'higher') &&
        !/\bby(?: \S+){0,2}$/.test(phrase(context, at - 3, at))
          ? { turn: 'up', word: wordAt(context, at + 2) === 'fast' ? 'faster' : 'higher' }
          : undefined,
    },
    {
      name: 'word in front',
      example: [
        'Our loss reduces the error by 12% and outperforms Aton by 3 points in Dice.',
        '12% down, 3 points up',
      ],
      match: (context, at) => inFront(context, at),
    },
  ],
};

/** A direction, and whether it is reported as an improvement. */
export interface WayTold {
  readonly way?: Way | undefined;
  readonly improves?: boolean | undefined;
  /** The token that gives it; absent for a sign. */
  readonly at?: number | undefined;
}

/** The direction of a difference or ratio; fields are absent where the text leaves them open. */
export function findWay(context: Context, at: number, difference: Difference): WayTold {
  const found = decide(WAY_RULES, context, at, difference);
  if (!found || found.turn === 'open' || isMereShare(difference, found)) return {};
  return { ...resolve(found, difference), at: found.at };
}

const LESSENED = /^(?:within|reduc|lower|cut|shrink|decreas)/;

/** A share of a set of things has no direction, unless it is compared with another's. */
const isMereShare = ({ kind, number }: Difference, { word }: Told): boolean =>
  kind === 'ratio' && number.form === 'percent' && !LESSENED.test(word);

function resolve({ turn, word }: Told, { metric, number }: Difference): WayTold {
  if (word === 'within') return { way: 'down' };
  if (word === 'efficient') return { way: 'up', improves: true };
  // A speedup is of the speed, whatever else is measured, unless the metric is a time.
  if (/^(?:speed|accel|faster$|quicker$)/.test(word) && !/time|latency/i.test(metric?.name ?? ''))
    return { way: 'up', improves: true };
  const better = betterOf(metric, number);
  if (turn === 'forward') return { way: better === 'lower' ? 'down' : 'up', improves: true };
  if (turn === 'backward') return { way: better === 'lower' ? 'up' : 'down', improves: false };
  const way = turn === 'up' ? 'up' : 'down';
  if (better !== undefined) return { way, improves: (way === 'up') === (better === 'higher') };
  // Without a metric a fall is a loss; anything else that is saved or grows counts as an improvement.
  return { way, improves: word === '' ? way === 'up' : !isFall(word) };
}
