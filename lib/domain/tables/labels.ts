/** Decides what a header is: a metric, a setting, a count or a name. */
import { directionOfHead, findMetric, isMetric, isMetricFact, type Metric } from '../metrics';
import type { Direction } from '../paper';
import {
  baseMetric,
  directionOfShort,
  hasCostUnit,
  isOfStatistic,
  isShareOf,
  measuredPer,
  spacedOut,
} from './metric-forms';
import { remember } from '../remember';

const ARROWS = /[↑↓⇑⇓▲▼⬆⬇⭡⭣]/gu;
const SAID =
  /\(?\b(?:the )?(higher|larger|bigger|more|lower|smaller|less)(?:,? (?:is|the|values? (?:is|are))){0,2} (?:better|safer)\)?/i;
/** Footnote marks at the end of a name; an asterisk may be part of it ("A*"). */
const MARKS = /(?:\s*(?:[†‡§¶⋆∗◇♦♣♠]|(?<=[\p{L}\d)])\*{1,3}$|\((?:[†‡*]|[a-z])\)))+$/u;

/** A header as a name: without arrows, footnote marks and words for the better direction. */
export const cleanLabel = remember((text: string): string => {
  const bared = text
    .replace(SAID, '')
    .replace(ARROWS, '')
    .replace(/\(\s*\)|\[\s*\]/g, '');
  const name = bared.replace(/\s+/g, ' ').trim();
  // "(a)" alone names a row of an ablation.
  return name.replace(MARKS, '').trim() || name;
});

/**
 * The better direction that a header or caption gives for one metric, by an arrow or in words; undefined if
 * it gives none.
 */
export function statedDirection(text: string): Direction | undefined {
  const arrows = new Set(text.match(ARROWS)?.map((arrow) => ('↑⇑▲⬆⭡'.includes(arrow) ? 'higher' : 'lower')));
  if (arrows.size === 1) return arrows.has('higher') ? 'higher' : 'lower';
  const said = SAID.exec(text)?.[1]?.toLowerCase();
  if (said === undefined) return undefined;
  return /^(?:higher|larger|bigger|more)$/.test(said) ? 'higher' : 'lower';
}

/** The unit that a header gives in brackets: "(%)", "[ms]", "(M)". */
export function unitIn(label: string): string | undefined {
  const [, unit] =
    /[([]\s*(%|‰|[kKMGT]|[µumn]?s|sec(?:onds?)?|min(?:utes)?|h(?:ours)?|mm|cm|m|dB|[KMGT]i?B|[GT]?FLOPs?|G?MACs?|°C?|Hz|FPS|pp)\s*[)\]]/i.exec(
      label,
    ) ?? [];
  return unit ?? (/\b[^\s()]+ %$/.test(label) ? '%' : undefined);
}

/** Words for how a system was made or run; numbers under them are not results. */
const SETTING =
  /^(?:#|no\.? of|number of|max(?:imum)?|min(?:imum)?|(?:train(?:ing)?|pre-?train(?:ing|ed)?|input|image|test|patch|crop|window|batch|model|data(?:set)?|kernel|hidden|latent|channel|embed(?:ding)?|context|sequence|seq\.?|backbone|output|page|video|frame|base|initial|init\.?|peak|total|final)\s)*\s*(?:epochs?|ep\.?|years?|batch|batch sizes?|sizes?|resolutions?|res\.?|lengths?|layers?|heads?|depth|width|dims?\.?|dimensions?|steps?|iterations?|iters?\.?|seeds?|folds?|shots?|lr|learning rates?|weight decay|dropout|warm-?up|momentum|temperature|optimi[sz]ers?|schedules?|venues?|pub(?:lication)?s?\.?|refs?\.?|references?|backbones?|encoders?|decoders?|type|category|pre-?train(?:ing|ed)?|data|supervision|modality|domain|window|stride|kernel|k|n|d|queries|gpus?|hardware|device|bits?|step|fps \(input\)|frame rate|open|source|release|date|no\.?|idx\.?|index)(?:\s?\([^)]*\))?$/i;

/** Conditions under which something was measured: shots, splits, steps, how much of the data is labelled. */
const CONDITION =
  /^(?:\d+(?:\.\d+)? ?(?:min(?:utes?)?|h|hrs?|hours?|%|k|examples|samples|labels) (?:labell?ed|labels|of (?:labels|data))|\d+[- ]?shots?|(?:zero|one|few|full|many)[- ]shot|(?:train|val|dev|test|minival|valid)(?:idation|ing)?(?: set)?|\d+[kKM]? (?:steps?|epochs?|iters?)|\d+ ?× ?\d+|\d+(?:\.\d+)?%)$/i;

/** A setting with its value ("Block size: 5", "λ = 0.1"), and ways of tuning a model ("LoRA FT"). */
const VALUED =
  /^(?:\p{L}[\p{L}\p{N} _-]{0,30}\s?[:=]\s?[\d.,]+(?:e-?\d+|[×·]10[⁻⁰¹²³⁴-⁹]+)?\s?[%kKMB]?|(?:temp(?:erature)?|seed|epoch|step|round|iter(?:ation)?)\.? [\d.,]+)$/iu;
const TUNED = /^(?:[\p{L}\p{N}-]+ ){0,2}(?:ft|fine-?tun(?:ing|ed)|linear prob(?:e|ing))$/iu;
/** A heading that says how the systems below it were trained: "Fine-tuned on all training sets". */
const TRAINED = /^(?:fine-?tun|(?:pre-?)?train)(?:e|ed|ing)?\s(?:\S+\s){0,6}(?:on|with|from)\s/i;
/** The range of a scale: "0.0-1.0", "1 to 5". */
const SCALE = /^[\d.]+\s?(?:[-–−→]|to)\s?[\d.]+%?$/;

/** Words for counts and other statistics. */
const STATISTIC =
  /^(?:#|no\.? of|num(?:ber)?\.? of|avg\.? (?:#|len|num)|%)|^(?:total |all |overall |avg\.? |average |max |min )*(?:train(?:ing)?|val(?:idation|\.)?|dev|test(?:ing)?|samples?|instances?|examples?|images?|scans?|volumes?|slices?|patients?|subjects?|cases?|videos?|clips?|frames?|hours?|duration|documents?|docs|tokens?|toks|words?|sentences?|characters?|chars|queries|questions?|passages?|pairs?|classes|categories|labels?|nodes?|edges?|graphs?|feat(?:ure)?s?|users?|items?|tasks?|sessions?|turns?|dialog(?:ue)?s?|entities|relations?|species|languages?|licen[cs]e|size|sizes|split|support|count|counts|number|freq(?:\.|uency|uencies)?|stats|statistics|total|sum|range|shape|value|values|symbol|meaning|notation|description|definition|hyper-?parameters?|parameter|setting|optimi[sz]er|learning rate|batch size|weight decay|epochs|dropout)s?(?: (?:size|set|count|length|split))?(?: \d\S*)?(?:\s?[([].*)?$/i;

/** Heads of columns that name systems. */
const SYSTEM_HEAD =
  /^(?:(?:base|sota|our|compared|vision|language|foundation|segmentation|detection) )?(?:models?|methods?|systems?|approach(?:es)?|algorithms?|networks?|architectures?|baselines?|variants?|ablations?|techniques?|strateg(?:y|ies)|parsers?|detectors?|classifiers?|frameworks?|agents?|llms?|vlms?|mllms?|configurations?|config\.?|modules?|components?|loss(?:es)?|encoders?|decoders?|backbones?|pipelines?|policy|policies|solvers?|estimators?|authors?|works?|teams?|participants?|optimi[sz]ers?)(?: names?)?$/i;

/** Heads of columns that name what is measured, or on what. */
const DATA_HEAD =
  /(?:^|\s)(?:data|data ?sets?|tasks?|benchmarks?|classes|class|categor(?:y|ies)|metrics?|measures?|domains?|scenarios?|subjects?|languages?(?: pairs?)?|pairs?|test sets?|organs?|structures?|regions?|types?|topics?|sequences?|scenes?|sites?|cohorts?|labels?|diseases?|instances?|problems?|environments?|games?|workloads?|circuits?|stations?|findings?|patholog(?:y|ies)|splits?|levels?|criteri(?:on|a)|dimensions?|aspects?|scores?|targets?|files?|inputs?)$/i;

/** Nouns for qualities that people judge ("Visual Quality", "Text Alignment"). */
const QUALITY =
  /(?:quality|naturalness|alignment|consistency|coherence|fluency|relevance|faithfulness|similarity|fidelity|smoothness|realism|diversity|readability|correctness|completeness|helpfulness|preference|adherence|aesthetics?|informativeness|robustness|preservation|effectiveness|validity|acceptance|satisfaction|fairness|empathy|engag(?:ement|ingness)|plausibility|usefulness|clarity|conciseness|creativity|meaningfulness|overall|sync(?:hronization)?)$/i;

/** True for a label that is only a number: a year, a length, a step. */
export const isNumberLabel = (label: string): boolean =>
  /^[\d.,]+\s?(?:[%kKMBGx×]|px)?\+?$/.test(label.trim());

/** Whether a label names how a system was made or run; "k =" is such a one before its values. */
export const isSettingLabel = remember((label: string): boolean =>
  SETTING.test(cleanLabel(label).replace(/\s?=$/, '')),
);
/** Whether a label counts or describes data ("# images", "Avg. length"): numbers under it are no results. */
export const isStatisticLabel = (label: string): boolean =>
  // "Tokens/issue" is what each takes, "Train (s)" the time.
  STATISTIC.test(cleanLabel(label).replace(/\.$/, '')) &&
  !/\p{L}(?:\s?\/\s?|\sper\s)\p{L}|^(?:train|test)\p{L}* \(m?s\)$/iu.test(label);
/** Whether a label names the condition or the unit of a measurement instead of its data. */
export function isConditionLabel(label: string): boolean {
  const name = cleanLabel(label);
  // Brackets round a whole label add something to the header above it: "(dev)", "(ms)".
  const [, inside] = /^\(([^()]+)\)$/.exec(name) ?? [];
  // Square brackets hold units alone: "[k€]", "[MWh]".
  const isUnit =
    /^[×x]\s?10|^\[[^[\]\d]{1,8}\]$/.test(name) ||
    (inside !== undefined &&
      (unitIn(name) !== undefined || hasCostUnit(name) || SCALE.test(inside) || /\s\d+$/.test(inside)));
  return [
    isUnit,
    CONDITION.test(inside ?? name),
    VALUED.test(name),
    TUNED.test(name),
    TRAINED.test(name),
  ].includes(true);
}
/** Whether a label is only a unit, as in a row of units below the names of metrics: "s", "ms", "GB". */
export const isUnitLabel = (label: string): boolean =>
  /^\(?(?:%|[mµn]?s|sec|min|hrs?|h|[kmc]?m|dB|[kMG]?Hz|[KMGT]i?B)\)?$|^\([kMG×]\)$/.test(label.trim());
/** Whether a label is only a number of things: "392k", as rows of headers have below names of data. */
export const isCountLabel = (label: string): boolean => /^[\d.,]+\s?[kKM]$/.test(cleanLabel(label));
/** Whether a label is a symbol of a formula: "h", "d model", "ϵls". Among metrics it is a setting. */
export const isSymbolLabel = (label: string): boolean =>
  /^(?:\p{L}(?:\s\p{L}\p{Ll}{0,5})?|\p{Ll}\p{Lu}|[bd-hj-np-tv-z]{2,3}|\p{Script=Greek}\p{L}{0,3})$/u.test(
    cleanLabel(label),
  );
/** Whether a label names differences between other lines, which are no levels: "Δ", "Improv. (%)". */
export const isDifferenceLabel = (label: string): boolean =>
  // "ΔRMSE", but not "ΔE", which is a metric of colours.
  isMetric(/^[Δ∆]\s?(\p{Lu}[\p{L}\d@.-]{1,12})$/u.exec(cleanLabel(label))?.[1] ?? '') ||
  /^[Δ∆]\s/.test(label.trim()) ||
  /^(?:[Δ∆]|vs\.?\s.*|(?:(?:abs(?:olute)?|rel(?:ative)?|avg|average)\.?\s)?(?:diff(?:erence)?s?|gains?|improv(?:ements?)?|delta|changes?))\.?(?:\s?\([^()]*\))?$/i.test(
    cleanLabel(label),
  );

/** Whether a label names the spread of the numbers beside it or a test of them, which is no level: "±", "p-value". */
export const isSpreadLabel = (label: string): boolean =>
  // A capital P is precision.
  label.trim() === 'p' ||
  /^\(?(?:±|\+\/-|std\.?(?: ?dev\.?)?|s\.?[de]\.?|sem|standard (?:deviation|error)|(?:exact |adj(?:usted|\.)? )?p[- ]?values?|exact p|p[ _]holm|t[- ]stat(?:istic|\.)?|cliff.?s[- ](?:delta|δ)|cohen.?s[- ]d|(?:\d+% )?CI)\)?$/i.test(
    label.trim(),
  );

/** The outcomes of a comparison of two: by label, the better direction of its share. */
const OUTCOMES: ReadonlyMap<string, Direction | undefined> = new Map([
  ['win', 'higher'],
  ['tie', undefined],
  ['draw', undefined],
  ['lose', 'lower'],
  ['lost', 'lower'],
]);
const outcomeOf = (name: string): string => name.toLowerCase().replace(/(?<=win|tie|draw|lose)s$/, '');
/** Whether a label is one of the outcomes of a comparison of two: "Win", "Ties". */
const isOutcomeLabel = (label: string): boolean =>
  // TIES merges models.
  label !== 'TIES' && OUTCOMES.has(outcomeOf(bare(label)));

/** Generic headers for whatever is below them, which name no data themselves. */
export const isKindLabel = (label: string): boolean =>
  /^(?:metrics?|measures?|measurements?|data ?sets?|benchmarks?|tasks?|results?|scores?|performance|test sets?|evaluation)$/i.test(
    cleanLabel(label),
  );

/** Whether the head of a column says that systems are named below it: "Method", "Model". */
export const isSystemHead = (label: string): boolean => SYSTEM_HEAD.test(cleanLabel(label));
/** Whether the head of a column says that data, tasks or metrics are named below it: "Dataset", "Test set". */
export const isDataHead = (label: string): boolean => DATA_HEAD.test(cleanLabel(label));
/** Whether the head of a column says that what is measured is named below it: "Evaluation metric". */
export const isMeasureHead = (label: string): boolean =>
  /(?:^|\s)(?:metrics?|measures?|criteri(?:on|a)|indicators?|statistics?|quantit(?:y|ies)|outcomes?)$/i.test(
    cleanLabel(label),
  );
/** Whether a label names a quality that people judge, and so a measure: "Visual Quality". */
export const isQualityLabel = (label: string): boolean => QUALITY.test(cleanLabel(label));

/**
 * Longer than any name of a metric, in UTF-16 code units. Without a limit, unclosed brackets would each be searched
 * to the end.
 */
const MOST_NAME = 300;

/** A label without units and brackets, as metrics are looked up. */
export const bare = (label: string): string =>
  spacedOut(cleanLabel(label))
    .slice(0, MOST_NAME)
    // "#Params": the number of what the word names.
    .replace(/^#\s?/, '')
    .replace(/\s?[([][^)\]]*[)\]]/g, '')
    .trim()
    // "acc.": the full stop of an abbreviation.
    .replace(/\.$/, '');

/**
 * The metric that a header names; a single letter counts only if it is the whole name ("R", but not
 * "R-order").
 */
const metricOf = (name: string): Metric | undefined =>
  findMetric(
    /^\S$/.test(name) || isMetric(name) ? name : name.replace(/(?<![\p{L}\p{N}])\p{L}(?=[\s-]|$)/gu, ' '),
  );

/**
 * Short forms of metrics that in tables more often name a benchmark: RTE is textual entailment, not the error of a
 * trajectory.
 */
const ALSO_DATA: ReadonlySet<string> = new Set(['RTE']);

/** Whether words are one form of a metric, from the first to the last. */
const namesMetric = (words: string, name: string): boolean =>
  isMetric(words) && findMetric(words)?.name === name;

/** Whether a short label ends with an everyday word for a metric: "Training Time", but not "Token Gradient". */
function isHeadOf({ name }: Metric, label: string): boolean {
  const words = label.split(' ');
  return words.length < 3 && words.some((_, at) => namesMetric(words.slice(at).join(' '), name));
}

/** Ends of names of what a machine or an experiment is given, whatever its unit: "Buffer size (MB)". */
const IS_GIVEN =
  /\b(?:sizes?|lengths?|windows?|bandwidth|intervals?|periods?|budget|limit|RTT)$|^periods? of\b/i;

/** A known metric after the name of its kind: "CodeBLEU", "SMOS". */
const KIND_OF = /^(?:\p{Lu}\p{Ll}+(BLEU|ROUGE|IoU|FID|MOS|WER|PSNR)|[CNQS](MOS))$/u;

/**
 * Whether a header names a metric: by an arrow, a unit or the lexicon, where everyday words count only alone
 * ("Error Detection" is a task).
 */
export const isMetricLabel = remember((label: string): boolean => {
  if (statedDirection(label) !== undefined || isOutcomeLabel(label)) return true;
  const name = bare(label);
  if (name === '' || isNumberLabel(name) || ALSO_DATA.has(name) || isSpreadLabel(name)) return false;
  // "δ < 1.25": the share below a limit.
  if (/^[δσ] ?[<≤] ?\d[\d.]*[⁰¹²³⁴-⁹]?$/u.test(name)) return true;
  if (KIND_OF.test(name) || baseMetric(name) !== undefined || directionOfShort(name) !== undefined)
    return true;
  // A coefficient with a word for what it is taken of ("MuQ ρ"), and Chinese for a rate, but not that of learning.
  if (isOfStatistic(name) || /^[\p{L}\d-]+ [ρτκ]$|(?<!学习)率$/u.test(name)) return true;
  const found = metricOf(name);
  // "Noisy labels", "Real data": what something learned from.
  if (isMetricFact(found?.name, 'resource') && /\b(?:labels?|data)$/i.test(name)) return false;
  if (found && (!isMetricFact(found.name, 'everyday') || isHeadOf(found, name))) return true;
  const measured = measuredPer(name);
  if (
    isMetric(measured) ||
    /^(?:tok(?:ens?|\.)|USD)$/i.test(measured) ||
    (directionOfHead(measured) ?? directionOfShort(measured)) !== undefined
  )
    return true;
  if (hasCostUnit(label) && !isSettingLabel(label) && !isStatisticLabel(label) && !IS_GIVEN.test(name))
    return true;
  return directionOfHead(name) !== undefined || isShareOf(name) || /\(%\)|, ?%$/.test(label);
});

/** Whether a metric describes the system itself, such as its size or training cost, wherever it is used. */
export const isOfSystem = (metric: string): boolean => {
  const name = metricOf(bare(metric))?.name;
  return (
    isMetricFact(name, 'resource') ||
    name === 'Training time' ||
    /\b(?:train(?:ing)? (?:cost|time)|gpu[ -]?(?:hours?|days?))/i.test(metric)
  );
};

/** Whether a label only names a cost or a resource. */
export const isCostLabel = (label: string): boolean => {
  const name = metricOf(bare(label))?.name;
  return isMetricFact(name, 'cost') || /\b(?:tokens?|compute|usd|dollars?|price|gpu hours?)\b/i.test(label);
};

/** The better direction of a metric by its name; undefined if unknown. */
export function knownDirection(metric: string): Direction | undefined {
  const [name, whole] = [bare(metric), cleanLabel(metric)];
  if (isOutcomeLabel(name)) return OUTCOMES.get(outcomeOf(name));
  if (/^[δσ] ?[<≤] ?\d/u.test(name)) return 'higher';
  const [kind] = KIND_OF.exec(name)?.slice(1).filter(Boolean) ?? [];
  const base = kind ?? baseMetric(name);
  if (base !== undefined) return findMetric(base)?.better;
  const short = directionOfShort(name);
  if (short) return short;
  return (
    metricOf(name)?.better ??
    metricOf(whole)?.better ??
    directionOfHead(name) ??
    directionOfHead(whole) ??
    directionOfHead(measuredPer(name)) ??
    directionOfShort(measuredPer(name)) ??
    findMetric(measuredPer(name))?.better
  );
}

/** Whether a label names a family of metrics, which the labels below it tell apart: "Error ↓", "Accuracy". */
export const isFamilyLabel = (label: string): boolean =>
  /^(?:errors?|accurac(?:y|ies)|quality|efficiency|metrics?|measures?|scores?|fidelity|distances?)(?: metrics?)?(?:\s?\([^()]*\))?$/i.test(
    cleanLabel(label),
  );

/** True for labels of rows and columns that summarise others. */
export const isAverageLabel = (label: string): boolean =>
  /\b(?:avg\.?|average|mean|overall|macro|total)\b/i.test(label);
