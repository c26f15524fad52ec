/** The text around a table: metrics and data that its caption and the paragraphs about it name. */
import { findMetric, isMetric, isMetricFact, metricAt, metricWords, type Metric } from '../metrics';
import { isAlsoTested } from './known-names';
import { cleanLabel } from './labels';
import { baseMetric } from './metric-forms';
import { remember } from '../remember';

/** A metric as a text prints it. */
export interface NamedMetric extends Metric {
  readonly printed: string;
}

const WORD = /[^\s()[\],;:"“”↑↓⇑⇓]+/g;
/** Words before a metric that say which variant of it is meant. */
const SORTS =
  /^(?:weighted|macro|micro|average|mean|entity-level|token-level|balanced|top-\d+|exact|normalized)$/i;
/** The one that can also follow: "F1 score weighted by support". */
const SORT_BEHIND = /^weighted$/i;

/** Measures of spread, tests, and what systems may be ("the oracle is an upper bound"): named beside a metric, and none. */
const BESIDE: ReadonlySet<string> = new Set([
  'Standard deviation',
  'p-value',
  'Coefficient of variation',
  'Effect size',
  'Upper bound',
  'Lower bound',
]);

/** Words before "precision" that say with how many digits is computed, and words after a metric that make a task of it. */
const OF_DIGITS = /^(?:(?:float|fp|bf|int)-?\d+|\d+-bit|half|single|double|full|mixed|low|numerical)$/i;
const OF_A_TASK = /^(?:detect|recogni|mitigat)\p{L}*$/iu;

/** What models are tested for: "datasets of hallucination", "hallucination benchmarks". */
const OF_DATA = /^(?:benchmarks?|data-?sets?|corpora|suites?)$/i;
const isTestedFor = (
  printed: readonly string[],
  { name, from, to }: { name: string; from: number; to: number },
): boolean =>
  isAlsoTested(name) &&
  (OF_DATA.test(printed[to] ?? '') ||
    (/^(?:of|for|on)$/.test(printed[from - 1] ?? '') && OF_DATA.test(printed[from - 2] ?? '')));

/** Whether the words beside a metric say that it is none: "float16 precision", "hallucination recognition". */
const isOtherwise = (
  printed: readonly string[],
  match: { name: string; from: number; to: number },
): boolean => {
  const { name, from, to } = match;
  return (
    (name === 'Precision' && OF_DIGITS.test(printed[from - 1] ?? '')) ||
    // Expectation maximisation has the same short form as exact match.
    (name === 'Exact match' && /^(?:iterations?|algorithms?|steps?|updates?)$/i.test(printed[to] ?? '')) ||
    (/^run-?time$/i.test(printed[from] ?? '') && /^(?:memory|costs?|overheads?)$/i.test(printed[to] ?? '')) ||
    OF_A_TASK.test(printed[to] ?? '') ||
    isTestedFor(printed, match)
  );
};

/** Whether a metric only says where another is taken: "at 1% FPR", "at 0.1% and 1% FPR". */
const isWorkingPoint = (printed: readonly string[], at: number): boolean =>
  /^[\d.]+%?$/.test(printed[at - 1] ?? '') && printed.slice(Math.max(0, at - 4), at - 1).includes('at');

/** The metric that a word with a hyphen is as a whole: "C-index", which its first part is not. */
function hyphenatedAt(printed: readonly string[], at: number): ReturnType<typeof metricAt> {
  const word = printed[at] ?? '';
  if (!word.includes('-') || word.length > 39) return undefined;
  const base = baseMetric(word);
  const metric = isMetric(word) ? findMetric(word) : base && { name: word, better: findMetric(base)?.better };
  return metric ? { ...metric, from: at, to: at + 1 } : undefined;
}

/** "Top-1 accuracy" and "Top-5 error" as one metric each, which are also two. */
function topAt(printed: readonly string[], at: number): ReturnType<typeof metricAt> {
  const kind = printed[at + 1] ?? '';
  const metric = /^top-\d+$/i.test(printed[at] ?? '')
    ? findMetric(/^errors?$/i.test(kind) ? 'error' : `${printed[at] ?? ''} accuracy`)
    : undefined;
  return metric && /^(?:acc|accurac(?:y|ies)|errors?)$/i.test(kind)
    ? { ...metric, from: at, to: at + 2 }
    : undefined;
}

function findMetricsIn(text: string): readonly NamedMetric[] {
  const printed = [...text.slice(0, MOST_TEXT).matchAll(WORD)].map(([word]) => word.replace(/[.?!]+$/, ''));
  const words = printed.map((word) => metricWords(word)[0] ?? '');
  const found = new Map<string, NamedMetric>();
  for (let at = 0; at < words.length; at += 1) {
    const match = topAt(printed, at) ?? metricAt(words, printed, at) ?? hyphenatedAt(printed, at);
    if (!match) continue;
    const isSaid =
      !isWorkingPoint(printed, at) &&
      !isOtherwise(printed, match) &&
      (!isMetricFact(match.name, 'everyday') ||
        (match.to - match.from > 1 && (match.better === 'higher' || /^top-/i.test(printed[at] ?? ''))));
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

/** A caption is asked about several times, a paragraph once. */
const MOST_OF_CAPTION = 1_000;
const metricsOfCaption = remember(findMetricsIn);

/** The metrics that a text names, in order, each once; everyday words count only beside another metric. */
export const metricsIn = (text: string): readonly NamedMetric[] =>
  text.length > MOST_OF_CAPTION ? findMetricsIn(text) : metricsOfCaption(text);

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
  const shared = sentencesOf(text).flatMap(sharedOut);
  const [, rest = ''] = /([^,;.()]{2,60})\s(?:otherwise|elsewhere)\b/.exec(text) ?? [];
  const other = metricsIn(rest).at(-1);
  if (other && shared.length > 0) shared.push({ of: 'all others', metric: other });
  // "F1 is reported for QQP, and accuracy for the others": the second has no verb of its own.
  return found.length >= shared.length ? found : shared;
}

/** The metrics that a sentence assigns to data: "accuracy for RTE and SST5, F1 for MRPC"; none if it names only one. */
function sharedOut(sentence: string): readonly AssignedMetric[] {
  const parts = sentence.split(/\s(?:for|on)\s/);
  const metrics = parts.map((part) => metricsIn(part).at(-1));
  const found = parts.slice(1).flatMap((part, index): AssignedMetric[] => {
    const [metric, next] = [metrics[index], metrics[index + 1]];
    const end = next === undefined ? -1 : part.indexOf(next.printed);
    return metric ? [{ of: end === -1 ? part : part.slice(0, end), metric }] : [];
  });
  return new Set(found.map(({ metric }) => metric.name)).size > 1 ? found : [];
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
