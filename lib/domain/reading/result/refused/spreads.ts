/** Numbers that belong to the result before them: intervals, spreads, p-values, counts. */
import { phrase, type Context } from '../../sentence/context';
import { isModifier } from '../../sentence/mention';
import type { NumberMention } from '../../sentence/number-form';
import { CHANGE_VERBS } from '../../sentence/words';
import { TRAIT } from '../../sentence/word-traits';
import { refusal, type Refusal } from './refusal';

const INTERVAL = /\b(?:ci|cis|confidence|credible|interval|intervals|iqr|range|sd|p|se)\b/;

/** True for the level of an interval: "(95% CI", "95% confidence". */
const isLevelOfInterval = (context: Context, at: number): boolean =>
  /^(?:ci|cis|confidence|credible|bootstrap|prediction intervals?|hdi)\b/.test(
    phrase(context, at + 1, at + 3),
  );

const SPREAD_WORDS: ReadonlySet<string> = new Set(['ci', 'cis', 'iqr', 'interval', 'intervals', 'sd', 'std']);
const ENDS_SEARCH: ReadonlySet<string> = new Set([';', '.', 'and', 'while']);

/** In "interval sharpness" and "SD throughput" the word only qualifies a noun. */
const qualifies = ({ tokens }: Context, at: number): boolean =>
  isModifier(tokens[at + 1]) &&
  !/^(?:widths?|lengths?|estimates?|bounds?)$/.test(tokens[at + 1]?.lower ?? '');

/** True for the ends of an interval: "(95% CI: 0.80-0.90)", or "[0.80, 0.90]" after a number. */
function isEndOfInterval(context: Context, at: number): boolean {
  let depth = 0;
  for (let index = at - 1; index >= 0 && at - index < 14; index -= 1) {
    const token = context.tokens[index];
    const lower = token?.lower ?? '';
    if (token?.text === ')' || token?.text === ']') depth += 1;
    if (token?.text === '(' || token?.text === '[') {
      if (depth === 0) return isAround(context, index) || isBracketOfTwo(context, index, at);
      depth -= 1;
    }
    if (depth === 0 && SPREAD_WORDS.has(lower) && !qualifies(context, index))
      return !context.tokens.slice(index, at).some((one) => CHANGE_VERBS.has(one.lower));
    if (ENDS_SEARCH.has(lower)) return false;
  }
  return false;
}

function isBracketOfTwo(context: Context, open: number, at: number): boolean {
  const before = context.tokens[open - 1];
  const two =
    context.tokens[open]?.text === '[' &&
    (before?.kind === 'number' || INTERVAL.test(before?.lower ?? '') || isTwoInBrackets(context, open));
  return two && !/=|:/.test(phrase(context, open, at));
}

/** True for "[0.80, 0.90]". */
function isTwoInBrackets(context: Context, open: number): boolean {
  const [one, comma, two, close] = context.tokens.slice(open + 1, open + 5);
  return one?.kind === 'number' && comma?.text === ',' && two?.kind === 'number' && close?.text === ']';
}

/**
 * True for "1.62 (1.12-2.35)", "0.85 (0.80, 0.90)": two numbers alone in a bracket, one below and one above
 * the number before it.
 */
function isAround(context: Context, open: number): boolean {
  const value = context.tokens[open - 1];
  if (value?.kind !== 'number' || !value.number.decimal) return false;
  const inside = context.tokens.slice(open + 1, open + 5).map((token) => token.text);
  // "4.5% (ranging from 2.4% to 7.7%)": the range over cases, not a confidence interval.
  if (inside[0] === 'ranging') return false;
  const close = inside.findIndex((text) => text === ')' || text === ']');
  const figures =
    close < 0
      ? []
      : (
          inside
            .slice(0, close)
            .join(' ')
            .match(/\d*\.\d+|\d+/g) ?? []
        ).map(Number);
  const [low = 0, high = 0] = figures;
  return figures.length === 2 && low <= value.number.figure && value.number.figure <= high;
}

const DEVIATION =
  /\b(?:standard (?:deviation|error)s?|std|s\.d|sd|sem)(?: \( (?:sd|std|se) \))?(?: (?:of|=|:|was|is))*$/;

/** True for "by more than 4 standard deviations": how sure a gain is, in a unit that says nothing of its size. */
const isInDeviations = (context: Context, at: number): boolean =>
  /^standard (?:deviations|errors)\b/.test(phrase(context, at + 1, at + 3));

/** True for "(standard deviation of 3.49)", unless it was improved. */
const isDeviation = (context: Context, at: number): boolean =>
  DEVIATION.test(phrase(context, at - 5, at)) &&
  !/\b(?:reduc|lower|decreas|improv)\w*\b/.test(phrase(context, at - 12, at));

/** True for "0.85 (0.04)": a small decimal alone in a bracket after a decimal. */
function isBracketedSpread(context: Context, at: number, number: NumberMention): boolean {
  const value = context.tokens[at - 2];
  return (
    number.decimal &&
    !number.signed &&
    context.tokens[at - 1]?.text === '(' &&
    context.tokens[at + 1]?.text === ')' &&
    value?.kind === 'number' &&
    value.number.decimal &&
    number.figure < value.number.figure / 4
  );
}

/** True for "96.1% accuracy (734/764)": the counts of a rate. */
const isTally = (context: Context, at: number): boolean =>
  context.tokens[at - 1]?.text === '(' &&
  context.tokens
    .slice(Math.max(0, at - 6), at)
    .some((token) => token.kind === 'number' && token.number.form === 'percent');

const SIGNS = new Set('<>=≤≥≪');

/** True for "p < 0.05"; false for "a p-value of 0.02", a finding, which has no sign before it. */
function isPValue(context: Context, at: number): boolean {
  if (!SIGNS.has(context.tokens[at - 1]?.text ?? '')) return false;
  // In "Krippendorff's alpha = 0.4" the name is a metric of agreement.
  const named = context.mentionOf.get(at - 2);
  if (named?.known === true && named.name !== 'p-value') return false;
  const before = phrase(context, at - 4, at);
  return (
    /(?:^|\s)(?:(?:\S+-)?p|ps|p-value|p-values|p_\w+|q|alpha|α)(?: all)? ?(?:<|>|=|≤|≥|≪)(?: [<>=])?$/.test(
      before,
    ) || /\bp (?:value|values) (?:<|=|≤)$/.test(before)
  );
}

/** True for "p less than 0.05", "the p value was smaller than 0.05". */
const isPValueInWords = (context: Context, at: number): boolean =>
  /(?:^|\s)(?:p|p-values?|p values?)(?: (?:is|was|are|were))? (?:(?:less|lower|smaller) than|below|under)$/.test(
    phrase(context, at - 5, at),
  );

/** True for "(+/-0.05%)", "plus or minus 2%", "±3". */
const isTolerated = (context: Context, at: number): boolean =>
  context.tokens[at - 1]?.text === '±' ||
  (/^(?:[-/]|minus|plus-minus)$/.test(context.tokens[at - 1]?.lower ?? '') &&
    /(?:\+ \/ -|\+ \/|plus or minus|plus-minus)$/.test(phrase(context, at - 3, at)));

/** Rules for intervals, spreads, p-values and counts. */
export const SPREADS: readonly Refusal[] = [
  refusal('level of an interval', ['An AUC of 0.9 at 95% confidence is met.', '0.9'], isLevelOfInterval, {
    cues: TRAIT.spread,
  }),
  refusal('end of an interval', ['An AUC of 0.85 (95% CI: 0.80-0.90) is met.', '0.85'], isEndOfInterval, {
    cues: TRAIT.spread | TRAIT.bracket,
  }),
  refusal('standard deviation', ['A Dice of 0.85 (standard deviation of 0.3) is met.', '0.85'], isDeviation, {
    cues: TRAIT.spread,
  }),
  refusal(
    'so many standard deviations',
    ['Our model beats Aton by 3 standard deviations with a Dice of 0.85.', '0.85'],
    isInDeviations,
    { cues: TRAIT.spread },
  ),
  refusal('spread in a bracket', ['A Dice of 0.85 (0.04) is met.', '0.85'], isBracketedSpread, {
    forms: ['bare'],
    cues: TRAIT.bracket,
  }),
  refusal('tally behind a rate', ['We reach 96.1% accuracy (734/764).', '96.1%'], isTally, {
    forms: ['share'],
    cues: TRAIT.bracket,
  }),
  refusal('p-value', ['The Dice rises to 0.85 (P-values all < 0.05).', '0.85'], isPValue, {
    cues: TRAIT.sign,
  }),
  refusal('p-value in words', ['The Dice rises to 0.85 (p less than 0.05).', '0.85'], isPValueInWords, {
    cues: TRAIT.spread,
  }),
  refusal('tolerance', ['A Dice of 0.85, plus or minus 2%, is met.', '0.85'], isTolerated, {
    cues: TRAIT.operator,
  }),
];
