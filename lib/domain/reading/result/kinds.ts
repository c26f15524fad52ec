/** Decides whether a number is a value (level), a change, a ratio or a bound. */
import { isMetricFact } from '../../metrics';
import type { ResultKind } from '../../paper';
import { decide, when, type RuleTable } from '../rule';
import { isNear, phrase, type Context } from '../sentence/context';
import { beforeGroup, isPaired, type FromTo } from '../sentence/groups';
import type { MetricTie } from '../metric/metric-tie';
import type { NumberMention } from '../sentence/number-form';
import { ACHIEVE_VERBS, BASELINE_WORDS, BEAT_VERBS, BOUND_WORDS, CHANGE_NOUNS } from '../sentence/words';
import { CHANGE_SIGNS } from './change';
import { isSetAgainst } from './compared-values';
import { isCutTo } from './cost-shares';
import { isSetAgainstShare, isShareOf, isShareWho } from './shares';

/** The facts about a number from which its kind is decided. */
export interface KindFacts {
  readonly number: NumberMention;
  readonly pairs: readonly FromTo[];
  readonly metric: MetricTie | undefined;
}

const BOUND_PHRASE =
  /(?:\b(?:up ?to|as (?:high|low|cheap|much|many|severe|large|great|few) as|at (?:least|most|best)|(?:more|less|greater|fewer|better|higher|lower|larger|smaller|no (?:more|less)) than|close to|well over|maximum of|upwards of|not exceed(?:ing)?)(?: the| a| an)?|\b(?:a )?(?:maximum|minimum)(?: [a-z-]+)? of) ?$/;

const LIMIT_BEHIND = /^or (?:more|less|fewer|higher|lower|larger|greater|better|above|below)$/;

/** The token after the words that could bound the number at `at`. */
function endOfLimit(context: Context, at: number): number {
  let end = at;
  // "up to ~150x", "less than US$0.50".
  while (/^(?:~|≈|\$|us\$?)$/.test(context.tokens[end - 1]?.lower ?? '')) end -= 1;
  // "within only 0.3 points of Aton".
  if (/^within (?:only|just)$/.test(phrase(context, end - 2, end))) end -= 1;
  // "up to r = 0.96".
  if (context.tokens[end - 1]?.text === '=') end = context.mentionOf.get(end - 2)?.from ?? end;
  return end;
}

/**
 * True for "obtains the maximum accuracy of 0.96", which is a value, while "a maximum gain of" is a bound.
 */
function isBestOf(context: Context, at: number): boolean {
  const mention = context.tokens[at - 1]?.lower === 'of' ? context.mentionOf.get(at - 2) : undefined;
  return (
    mention?.known === true && /^(?:maximum|minimum)$/.test(context.tokens[mention.from - 1]?.lower ?? '')
  );
}

const isFactor = ({ tokens }: Context, at: number): boolean => {
  const token = tokens[at];
  return (
    token?.kind === 'number' && token.number.form === 'times' && CHANGE_NOUNS.has(tokens[at + 1]?.lower ?? '')
  );
};

/** True for "over 90%", "exceeds 90%", "below the 10%"; false for "improvement over 3 …", which compares. */
function isBehindLimit(context: Context, at: number): boolean {
  const end = endOfLimit(context, at);
  const article = context.tokens[end - 1]?.lower === 'the' ? 1 : 0;
  // "over a 2x speedup".
  if (/^(?:over|nearly|almost) an?$/.test(phrase(context, end - 2, end))) return isFactor(context, at);
  if (phrase(context, end - 3, end) === 'at least by') return true;
  const before = context.tokens[end - 1 - article];
  if (!before || !BOUND_WORDS.has(before.lower)) return false;
  // "8.1 -> 6.1" is an arrow.
  if (before.text === '>' && context.tokens[end - 2]?.text === '-') return false;
  // "above the 50% random baseline": better than a baseline, not a bound.
  if (
    article === 1 &&
    (!/^(?:below|above|under)$/.test(before.lower) || /\bbaseline\b/.test(phrase(context, at + 1, at + 4)))
  )
    return false;
  const noun = context.tokens[end - 2 - article]?.lower ?? '';
  return !(before.lower === 'over' && CHANGE_NOUNS.has(noun) && noun !== 'saving');
}

/** Forms of numbers that are ratios. */
export const RATIO_FORMS: ReadonlySet<string> = new Set(['times', 'magnitude', 'share', 'fraction']);

/** True for "faster by a factor of 8". */
export const isFactorOf = (context: Context, at: number): boolean =>
  /\b(?:a|by) factors? of(?: (?:about|over|up to|nearly|around))?$/.test(phrase(context, at - 6, at));

/** True for "improving on 0.24", "(up from 0.24)": an earlier value. */
export const isSurpassed = (context: Context, at: number): boolean =>
  /\b(?:improv(?:es|ed|ing) (?:up)?on|(?:up|down) from)(?: the| an?| just| only)?$/.test(
    beforeGroup(context, at, 3),
  );

/** True for "falls from 0.46 to 0.03 (93.1%)": a percentage after two values that are not percentages. */
function isBehindPair(context: Context, at: number, { number, pairs }: KindFacts): boolean {
  let open = at - 1;
  while (at - open < 5 && context.tokens[open]?.text !== '(') open -= 1;
  const end = context.tokens[open - 1];
  return (
    number.form === 'percent' &&
    context.tokens[open]?.text === '(' &&
    end?.kind === 'number' &&
    end.number.form !== 'percent' &&
    pairs.some((pair) => pair.to === open - 1)
  );
}

/** True for "ΔAUC = 0.03", "delta AUC of 0.03", "Δ forgetting -0.6". */
function isDelta(context: Context, _: number, { metric, number }: KindFacts): boolean {
  if (metric?.from === undefined || metric.tie !== 'near') return false;
  if (context.tokens[metric.to ?? 0]?.text !== '=' && !number.signed) return false;
  return (
    /^(?:delta|δ|∆)$/.test(phrase(context, metric.from - 1, metric.from)) ||
    (number.signed && /(?:^| )(?:delta|δ|∆)(?: \S+)?$/.test(phrase(context, metric.from - 2, metric.from))) ||
    /^(?:δ|∆)/.test(context.tokens[metric.from]?.lower ?? '')
  );
}

/**
 * True for "Qwen-4 (81.3%", "the random baseline (15%": a system with its score, not a thing with its
 * frequency.
 */
function isScored(context: Context, before: number): boolean {
  const token = context.tokens[before];
  return (
    /^\p{Lu}.*[-\d]|^\p{Lu}\p{L}*\p{Ll}\p{L}*\p{Lu}/u.test(token?.text ?? '') ||
    BASELINE_WORDS.has(token?.lower ?? '') ||
    /^(?:performance|score|scores|results?)$/.test(token?.lower ?? '')
  );
}

/**
 * True for "domain shift (63%)": a frequency, if no metric and no verb of achieving stands nearby; false for "(63% on
 * Aton)", a value with its place.
 */
const isOccurrence = (context: Context, at: number, { number, metric }: KindFacts): boolean =>
  number.form === 'percent' &&
  context.tokens[at - 1]?.text === '(' &&
  !/^(?:vs?|versus|on)$/.test(context.tokens[at + 1]?.lower ?? '') &&
  metric?.rated !== true &&
  metric?.known !== true &&
  !isScored(context, at - 2) &&
  !isNear(context, at, 20, ACHIEVE_VERBS) &&
  !isNear(context, at, 12, BEAT_VERBS);

/**
 * Rules for kinds, in order: a bound before a change, the convention of the labels (see Labels in
 * CONTRIBUTING), and a ratio before a level.
 */
export const KINDS: RuleTable<ResultKind, KindFacts> = {
  aspect: 'kind',
  rules: [
    {
      name: 'place',
      example: ['Our team took 2nd place in the challenge.', '2nd level'],
      match: when((_, __, { number }) => number.form === 'rank', 'level'),
    },
    {
      name: 'as little as a share',
      example: ['It learns from as little as 5% of the labels.', '5% ratio'],
      match: when(
        (context, at, { number }) =>
          phrase(context, at - 3, at) === 'as little as' && isShareOf(context, at, number),
        'ratio',
      ),
    },
    {
      name: 'plus behind',
      example: ['It reaches 90%+ accuracy.', '90%+ bound'],
      match: when((context, at) => context.tokens[at]?.text.endsWith('+') === true, 'bound'),
    },
    {
      name: 'limit behind',
      example: ['It reaches a Dice of 0.8 or higher.', '0.8 bound'],
      match: when((context, at) => LIMIT_BEHIND.test(phrase(context, at + 1, at + 3)), 'bound'),
    },
    {
      name: 'phrase of a limit',
      example: ['It reaches up to 90% accuracy.', '90% bound'],
      match: when(
        (context, at) =>
          BOUND_PHRASE.test(phrase(context, endOfLimit(context, at) - 5, endOfLimit(context, at))) &&
          !isBestOf(context, endOfLimit(context, at)),
        'bound',
      ),
    },
    {
      name: 'word of a limit',
      example: ['It reaches an accuracy above 90%.', '90% bound'],
      match: when((context, at) => isBehindLimit(context, at), 'bound'),
    },
    {
      name: 'form of a ratio',
      example: ['It is 8x faster.', '8x ratio'],
      match: when((_, __, { number }) => RATIO_FORMS.has(number.form), 'ratio'),
    },
    {
      name: 'factor of',
      example: ['It is faster by a factor of 8.', '8 ratio'],
      match: when((context, at) => isFactorOf(context, at), 'ratio'),
    },
    {
      name: 'share of a whole',
      example: ['It solves 85% of the riddles.', '85% ratio'],
      match: when((context, at, { number }) => isShareOf(context, at, number), 'ratio'),
    },
    {
      name: 'share against a share',
      example: ['It solves 46% of the riddles against 9% for Bera.', '46% ratio, 9% ratio'],
      match: when((context, at, { number }) => isSetAgainstShare(context, at, number), 'ratio'),
    },
    {
      name: 'share who do',
      example: ['In our survey 64% even agree.', '64% ratio'],
      match: when((context, at, { number, metric }) => isShareWho(context, at, number, metric), 'ratio'),
    },
    {
      name: 'share of a cost',
      example: ['It has the same Dice at only 2.8% memory footprint.', '2.8% ratio'],
      match: when(
        (context, at, { number, metric }) =>
          number.form === 'percent' &&
          metric?.from === at + 1 &&
          isMetricFact(metric.name, 'cost') &&
          /^(?:Memory|Parameters|FLOPs|Token usage|Computational cost|Model size)$/.test(metric.name ?? '') &&
          /\b(?:at|with|only|just|using|merely)$/.test(phrase(context, at - 1, at)),
        'ratio',
      ),
    },
    {
      name: 'cost cut to a share',
      example: ['It cuts the training time to just 8%.', '8% ratio'],
      match: when(
        (context, at, { number, metric, pairs }) =>
          number.form === 'percent' && !isPaired(pairs, at) && isCutTo(context, at, metric),
        'ratio',
      ),
    },
    {
      name: 'end of a pair',
      example: ['It lifts the Dice from 0.7 to 0.8.', '0.7 level, 0.8 level'],
      // The two numbers of "from A to B" are values; the verb describes their difference.
      match: when((_, at, { pairs }) => isPaired(pairs, at), 'level'),
    },
    {
      name: 'what is improved on',
      example: ['Our net has a Dice of 0.8, improving on 0.7.', '0.8 level, 0.7 level'],
      match: when((context, at) => isSurpassed(context, at), 'level'),
    },
    {
      name: 'value set against another',
      example: ['It has fewer retries (12 vs. 30).', '12 level, 30 level'],
      match: when(
        (context, at, { number }) => number.form !== 'points' && isSetAgainst(context, at),
        'level',
      ),
    },
    {
      name: 'per cent behind two ends',
      example: ['The loss falls from 0.46 to 0.03 (93.1%).', '0.46 level, 0.03 level, 93.1% change'],
      match: when(isBehindPair, 'change'),
    },
    ...CHANGE_SIGNS,
    {
      name: 'delta of a metric',
      example: ['We see a delta AUC = 0.03.', '0.03 change'],
      match: when(isDelta, 'change'),
    },
    {
      name: 'how often in a bracket',
      example: ['Our tool finds the faults: domain shift (63%) and fatigue (12%).', '63% ratio, 12% ratio'],
      match: when(isOccurrence, 'ratio'),
    },
    {
      name: 'value reached',
      example: ['It reaches a Dice of 0.8.', '0.8 level'],
      match: () => 'level',
    },
  ],
};

/** The kind of an accepted number. */
export const findKind = (context: Context, at: number, facts: KindFacts): ResultKind =>
  decide(KINDS, context, at, facts) ?? 'level';
