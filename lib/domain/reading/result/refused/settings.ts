/**
 * Numbers that were chosen or given: hyper-parameters, hardware, horizons, splits, statistics of the world.
 */
import { isNear, phrase, type Context } from '../../sentence/context';
import { behindGroup, numberGroup } from '../../sentence/groups';
import type { NumberMention } from '../../sentence/number-form';
import { ACHIEVE_VERBS, CHANGE_NOUNS, COMPARATIVES } from '../../sentence/words';
import { hasInterval } from '../interval-behind';
import { TRAIT } from '../../sentence/word-traits';
import { refusal, type Refusal } from './refusal';

const SETTING =
  /\b(?:learning rate|top-p|top-k|batch size|threshold|thresholds|threshold probabilit(?:y|ies)|temperature|dropout(?: rates?)?|momentum|weight decay|masking ratio|mask ratio|mask rate|noise levels?|quantile|percentile|confidence level|significance level|level of significance|resolution|voxel size|pixel size|slice thickness|spacing|split|ratio of|weighted combination of|sampling rate|sample rate|alpha|beta|lambda|epsilon|budget(?! constraint)|exact budget|tau|kernel size|patch size|window of|windows of|length of|duration of|range of|field strength|radius|dose of|age of|aged|mean age|median age|compression ratio of|sparsity of|at a sparsity|sparsity ratio|pruning ratio|dimension|dimensionality|probability of|sampling (?:rate|ratio|factor))(?: (?:of|is|was|=|:|to|set to|at|between|from|up|a|the|value|\())*$/;

/** "σ = 0.2": a letter that no measure is called by. */
const LETTER = /(?:^|\s)(?:sigma|gamma|omega|eta|[σγωη])(?:_\w+)? =$/;

/**
 * True for a setting named before the number, unless its words are a metric: "signal-to-noise ratio of 25".
 */
const isSet = (context: Context, at: number): boolean =>
  (SETTING.test(phrase(context, at - 6, at)) || LETTER.test(phrase(context, at - 2, at))) &&
  context.mentionOf.get(at - 2)?.known !== true &&
  // "achieving a transfer ratio of 82%": what is achieved was not set.
  !(context.mentionOf.has(at - 2) && isNear(context, at, 7, ACHIEVE_VERBS)) &&
  // "a reduction in output length of 37%".
  !context.tokens.slice(Math.max(0, at - 7), at).some((token) => CHANGE_NOUNS.has(token.lower));

/**
 * True for "thresholds from 0.1 to 0.7", "a weighted combination of 0.4/0.4/0.2": numbers that continue a
 * setting.
 */
function isFurtherSetting(context: Context, at: number): boolean {
  if (!/^(?:to|\/)$/.test(context.tokens[at - 1]?.lower ?? '')) return false;
  const first = context.tokens[at - 1]?.lower === 'to' ? at - 2 : (numberGroup(context, at)[0] ?? at);
  return first < at && context.tokens[first]?.kind === 'number' && isSet(context, first);
}

/** "as the budget grows from 16 to 256", "with sizes from 1 to 70": what was tried, up to the number. */
const TRIED_FROM =
  /\b(?:as (?:[^\s,;]+ ){1,5}(?:increas|grow|scal|ris|var|decreas|shrink)(?:e?s|ies|ed|ing)?|(?:with|of|across|at|for|over) (?:[^\s,;]+ ){0,3}(?:sizes|scales|lengths|resolutions|widths|depths)(?: ranging| spanning| varying)?) (?:from|between)(?: \S+ (?:down |up )?(?:to|and))?$/;

/** True for "the number of views was varied from 984 down to 8", "a scalar from 0 to 100". */
const isVaried = (context: Context, at: number, { figure }: NumberMention): boolean =>
  (/^(?:from|between|to|and)$/.test(context.tokens[at - 1]?.lower ?? '') &&
    /\b(?:is|are|was|were|been) varied (?:from|between)(?: \S+ (?:down )?(?:to|and))?$/.test(
      phrase(context, at - 6, at),
    )) ||
  (/^(?:from|between|to|and)$/.test(context.tokens[at - 1]?.lower ?? '') &&
    TRIED_FROM.test(phrase(context, at - 11, at))) ||
  (figure === 0 &&
    context.tokens[at - 1]?.lower === 'from' &&
    context.tokens[at + 1]?.lower === 'to' &&
    context.tokens[at + 2]?.text === '100') ||
  (figure === 100 && phrase(context, at - 3, at) === 'from 0 to');

const HORIZON = /^(?:years?|months?|weeks?|epochs?)$/;

/** True for "1-5 year survival", "a 10-day horizon"; false for "an error of 2.74 years". */
const isHorizon = (context: Context, at: number, number: NumberMention): boolean =>
  HORIZON.test(context.tokens[at + 1]?.lower ?? '') &&
  !(
    number.decimal &&
    context.mentions.some(
      ({ name, from }) => from < at && at - from < 16 && /error|^(?:MAE|RMSE)$/i.test(name),
    )
  );

/** True for "RTX 4090 24GB": memory of the hardware, not needed by a method. */
const isHardware = (context: Context, at: number, number: NumberMention): boolean =>
  /^[GMT]i?B$/.test(number.unit) &&
  /\b(?:rtx|gtx|a100|h100|v100|nvidia|geforce|jetson)\b/.test(phrase(context, at - 4, at));

const isField = (context: Context, at: number): boolean => context.tokens[at + 1]?.text === 'T';

const isScale = (context: Context, at: number): boolean =>
  /^(?:likert |rating )?scales?\b/.test(phrase(context, at + 1, at + 3));

/** True for "a 7-point checklist": how many marks there are; false for "a 7-point gain". */
const isPointsOfScale = (context: Context, at: number): boolean =>
  /^\d+-point$/.test(context.tokens[at]?.lower ?? '') &&
  !context.tokens
    .slice(at + 1, at + 6)
    .some(({ lower }) => CHANGE_NOUNS.has(lower) || COMPARATIVES.has(lower));

const SETTING_BEHIND =
  /^(?:of (?:the )?max(?:imum)?|criteri(?:on|a)|target|(?:iou |confidence |decision |probability |similarity |isotropic |slice |voxel |sparsity |training |noise |label |random |missing |masking )?(?:threshold|thresholds|resolution(?! rate)|isotropic|slices?|thickness|spacing|noise|dropout|percentile|quantile|confidence|significance|confident|split|splits|subset(?! accuracy)|interpolation|magnification|upsampling|downsampling|subsampled|super-resolution|undersampling|undersampled|zoom|overlap ratio|masking|videos?|clips?|windows?|segments?|epochs|hidden|layers?|prun(?:ed|ing)(?! (?:ratio|rate|level))|sparse))(?![\w-])/;

/**
 * True for "a 0.5 threshold", "1 mm resolution", "30 FPS video"; false for "an MAE of 0.1 slices", whose unit
 * is the same word.
 */
const isSettingBehind = (context: Context, at: number, number: NumberMention): boolean =>
  SETTING_BEHIND.test(phrase(context, at + 1, at + 4)) &&
  !(
    number.decimal &&
    context.tokens[at - 1]?.lower === 'of' &&
    context.mentionOf.get(at - 2)?.known === true &&
    /^(?:slices|segments|layers)$/.test(context.tokens[at + 1]?.lower ?? '')
  );

const isPartOfRanking = (context: Context, at: number): boolean =>
  /^(?:top|bottom|first|last|remaining|highest|lowest|other|uncertain|confident|hardest|easiest)$/.test(
    context.tokens[at - 1]?.lower ?? '',
  );

const isFrequency = (context: Context, at: number): boolean =>
  /sampl|record|control|captur|acqui|stimul|frequen|band/.test(phrase(context, at - 6, at + 4));

const USED_FOR =
  /^(?:of (?:the )?\w+ )?(?:was |were |is )?(?:used )?(?:for|as) (?:the )?(?:training|testing|validation|test)\b/;

const isPartForTraining = (context: Context, at: number): boolean =>
  USED_FOR.test(phrase(context, at + 1, at + 9));

const PART = '(?:training|train|validation|val|development|dev|testing|test)(?: sets?)? \\(';
const BEHIND_PART = new RegExp(String.raw`\b${PART}$`);
const PARTS = new RegExp(String.raw`\b${PART}`, 'g');

/** "70%/20%/10% train/validation/test", "(66% train; 33% test)", "training (65%), validation (10%)". */
function isSplit(context: Context, at: number): boolean {
  if (context.tokens[at - 1]?.text === '(' && BEHIND_PART.test(phrase(context, at - 3, at)))
    return (phrase(context, at - 10, at + 10).match(PARTS) ?? []).length > 1;
  return /^(?:train\w*|validation|test(?:ing)?)(?:\/| [/+,;)]|$)/.test(behindGroup(context, at, 2));
}

const DATA_BEHIND =
  /^(?!of\b)(?:(?!(?:less|fewer|more|smaller|larger|reduc\w+|increase|decrease|of|in|on|for|and|with)\b)[\w-]+ ){0,2}(?:data|labels|annotations|supervision)(?! (?:effic|augment|access|compress|reduc|movement|transfer|sav|qual|utili[sz]|loss|leak|coverage|set\b))(?![\w-])/;

/** True for "with 10% labelled data", "at 20% scribble annotations": how much a method was given. */
const isGiven = (context: Context, at: number, number: NumberMention): boolean =>
  !number.signed &&
  /\b(?:with|at|under|using|to|and|\(|[<>≤≥]|only|just)$/.test(phrase(context, at - 2, at)) &&
  DATA_BEHIND.test(behindGroup(context, at, 4));

/** True for "(20% hold-out)". */
const isHeldOut = (context: Context, at: number): boolean =>
  /^hold-?out\b/.test(phrase(context, at + 1, at + 2));

/** True for "(2%/2 mm)", "gamma (3%, 3 mm)": the criteria of the gamma index, of dose and of distance. */
const isGammaCriterion = (context: Context, at: number): boolean => {
  const next = context.tokens[at + 2];
  const isDistance = next?.kind === 'number' && /^mm$/i.test(next.number.unit);
  return isDistance && /^[/,]$/.test(context.tokens[at + 1]?.text ?? '');
};

/** True for "from 0% to 100%": the whole scale. */
function isWholeScale(context: Context, at: number, { figure }: NumberMention): boolean {
  if (figure !== 0 && figure !== 100) return false;
  const text = (index: number): string => context.tokens[index]?.text ?? '';
  return (
    (text(at) === '0%' && text(at + 1) === 'to' && text(at + 2) === '100%') ||
    (text(at) === '100%' && text(at - 1) === 'to' && text(at - 2) === '0%') ||
    /^0%?(?: to |-{1,2})100%$/.test(text(at))
  );
}

const WORLD =
  /\b(?:deaths?|mortality|population|people|individuals worldwide|worldwide|globally|annually|per year|prevalence|incidence|lifetime|new cases|diagnosed|americans|births|adults|women|men|survivors|cancers|citizens|gdp|market|deaths worldwide|of all (?:cancer|death|case)s?|survival rate|affects?|affecting|suffer)\b/;

/** True for "accounts for 30% of deaths": a fact about the world. */
const isWorldStatistic = (context: Context, at: number): boolean =>
  !context.mentions.some((mention) => mention.known && Math.abs(mention.from - at) < 14) &&
  !hasInterval(context, at) &&
  WORLD.test(phrase(context, at - 10, at + 12));

/** Rules for settings and statistics of the world. */
export const SETTINGS: readonly Refusal[] = [
  refusal('setting', ['With a dropout rate of 0.5 the Dice is 0.85.', '0.85'], isSet, {
    cues: TRAIT.setting,
  }),
  refusal(
    'further setting',
    ['With weights in a ratio of 0.4/0.6 the Dice is 0.85.', '0.85'],
    isFurtherSetting,
    { cues: TRAIT.setting },
  ),
  refusal('horizon', ['The AUC for 5 year survival is 0.81.', '0.81'], isHorizon, { forms: ['bare'] }),
  refusal('hardware', ['On an RTX 4090 24 GB card the Dice is 0.85.', '0.85'], isHardware, {
    forms: ['measure'],
  }),
  refusal('magnetic field', ['At 0.55 T the SSIM is 0.92.', '0.92'], isField, { forms: ['bare'] }),
  refusal('scale of a rating', ['Readers rate on a 7 scale, with a Dice of 0.85.', '0.85'], isScale, {
    cues: TRAIT.refuses,
  }),
  refusal(
    'points of a scale',
    ['By the 7-point checklist of moles the Dice is 0.85.', '0.85'],
    isPointsOfScale,
    { cues: TRAIT.refuses },
  ),
  refusal('setting behind', ['At a 0.5 threshold the Dice is 0.85.', '0.85'], isSettingBehind),
  refusal('part of a ranking', ['The top 5% have a Dice of 0.85.', '0.85'], isPartOfRanking, {
    forms: ['percent'],
  }),
  refusal('frequency of recording', ['Sampled at 20 Hz, we reach an accuracy of 0.9.', '0.9'], isFrequency, {
    forms: ['speed'],
  }),
  refusal(
    'part for training',
    ['We take 80% for training and reach a Dice of 0.85.', '0.85'],
    isPartForTraining,
    { forms: ['percent'] },
  ),
  refusal(
    'what was varied',
    ['The share of it was varied from 84% down to 8%, with a Dice of 0.85.', '0.85'],
    isVaried,
  ),
  refusal('split', ['With 70%/20%/10% train/validation/test parts the Dice is 0.85.', '0.85'], isSplit, {
    forms: ['percent'],
  }),
  refusal('data that was given', ['With 10% labelled data the Dice is 0.85.', '0.85'], isGiven, {
    forms: ['percent'],
  }),
  refusal(
    'part held out',
    ['We train and validate (20% hold-out), with a Dice of 0.85.', '0.85'],
    isHeldOut,
    { forms: ['percent'] },
  ),
  refusal(
    'criterion of the gamma index',
    ['The gamma passing rate (3%/3 mm) is 96.5%.', '96.5%'],
    isGammaCriterion,
    { forms: ['percent'] },
  ),
  refusal('whole scale', ['With noise from 0% to 100%, the Dice is 0.85.', '0.85'], isWholeScale),
  refusal('state of the world', ['It causes 30% of deaths worldwide.', ''], isWorldStatistic, {
    forms: ['percent', 'share', 'bare', 'count', 'fraction', 'times'],
  }),
];
