/** Rules for numbers without a unit: results by their metric, or as decimals after a verb of achieving. */
import { isPrice } from '../../metric/clause';
import { isPassed } from '../../metric/phrases';
import { isCost, isNear, phrase, type Context } from '../../sentence/context';
import type { NumberMention } from '../../sentence/number-form';
import { ACHIEVE_VERBS, CHANGE_NOUNS, CHANGE_VERBS, COMPARATIVES } from '../../sentence/words';
import { isChange } from '../change';
import { hasInterval } from '../interval-behind';
import { isFactorOf } from '../kinds';
import { isSetAgainst } from '../compared-values';
import {
  accept,
  hasCompany,
  hasVerdict,
  isToldPair,
  reject,
  type Candidate,
  type Judgement,
} from './candidate';

/** True for "2.29/3", "4.3/5": a mean score out of the highest possible one. */
const isOutOf = (context: Context, at: number): boolean =>
  context.tokens[at + 1]?.text === '/' &&
  /^(?:3|4|5|7|10|100)(?:\.0)?$/.test(context.tokens[at + 2]?.text ?? '');

/** True for "sets the standard with 56.1 on OSWorld": a value on a named benchmark. */
const isBenchmarked = (context: Context, at: number): boolean =>
  /^(?:with|at|to|of|and|,|:)$/.test(context.tokens[at - 1]?.lower ?? '') &&
  context.tokens[at + 1]?.lower === 'on' &&
  /^\p{Lu}.*[\p{Lu}\d-]/u.test(context.tokens[at + 2]?.text ?? '') &&
  hasVerdict(context, at);

const STANDING =
  /\b(?:outperform\w*|surpass\w*|state-of-the-art|state of the art|sota|new record|best|match(?:es|ed)?|approach(?:es|ed)|highest|superior)\b/;

/**
 * True for "sets a new record on the Surrey set (0.949)": a number alone in a bracket, in a sentence that
 * says who is best.
 */
const isStanding = (context: Context, at: number, number: NumberMention): boolean =>
  number.figure < 100 &&
  context.tokens[at - 1]?.text === '(' &&
  context.tokens[at + 1]?.text === ')' &&
  context.tokens[at - 2]?.kind === 'word' &&
  STANDING.test(phrase(context, at - 24, at));

const LABELS =
  /^(?:labell?ed |annotated |training |calibration |expert |manual |in-domain )?(?:samples|examples|images|annotations|labels|scans|demonstrations|volumes)\b/;

/** True for "with as few as 50 labelled samples": how little data a method was trained on. */
const isLabelSaving = (context: Context, at: number): boolean =>
  /\b(?:with|from|using|needs|requir\w+) (?:only|just|merely|as (?:few|little) as)$/.test(
    phrase(context, at - 5, at),
  ) && LABELS.test(phrase(context, at + 1, at + 4));

/** True for "3 models", "12 tasks": a whole number before a plural noun that is not a metric. */
function isCounting(context: Context, at: number): boolean {
  if (context.mentionOf.has(at + 1)) return false;
  for (let index = at + 1; index < at + 4; index += 1) {
    const token = context.tokens[index];
    if (token?.kind !== 'word' || context.mentionOf.has(index)) return false;
    if (
      /^(?:on|in|for|with|at|and|by|to|from|over|of|points?|vs|versus|compared|after|across)$/.test(
        token.lower,
      )
    )
      return false;
    if (token.lower.endsWith('s') && token.lower.length > 3) return true;
  }
  return false;
}

const isQuality = ({ near }: Candidate): boolean => near !== undefined && !isCost(near.name);
const isExact = ({ number }: Candidate): boolean => number.decimal || number.signed;

/** Rules for decimals and signed numbers, in order. */
const EXACT: readonly Judgement[] = [
  accept('price', ['It costs $0.12 per query.', '0.12'], isPrice),
  accept('mark out of the best', ['Readers give our notes 4.3/5.', '4.3'], isOutOf),
  accept('figure with an interval', ['For the old it was 0.81, 95% CI 0.7-0.9.', '0.81'], hasInterval),
  accept('decimal with its metric', ['A Dice of 0.81 is met.', '0.81'], (_, __, { known }) => known),
  accept(
    'both ends with a metric',
    ['The loss falls from 0.4 to 0.2.', '0.4, 0.2'],
    (context, at, candidate) =>
      isToldPair(context, at, candidate) && (candidate.near ?? candidate.far) !== undefined,
  ),
  accept('decimal with a measure', ['A reuse rate of 0.81 is met.', '0.81'], (_, __, candidate) =>
    isQuality(candidate),
  ),
  accept(
    'both ends of a change',
    ['We show that KiteQA boosts from 0.54 to 0.92.', '0.54, 0.92'],
    (context, at, candidate) =>
      isToldPair(context, at, candidate) &&
      (isNear(context, at, 14, CHANGE_VERBS) || isNear(context, at, 14, CHANGE_NOUNS)),
  ),
  accept(
    'signed or changed',
    ['It beats Aton by 0.4.', '0.4'],
    (context, at, { number }) =>
      isChange(context, at, number) || (number.signed && isNear(context, at, 20, CHANGE_VERBS)),
  ),
  reject('sign without a change', ['The field is -0.4 there.', ''], (_, __, { number }) => number.signed),
  accept(
    'cost beside a result',
    ['Our policy gets a reward of 0.4 and a regret of 0.1.', '0.4, 0.1'],
    (context, at, { near }) => near !== undefined && hasCompany(context, at),
  ),
  accept(
    'loss reached',
    ['Our net achieves a validation loss of 0.17.', '0.17'],
    (context, at, { near }) => near?.name === 'Loss' && isNear(context, at, 9, ACHIEVE_VERBS),
  ),
  reject('cost by itself', ['A reward of 0.4 is seen.', ''], (_, __, { near }) => near !== undefined),
  accept(
    'metric of the clause',
    ['In terms of AUC, Aton gets to 0.81.', '0.81'],
    (_, __, { far }) => far !== undefined,
  ),
  accept('value on a benchmark', ['It leads with 56.1 on OSWorld.', '56.1'], isBenchmarked),
  accept(
    'who is best',
    ['It sets a new record on the Surrey set (0.949).', '0.949'],
    (context, at, { number }) => isStanding(context, at, number),
  ),
  accept(
    'what it is improved to',
    ['Our step improves it to 73.3 in all.', '73.3'],
    (context, at, { number }) =>
      context.tokens[at - 1]?.lower === 'to' && isNear(context, at, 8, CHANGE_VERBS) && number.figure < 1000,
  ),
  accept(
    'what is achieved',
    ['It achieves 73.3 there.', '73.3'],
    (context, at, { number }) => isNear(context, at, 9, ACHIEVE_VERBS) && number.figure < 1000,
  ),
  reject('any other decimal', ['The moon is 0.4 away.', ''], () => true),
];

/** Rules for whole numbers, in order. */
const WHOLE: readonly Judgement[] = [
  accept('whole price', ['It costs $12 per query.', '12'], isPrice),
  accept('few labels', ['It learns from only 50 labelled samples.', '50'], isLabelSaving),
  accept('so many passed', ['It passes 38 public tests.', '38'], isPassed),
  accept(
    'so many fewer',
    ['Our filter removes them, with 115 fewer requests.', '115'],
    (context, at) => context.tokens[at + 1]?.lower === 'fewer' && hasVerdict(context, at),
  ),
  accept(
    'compression achieved',
    ['It achieves a compression ratio of 12.', '12'],
    (context, at, { near }) =>
      near?.name === 'Compression ratio' && near.tie === 'near' && isNear(context, at, 8, ACHIEVE_VERBS),
  ),
  reject(
    'compression set',
    ['With a compression ratio of 12 rays bend.', ''],
    (_, __, { near }) => near?.name === 'Compression ratio' && near.tie === 'near',
  ),
  accept(
    'nothing that goes wrong',
    ['Our tool converges with zero merge failures.', 'zero'],
    (context, at) => context.tokens[at]?.lower === 'zero',
  ),
  accept(
    'few parameters in full',
    ['It reaches 82.4% accuracy with only 5,825 parameters.', '82.4%, 5,825'],
    (context, at, { near }) =>
      /^(?:Parameters|FLOPs)$/.test(near?.name ?? '') &&
      near?.from !== undefined &&
      near.from > at &&
      /\b(?:only|just|merely|requir\w+)(?: [\d.]+m? parameters and)?$/.test(phrase(context, at - 4, at)),
  ),
  accept(
    'whole score',
    ['Our tutor reached an overall score of 79.', '79'],
    (context, at, { near, number }) =>
      number.figure <= 100 &&
      /\b(?:score|rating)$/i.test(near?.name ?? '') &&
      near?.to === at - 1 &&
      context.tokens[at - 1]?.lower === 'of' &&
      hasVerdict(context, at),
  ),
  reject('count of things', ['An accuracy on 12 tasks is told.', ''], isCounting),
  accept(
    'whole number with its metric',
    ['An FID of 12 is met.', '12'],
    (context, at, candidate) =>
      candidate.known && (candidate.number.figure < 1000 || isToldPair(context, at, candidate)),
  ),
  accept(
    'whole ends with a measure',
    ['It cuts the reuse rate from 12 to 9.', '12, 9'],
    (context, at, candidate) =>
      !candidate.known && isToldPair(context, at, candidate) && (candidate.near?.name ?? null) !== null,
  ),
];

/** Rules for all numbers without a unit, in order. */
export const BARE: readonly Judgement[] = [
  accept(
    'factor of a change',
    ['It is faster by a factor of 8.', '8'],
    (context, at) =>
      isFactorOf(context, at) &&
      (isNear(context, at, 16, CHANGE_VERBS) || isNear(context, at, 8, COMPARATIVES)),
  ),
  reject('factor of nothing', ['A factor of 8 divides it.', ''], isFactorOf),
  accept('two set against each other', ['It has fewer retries (12 vs. 30).', '12, 30'], isSetAgainst),
  // "10^5 particles": without a metric beside it, a power of ten gives a size.
  reject(
    'power of ten that counts',
    ['We achieve 10^5 stars.', ''],
    (context, at, candidate) =>
      candidate.number.power &&
      !candidate.known &&
      !isQuality(candidate) &&
      !isToldPair(context, at, candidate),
  ),
  ...EXACT.map(({ match, ...rule }) => ({
    ...rule,
    match: (context: Context, at: number, candidate: Candidate) =>
      isExact(candidate) ? match(context, at, candidate) : undefined,
  })),
  ...WHOLE,
];
