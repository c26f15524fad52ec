/** Numbers that are conditions of a measurement: an operating point, a noise level, a limit after "when". */
import { isTolerance } from '../../metric/metric-tie';
import { phrase, type Context } from '../../sentence/context';
import { beforeGroup, behindGroup, numberGroup } from '../../sentence/groups';
import { isModifier } from '../../sentence/mention';
import type { NumberMention } from '../../sentence/number-form';
import { TRAIT } from '../../sentence/word-traits';
import { COMPARATIVES } from '../../sentence/words';
import { refusal, type Refusal } from './refusal';

const last = (context: Context, at: number): string => context.tokens[at - 1]?.lower ?? '';

const CONDITION =
  /\b(?:(?:when|if|whenever|once) (?:\S+ ){1,5}|when the (?:[^\s,;]+ ){1,8})(?:is|are|was|were|exceeds?|reach(?:es)?)(?: (?:below|above|under|over|at|less|more|than|higher|lower|approximately|~))*$/;

const isCondition = (context: Context, at: number): boolean => {
  const first = numberGroup(context, at)[0] ?? at;
  return CONDITION.test(phrase(context, first - 13, first));
};

const CHOSEN =
  /\b(?:(?:exclud|remov|discard|filter|retain|select)\w* (?:[^\s,;]+ ){1,6}|(?:scenarios|cases|regions|regimes|settings|samples) (?:where|with|when) (?:[^\s,;]+ ){1,3})[<>≤≥](?: \S+ (?:or|and) [<>≤≥])?$/;

/** True for "excluding questions with DSE > 0.6", "scenarios where SNR > 20 dB": which cases were counted. */
const isChoice = (context: Context, at: number): boolean =>
  /^[<>≤≥]$/.test(last(context, at)) && CHOSEN.test(phrase(context, at - 13, at));

/** True for "for detecting FFR ≤ 0.80": a short form with a sign defines what is detected. */
const isCriterion = (context: Context, at: number): boolean =>
  /^[<>≤≥]$/.test(last(context, at)) &&
  !context.mentionOf.has(at - 2) &&
  /^\p{Lu}[\p{Lu}\d]+$/u.test(context.tokens[at - 2]?.text ?? '') &&
  /\b(?:for|with|if|when|where|of|detecting|predicting|having|having an?)$/.test(
    phrase(context, at - 4, at - 2),
  );

const TRIED =
  /\b(?:(?:under|across|at|for|over) (?:\S+ ){0,4}(?:conditions|settings|levels|budgets)|(?:undersampling|sampling|acceleration|masking|missing|dropout) (?:rates|factors|ratios|levels)) \($/;

/** True for "undersampling rates (4x and 8x)": settings that were tried. */
function isTried(context: Context, at: number): boolean {
  const group = numberGroup(context, at);
  const first = group[0] ?? at;
  return (
    group.length > 1 &&
    context.tokens[first - 1]?.text === '(' &&
    TRIED.test(phrase(context, first - 8, first))
  );
}

const SET =
  /\b(?:ratios?|rates?|levels?|values|thresholds?|factors?|budgets?|sizes?|strengths?|weights?) [\p{L}_]{1,3} (?:in|∈)$/u;

/** True for "across ratios r in {0.3, 0.5}": the values of a symbol that was set. */
const isOfSet = (context: Context, at: number): boolean => SET.test(beforeGroup(context, at, 4));

const SUPPLY =
  /^(?:labell?ed )?(?:data|labels?|annotations?|supervision|missing(?:ness)?) (?:settings?|regimes?|budgets?|scenarios?|protocols?)\b/;

const isSupply = (context: Context, at: number): boolean => SUPPLY.test(behindGroup(context, at, 3));

const MATCH = /\bat (?:an? )?(?:3d )?iou(?: thresholds?)?(?: of| =| >| ≥)?$/;

const isOverlap = (context: Context, at: number, number: NumberMention): boolean =>
  number.figure <= 1 && MATCH.test(phrase(context, at - 5, at));

/** True for "recall at 10", "91% at 4 false positives per scan": a cut-off, or the point on the curve. */
const isCutOff = (context: Context, at: number, { decimal }: NumberMention): boolean =>
  !decimal &&
  last(context, at) === 'at' &&
  (context.mentionOf.get(at - 2)?.known === true ||
    /^(?:false positives?|fps?)(?: per| \/|$)/.test(phrase(context, at + 1, at + 4)));

const NOISE =
  /\b(?:with|at|about|around|from|under|of) (?:an? )?(?:\S+ ){0,4}(?:snrs?|signal-to-noise ratios?)(?: \( snr \))? (?:of|about|around|at|=)(?: about| around)?$/;

const isNoise = (context: Context, at: number): boolean =>
  /^(?:of|about|around|at|=)$/.test(last(context, at)) && NOISE.test(phrase(context, at - 11, at));

const BEHIND =
  /^(?:snr|sparsity|[\w-]+ sparsity|(?:[\w-]+ )?(?:pruning|mask(?:ing)?|retention|dropout|missing|corruption|keep|sampling) (?:ratio|rate|level)s?)\b/;

const isSetBehind = (context: Context, at: number): boolean => {
  // "at 50% and 60% sparsity": what stands behind the last of a list is said of all.
  const group = numberGroup(context, at);
  const [first, end] = [group[0] ?? at, group.at(-1) ?? at];
  return (
    BEHIND.test(phrase(context, end + 1, end + 4)) &&
    /\b(?:at|under|with)(?: an?)?(?: about| approximately| around| extreme| aggressive)?$/.test(
      phrase(context, first - 3, first),
    )
  );
};

const ASKED =
  /\b(?:(?:assessed|evaluated|measured|calculated|computed|set|operating|fixed) at|requiring|constraint of|target of|aim\w* to (?:achieve|reach))$/;

const isAsked = (context: Context, at: number): boolean => ASKED.test(beforeGroup(context, at, 3));

const LEFT_OUT =
  /\b(?:at|under) (?:an? |the )?(?:\S+ )?(?:compression|sparsity|pruning|mask(?:ing)?|missing|retention|sampling|noise|dropout|corruption)(?: \S+)? (?:ratios?|rates?|levels?) of$/;

const isLeftOut = (context: Context, at: number): boolean => LEFT_OUT.test(beforeGroup(context, at, 8));

/**
 * True for "At 50% retention, 7% of cases …": a sentence opens with the condition, and the finding follows.
 */
function isOperatingPoint(context: Context, at: number): boolean {
  if (at > 3 || context.tokens[0]?.lower !== 'at') return false;
  const comma = context.tokens.findIndex((token) => token.text === ',');
  return comma > at && context.tokens.some((token, index) => index > comma && token.kind === 'number');
}

const DISTURBANCE =
  /^(?:(?!of\b)[^\s,;.]+ ){0,2}(?:poisoning|attacks?|substitutions?|occlusions?|corruptions?|packet loss|outliers|perturbations?|contamination|dropouts?|noise|missing)\b/;

/** True for "under 5% poisoning": how strong a disturbance was. */
const isDisturbance = (context: Context, at: number): boolean =>
  /\b(?:under|despite|against|up to|with|at)(?: an?| only)?$/.test(phrase(context, at - 2, at)) &&
  DISTURBANCE.test(phrase(context, at + 1, at + 5)) &&
  !context.tokens.slice(at + 1, at + 5).some(({ lower }) => /^(?:reduc|decreas|drop)/.test(lower));

const CHOSEN_BEHIND = /^\S+(?: \S+){0,3} (?:operating point|thresholds?|settings?)\b/;

/** True for "At 97% sensitivity, the recall is", "the 1% FPR operating point": the point that was chosen. */
const isChosenPoint = (context: Context, at: number): boolean => {
  const point = context.mentionOf.get(at + 1);
  if (!OPERATING.test(point?.name ?? '')) return false;
  const opens = /^(?:conclusions? : )?at(?: an?| the)?$/.test(phrase(context, 0, at));
  return (
    (opens && context.tokens[point?.to ?? 0]?.text === ',') ||
    CHOSEN_BEHIND.test(phrase(context, at + 1, at + 6))
  );
};

const OPERATING = /^(?:Specificity|Sensitivity|Precision|Recall|False positive rate|True positive rate)$/;

/** True for "at FPR = 0.01", and for "at = 0.2", which is left of a setting whose letter was printed as a formula. */
const isSetBySign = (context: Context, at: number): boolean =>
  /\b(?:at|for|with|under|when) =$/.test(phrase(context, at - 2, at)) ||
  (last(context, at) === '=' &&
    OPERATING.test(context.mentionOf.get(at - 2)?.name ?? '') &&
    /(?:\bat|@)(?: [^\s,;]+){1,4}$/.test(phrase(context, at - 6, at)));

/**
 * True for "a recall of 16% at 90% precision", "75% success rate at 30% density": the point at which the metric in
 * front was read.
 */
const isReadAt = (context: Context, at: number): boolean => {
  const point = context.mentionOf.get(at + 1);
  // "a sensitivity of 29% (at 0% FPR)".
  const front = context.tokens[at - 2]?.text === '(' ? at - 3 : at - 2;
  const before = context.mentionOf.get(front);
  return (
    last(context, at) === 'at' &&
    (OPERATING.test(point?.name ?? '')
      ? before?.known === true || context.tokens[front]?.kind === 'number'
      : before?.known === true &&
        point?.known !== true &&
        context.tokens[before.from - 1]?.kind === 'number' &&
        isModifier(context.tokens[at + 1]) &&
        !COMPARATIVES.has(context.tokens[at + 1]?.lower ?? ''))
  );
};

/** True for "a small subset (1%) of the features": how much was taken. */
const isTaken = (context: Context, at: number): boolean =>
  context.tokens[at + 1]?.text === ')' &&
  /\b(?:small|tiny|mere|random) (?:[^\s,;()]+ )?(?:subset|fraction|portion|sample)s? \((?: (?:~|≈|only|just|about|up to|<))?$/.test(
    phrase(context, at - 4, at),
  );

const LIMIT_BEHIND =
  /^(?:(?!(?:at|of|for|in|with|on|and|to|than|by|from|when|under|over|above|below|across|using|the|an?|as)\b)[^\s,;.()]+ ){0,3}(?:thresholds?|tolerances?|(?:just )?noticeable differences?|requirements?|specifications?)\b/;

const isArticle = (lower: string): boolean => lower === 'the' || lower === 'a' || lower === 'an';

/** True for "well below the 1.5 N rupture threshold". */
const isLimitKept = (context: Context, at: number): boolean =>
  (isArticle(last(context, at)) || isArticle(last(context, at - 1))) &&
  /\b(?:below|above|under|within|exceed\w*|of|at|than) (?:the|an?)(?: [^\s,;]+)?$/.test(
    phrase(context, at - 3, at),
  ) &&
  LIMIT_BEHIND.test(phrase(context, at + 1, at + 6));

const LARGER_RIVALS =
  /\b(?:outperform|surpass|exceed|beat|rival|match)\w* (?:[^\s;]+ ){0,8}(?:models?|networks?|llms?|vlms?|mllms?|methods|baselines?|systems|competitors|counterparts) (?:with|of|having) (?:fewer|less|more|over|up|at) (?:than|to|least)$/;

/** True for "outperforms all models with fewer than 32B parameters": which rivals were beaten. */
const isOfRivals = (context: Context, at: number): boolean =>
  LARGER_RIVALS.test(phrase(context, at - 15, at));

/** Rules for conditions of results. */
export const CONDITIONS: readonly Refusal[] = [
  refusal('condition', ['When the noise is below 20%, the Dice is 0.85.', '0.85'], isCondition, {
    cues: TRAIT.condition,
  }),
  refusal('criterion', ['The AUC for detecting FFR ≤ 0.80 was 0.93.', '0.93'], isCriterion, {
    cues: TRAIT.sign,
  }),
  refusal('cases chosen', ['After excluding cases with a DSE > 0.6 the Dice is 0.85.', '0.85'], isChoice, {
    cues: TRAIT.sign,
  }),
  refusal('settings tried', ['At undersampling rates (4x and 8x) the SSIM is 0.92.', '0.92'], isTried, {
    cues: TRAIT.bracket,
  }),
  refusal('set of values', ['Across ratios r in {0.3, 0.5} the Dice is 0.85.', '0.85'], isOfSet, {
    cues: TRAIT.setting,
  }),
  refusal('supply of labels', ['In the 1% and 10% label settings the Dice is 0.85.', '0.85'], isSupply, {
    forms: ['percent'],
  }),
  refusal('distance that still counts', ['The NSD at 1 mm is 0.91.', '0.91'], isTolerance, {
    forms: ['measure'],
  }),
  refusal('overlap that makes a match', ['Our detector finds 91% at IoU 0.3.', '91%'], isOverlap, {
    forms: ['bare'],
    cues: TRAIT.refuses,
  }),
  refusal('cut-off', ['Our detector finds 91% at 4 false positives per scan.', '91%'], isCutOff, {
    forms: ['bare'],
  }),
  refusal('noise of the data', ['On data with an SNR of 20 dB the Dice is 0.85.', '0.85'], isNoise, {
    cues: TRAIT.refuses,
  }),
  refusal('setting behind the number', ['The Dice is 0.85 under 25% pruning ratio.', '0.85'], isSetBehind, {
    cues: TRAIT.refuses,
  }),
  refusal('level asked for', ['Specificity, assessed at 95% sensitivity, was 0.81.', '0.81'], isAsked, {
    forms: ['percent'],
  }),
  refusal('share left out', ['The Dice is 0.85 at a token retention rate of 80%.', '0.85'], isLeftOut, {
    forms: ['percent'],
  }),
  refusal('point set by a sign', ['It has a recall of 0.64 at FPR = 0.01.', '0.64'], isSetBySign, {
    cues: TRAIT.sign,
  }),
  refusal('point at which it was read', ['It has 64.6% sensitivity at 80% specificity.', '64.6%'], isReadAt, {
    forms: ['percent'],
  }),
  refusal('strength of a disturbance', ['Under 5% poisoning the Dice is 0.85.', '0.85'], isDisturbance, {
    forms: ['percent'],
  }),
  refusal('part that was taken', ['A small subset (1%) of it gives a Dice of 0.85.', '0.85'], isTaken, {
    forms: ['percent'],
    cues: TRAIT.bracket,
  }),
  refusal(
    'limit kept',
    ['The mean error is 0.3 mm, below the 1.5 mm safety threshold.', '0.3 mm'],
    isLimitKept,
  ),
  refusal(
    'which rivals were beaten',
    ['Aton outperforms open models with fewer than 32B parameters by 3% in accuracy.', '3%'],
    isOfRivals,
    { forms: ['count'] },
  ),
  refusal('chosen point', ['At 97% sensitivity, the Dice is 0.85.', '0.85'], isChosenPoint, {
    forms: ['percent'],
  }),
  refusal('operating point', ['At 50% retention, the recall is 91%.', '91%'], isOperatingPoint, {
    forms: ['percent'],
  }),
];
