/** The text around a table: metrics and data that its caption and the paragraphs about it name. */
import { isMetricFact, metricAt, metricWords, type Metric } from '../metrics';
import { cleanLabel } from './labels';

/** A metric as a text prints it. */
export interface NamedMetric extends Metric {
  readonly printed: string;
}

const WORD = /[^\s()[\],;:"“”]+/g;
/** Words before a metric that say which variant of it is meant. */
const SORTS =
  /^(?:weighted|macro|micro|average|mean|entity-level|token-level|balanced|top-\d+|exact|normalized)$/i;
/** The one that can also follow: "F1 score weighted by support". */
const SORT_BEHIND = /^weighted$/i;

/** Measures of spread and tests, which are named beside a metric but are not the metric. */
const BESIDE: ReadonlySet<string> = new Set([
  'Standard deviation',
  'p-value',
  'Coefficient of variation',
  'Effect size',
]);

/** The metrics that a text names, in order, each once; everyday words count only beside another metric. */
export function metricsIn(text: string): readonly NamedMetric[] {
  const printed = [...text.slice(0, MOST_TEXT).matchAll(WORD)].map(([word]) => word.replace(/[.?!]+$/, ''));
  const words = printed.map((word) => metricWords(word)[0] ?? '');
  const found = new Map<string, NamedMetric>();
  for (let at = 0; at < words.length; at += 1) {
    const match = metricAt(words, printed, at);
    if (!match) continue;
    const isSaid =
      !isMetricFact(match.name, 'everyday') || (match.to - match.from > 1 && match.better === 'higher');
    if (isSaid && !BESIDE.has(match.name) && !found.has(match.name)) {
      const isSorted = SORTS.test(printed[at - 1] ?? '');
      const behind = printed[match.to] ?? '';
      const sort = !isSorted && SORT_BEHIND.test(behind) ? [behind.toLowerCase()] : [];
      found.set(match.name, {
        name: match.name,
        better: match.better,
        printed: [...sort, ...printed.slice(isSorted ? at - 1 : at, match.to)].join(' '),
      });
    }
    at = match.to - 1;
  }
  return [...found.values()];
}

/** The only metric that a text names, apart from `others`; undefined if it names none or several. */
export function onlyMetricIn(text: string, others: ReadonlySet<string>): NamedMetric | undefined {
  const found = metricsIn(text).filter(({ name }) => !others.has(name));
  return found.length === 1 ? found[0] : undefined;
}

/** A metric with the words that say what it measures: "validation sets (perplexity)", "F1 is reported for QQP". */
export interface AssignedMetric {
  readonly of: string;
  readonly metric: NamedMetric;
}

const REPORTED_FOR =
  /([^,;.()]{2,80}?)\s(?:is|are)\s(?:reported|used|given|shown|listed)\s(?:for|on)\s([^,;.()]{2,80})/g;

/** The metrics that a caption assigns to parts of its table. Linear in the caption. */
export function assignedMetricsIn(caption: string): readonly AssignedMetric[] {
  const text = caption.slice(0, 2_000);
  const found: AssignedMetric[] = [];
  let from = 0;
  for (const match of text.matchAll(/\(([^()]{2,30})\)/g)) {
    const [metric, more] = metricsIn(match[1] ?? '');
    if (!metric || more || !(match[1] ?? '').startsWith(metric.printed)) continue;
    found.push({ of: text.slice(from, match.index), metric });
    from = match.index + match[0].length;
  }
  for (const [, said = '', of = ''] of text.matchAll(REPORTED_FOR)) {
    const metric = onlyMetricIn(said, new Set());
    if (metric) found.push({ of, metric });
  }
  return found;
}

/** Sentences that say how something was measured; "risk assessment" does not. */
const MEASURES = /\b(?:report|measur|evaluat|metric|scor(?:e|ing)\b|in terms of|assess(?:e[ds]|ing)?\b)/i;

const MOST_TEXT = 20_000;
const sentencesOf = (text: string): readonly string[] =>
  text.slice(0, MOST_TEXT).split(/(?<=[.!?])(?<!\b(?:Tab|Fig|Eq|Sec)\.)\s+(?=\p{Lu})/u);

/**
 * The only metric by which a text says that something was measured, in the sentences that say so, otherwise
 * in the whole text. Undefined if there are none or several.
 */
export function measureIn(text: string, others: ReadonlySet<string>): NamedMetric | undefined {
  const saying = sentencesOf(text)
    .filter((sentence) => MEASURES.test(sentence))
    .join(' ');
  return onlyMetricIn(saying, others) ?? onlyMetricIn(text, others);
}

/** Verbs for what a table contains, but not "shows that". */
const HOLDS = /\b(?:report|list|give|summari[sz]e|present|show|compare)(?:s|d|ed|n)?\b(?!\s+that\b)/i;

/**
 * The only metric that a text says a table contains, in sentences that name the table: "Table 8 reports the
 * exact match of all models". Undefined if there are none or several, and for a table without a number.
 */
export function metricHeldBy(
  number: string | undefined,
  text: string,
  others: ReadonlySet<string>,
): NamedMetric | undefined {
  if (number === undefined) return undefined;
  const names = (sentence: string): boolean =>
    [...sentence.matchAll(/\b(?:Tab(?:le|\.)|TABLE)\s?([\dA-Z.]*[\dA-Z])/g)].some(
      ([, each]) => each === number,
    );
  const saying = sentencesOf(text).filter((sentence) => names(sentence) && HOLDS.test(sentence));
  return onlyMetricIn(saying.join(' '), others);
}

/**
 * The metric that paragraphs name for a line of the table: among those that begin with the line's name ("FPB:
 * … we report weighted F1"), the one that names a single metric.
 */
export function metricOfLine(
  label: string,
  paragraphs: readonly string[],
  others: ReadonlySet<string>,
): NamedMetric | undefined {
  const name = cleanLabel(label);
  if (name.length < 2) return undefined;
  for (const paragraph of paragraphs) {
    const at = paragraph.indexOf(name);
    if (at === -1 || at > 40) continue;
    const metric = measureIn(paragraph, others);
    if (metric) return metric;
  }
  return undefined;
}

/** A word of a proper name: "COCO", "MoCha-Bench", "v1.5", "val2017". */
const NAME_WORD = String.raw`(?:\p{Lu}[\p{L}\p{N}+./&-]*|[\p{L}-]*\d[\p{L}\p{N}.+-]*|[a-z]+\p{Lu}[\p{L}\p{N}-]*)`;
const ON = new RegExp(
  String.raw`\bon\s+(?:the\s+|our\s+)?(${NAME_WORD}(?:\s+${NAME_WORD}){0,3})(\s*\([^)]{1,40}\))?(\s*(?:,|and|&)\s*(?:the\s+)?\p{Lu})?`,
  'gu',
);
const FIRST = new RegExp(
  String.raw`^(${NAME_WORD}(?:\s+${NAME_WORD}){0,3})\s+(?:\p{Ll}+\s+)?(?:results|benchmark|test|evaluation)\b`,
  'u',
);
/** The name of a set that the words before it describe: "on the translation development set, newstest2013". */
const APPOSED = new RegExp(
  String.raw`\bon\s+(?:the|our)\s+(?:[\p{L}-]+\s+){1,8}(?:set|split|corpus|benchmark|data ?set|collection|suite),\s+(${NAME_WORD})(?=[\s.;)]|$)`,
  'u',
);
/** Capitalised words that begin a sentence or do not name data. */
const NO_DATA =
  /^(?:We|The|In|All|Our|This|These|Results?|Table|GPU|GPUs|CPU|NVIDIA|A100|H100|V100|RTX|\d+[.,]?)$/;

/** Data that a caption names. */
export interface NamedData {
  readonly name: string;
  /** The text in brackets after the name: "v1.5/v1.6". */
  readonly versions: readonly string[];
}

/**
 * The only dataset on which a caption says that its table was measured; undefined if it names none or
 * several.
 */
export function dataIn(caption: string): NamedData | undefined {
  const text = caption.replace(/^\p{L}+\.?\s*[\dIVX.]*\s*[:.]?\s*/u, '').slice(0, 600);
  const named: NamedData[] = [];
  const take = (words: string, brackets = ''): void => {
    const kept = words.split(/\s+/);
    const stop = kept.findIndex((word) => NO_DATA.test(word.replace(/[.]$/, '')));
    const name = kept
      .slice(0, stop === -1 ? kept.length : stop)
      .join(' ')
      .replace(/[.,-]+$/, '');
    // A word that is only the first of the caption is no name, unless it has a second capital, a digit or a
    // hyphen.
    if (/\p{Lu}.*[\p{Lu}\d-]|\p{Lu}.* |\d.*\p{Lu}|\p{L}{3}\d{2}/u.test(name) && name.length > 1)
      named.push({
        name,
        versions: brackets
          .replace(/[()\s]/g, '')
          .split('/')
          .filter(Boolean),
      });
  };
  const [, apposed] = APPOSED.exec(text) ?? [];
  if (apposed !== undefined) take(apposed);
  for (const [, words = '', brackets, more] of named.length > 0 ? [] : text.matchAll(ON)) {
    if (more) return undefined;
    take(words, brackets);
  }
  if (named.length === 0) take(FIRST.exec(text)?.[1] ?? '');
  return new Set(named.map(({ name }) => name)).size === 1 ? named[0] : undefined;
}

/**
 * Benchmarks that are always scored in the same way, so that papers do not say how, with the metric of the
 * paper that introduced them.
 */
const CONVENTIONS: readonly (readonly [benchmark: RegExp, metric: NamedMetric])[] = [
  [
    /\b(?:BIG-?[Bb]ench|BBH|MMLU|GSM-?8[Kk]|HellaS[Ww][Aa][Gg]|ARC|PIQA|PiQA|BoolQ|Wino[Gg]rande|CommonsenseQA|C-?Eval|CMMLU|GPQA|AIME|TruthfulQA|ImageNet|CIFAR|ScienceQA|MMMU|MMBench|MathVista)/,
    { name: 'Accuracy', better: 'higher', printed: 'accuracy' },
  ],
  [/\b(?:HumanEval|MBPP|LiveCodeBench)/, { name: 'Pass@1', better: 'higher', printed: 'pass@1' }],
  [/\bWMT ?'?\d\d/, { name: 'BLEU', better: 'higher', printed: 'BLEU' }],
  [/\bLibriSpeech/, { name: 'WER', better: 'lower', printed: 'WER' }],
  [/\b(?:Cityscapes|ADE20K)/, { name: 'mIoU', better: 'higher', printed: 'mIoU' }],
];

/** The metric by which the benchmark in a text is always scored; undefined if it names none of these. */
export const conventionFor = (text: string): NamedMetric | undefined =>
  CONVENTIONS.find(([benchmark]) => benchmark.test(text))?.[1];
