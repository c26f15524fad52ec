/**
 * Metrics by name: which metric a printed form stands for, and which direction is better. Used by the
 * annotator, the catalogue check and the panel.
 */
import type { Direction } from '../paper';
import { readMetricRows, type MetricFact } from './lexicon';

/** A metric by its standard name, and its better direction. */
export interface Metric {
  /** Standard name, as the head of a column in a results table. */
  readonly name: string;
  /** Absent if neither direction is better in itself. */
  readonly better?: Direction | undefined;
}

/** A metric found in a run of words; `from` and `to` are word indexes, end exclusive. */
interface MetricMatch extends Metric {
  readonly from: number;
  readonly to: number;
}

interface Form {
  readonly words: readonly string[];
  /** As printed, if case matters ("AP"); undefined for forms in any case. */
  readonly exact: string | undefined;
  readonly metric: Metric;
}

/** "R@5", "P@10", "avg@8": names before a cut-off that are no metrics by themselves. */
const RANKED: ReadonlyMap<string, string> = new Map([
  ['r', 'Recall'],
  ['p', 'Precision'],
  // In retrieval HR is a hit rate; the hazard ratio has no cut-off.
  ['hr', 'Hit rate'],
  ['pass', 'Pass'],
  ['avg', 'Avg'],
  ['maj', 'Maj'],
  ['cons', 'Cons'],
]);

/** What is known of all metrics: their forms by first word, and their facts by name. */
interface Metrics {
  readonly forms: ReadonlyMap<string, readonly Form[]>;
  readonly facts: ReadonlyMap<string, ReadonlySet<MetricFact>>;
}

let metrics: Metrics | undefined;

/** Built on first use: most pages that load this file show papers whose metrics are known already. */
function knownMetrics(): Metrics {
  if (metrics) return metrics;
  const rows = readMetricRows();
  metrics = { forms: buildForms(rows), facts: new Map(rows.map(({ name, facts }) => [name, facts])) };
  return metrics;
}

const formsAt = (first: string): readonly Form[] | undefined => knownMetrics().forms.get(first);

function buildForms(rows: ReturnType<typeof readMetricRows>): Metrics['forms'] {
  const byFirst = new Map<string, Form[]>();
  for (const { name, better, forms } of rows) {
    const metric: Metric = better === undefined ? { name } : { name, better };
    const printed = new Set([name, ...forms]);
    for (const form of printed) {
      const words = metricWords(form);
      const first = words[0];
      if (first === undefined) continue;
      // A short form with capitals is an acronym that may also be a common word, so case matters.
      const exact =
        words.length === 1 && /[A-Z]/.test(form) && form.length <= 4 && !printed.has(form.toLowerCase())
          ? form
          : undefined;
      const bucket = byFirst.get(first) ?? [];
      bucket.push({ words, exact, metric });
      byFirst.set(first, bucket);
    }
  }
  for (const bucket of byFirst.values()) bucket.sort((a, b) => b.words.length - a.words.length);
  return byFirst;
}

/**
 * The lower-case words of a printed form, with hyphens and underscores as spaces and without plural endings.
 */
export function metricWords(printed: string): string[] {
  return printed
    .toLowerCase()
    .split(/[\s_-]+/)
    .filter((word) => word !== '')
    .map(singular);
}

/** A lower-case word without its plural ending. */
export function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is|ous)$/.test(word)) return word;
  return word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.slice(0, -1);
}

/**
 * The longest lexicon form that begins at word `from`; undefined if none does. `words` come from
 * `metricWords`, `printed` has each word as in the text. A cut-off ("Recall@5", "NDCG@10") stays part of the
 * name.
 */
export function metricAt(
  words: readonly string[],
  printed: readonly string[],
  from: number,
): MetricMatch | undefined {
  const first = words[from];
  if (first === undefined) return undefined;
  const found = longest(formsAt(first), words, printed, from);
  if (found) return found;
  const at = first.indexOf('@');
  if (at <= 0) return variantAt(printed[from] ?? '', from);
  const base = longest(
    formsAt(first.slice(0, at)),
    [first.slice(0, at)],
    [(printed[from] ?? '').slice(0, at)],
    0,
  );
  // A name with a cut-off at a rank is a metric: "ImgR@3".
  const isCut = /^\p{Lu}/u.test(printed[from] ?? '') && /^@[\d.]+$/.test(first.slice(at));
  const name =
    RANKED.get(first.slice(0, at)) ?? base?.name ?? (isCut ? (printed[from] ?? '').slice(0, at) : undefined);
  if (name === undefined) return undefined;
  // "Tail-Recall@10" is printed whole.
  const cut = (printed[from] ?? '').replace(/^[^@]*/, '');
  const better = base?.better ?? 'higher';
  // "pass@16 accuracy" is the pass rate, not another accuracy.
  const to = words[from + 1] === 'accuracy' ? from + 2 : from + 1;
  return { name: `${name}${cut}`, better, from, to };
}

/** False only if `metricAt` finds nothing at this word, given as `metricWords` returns it and as printed. */
export const mayBeginMetric = (word: string, printed: string): boolean =>
  formsAt(word) !== undefined || word.indexOf('@') > 0 || variantAt(printed, 0) !== undefined;

/** True if the printed word alone is a form of a metric. */
export function isMetric(word: string): boolean {
  const words = metricWords(word);
  const found = metricAt(words, words.length === 1 ? [word] : words, 0);
  return found?.to === words.length;
}

const isCapital = (printed: string): boolean => /^\p{Lu}/u.test(printed);

/** "iAUC", "cIoU", "wF1": a known metric after small letters for its variant; the name is kept as printed. */
function variantAt(printed: string, from: number): MetricMatch | undefined {
  // "AP40", "mAP_0.5": average precision at some cut-off; "APS", "APb": for small objects, for boxes (COCO,
  // LVIS).
  if (/^m?AP_?(?:(?<=_)[A-Z]{2,4}|\d+|[\d.]+|[SMLrcfbm]|box|bbox|mask)$/.test(printed))
    return { name: printed, better: 'higher', from, to: from + 1 };
  // "PickScore", "WinRate": a name that ends with its kind.
  if (printed.length > 6 && /(?:Score|Rate)$/.test(printed) && isCapital(printed))
    return { name: printed, better: 'higher', from, to: from + 1 };
  // Most words are decided by their first letters, without a regular expression.
  const isSmall = (index: number): boolean =>
    (printed.charCodeAt(index) > 96 && printed.charCodeAt(index) < 123) ||
    /^[µμ]$/.test(printed.charAt(index));
  if (!isSmall(0) || (isSmall(1) && isSmall(2))) return undefined;
  const base = /^[a-zµμ]{1,2}(?=[A-Z])/.test(printed) ? printed.replace(/^[a-zµμ]+/, '') : '';
  if (base.length < 2) return undefined;
  const known = longest(formsAt(singular(base.toLowerCase())), [singular(base.toLowerCase())], [base], 0);
  // The Greek letter stands for the mean: "µIoU" is mIoU.
  return known && { name: printed.replace(/^[µμ]/, 'm'), better: known.better, from, to: from + 1 };
}

function longest(
  forms: readonly Form[] | undefined,
  words: readonly string[],
  printed: readonly string[],
  from: number,
): MetricMatch | undefined {
  for (const form of forms ?? []) {
    if (form.exact !== undefined && printed[from]?.replace(/s$/, '') !== form.exact) continue;
    if (form.words.every((word, offset) => words[from + offset] === word))
      return { ...form.metric, from, to: from + form.words.length };
  }
  return undefined;
}

/**
 * The metric for which a printed name stands ("Dice similarity coefficient (DSC)", "mean F1-score"): the
 * longest known form in it, the last if several are equally long. Undefined if the lexicon has none.
 */
export function findMetric(name: string): Metric | undefined {
  const printed = name
    .slice(0, 200)
    .split(/[\s_()[\],-]+/)
    .filter((word) => word !== '');
  const words = printed.flatMap((word) => metricWords(word).slice(0, 1));
  let best: MetricMatch | undefined;
  for (let from = 0; from < words.length; from += 1) {
    const match = metricAt(words, printed, from);
    if (match && (!best || match.to - match.from >= best.to - best.from)) best = match;
  }
  return best && (best.better === undefined ? { name: best.name } : { name: best.name, better: best.better });
}

/** Last words of metric names outside the lexicon, with the direction that they imply. */
const HEADS: readonly (readonly [heads: RegExp, better: Direction])[] = [
  [
    /\b(?:error|errors|loss|distance|latency|time|cost|costs|overhead|consumption|regret|deviation|gap|memory|load|perplexity|forgetting|variance|variability|risk|usage|effort|emissions|bias|uncertainty|drift|leakage|dose|overheads|failures)$/i,
    'lower',
  ],
  [
    /\b(?:accuracy|score|precision|recall|correlation|agreement|coverage|performance|fidelity|throughput|speed|similarity|f1)$/i,
    'higher',
  ],
];

/** Last words of names of qualities, whatever words for costs stand in front of them. */
const QUALITY = /\b(?:efficiency|reliability|robustness|stability|consistency|usability)$/i;

/**
 * The better direction of a metric, from the lexicon, otherwise from its last word ("reprojection error" is
 * better lower). Undefined if neither gives it.
 */
export function metricDirection(name: string): Direction | undefined {
  // "test-time reliability" is no time.
  if (QUALITY.test(name.trim())) return 'higher';
  const known = findMetric(name);
  return known?.better ?? directionOfHead(name);
}

/**
 * The better direction by the last word of a name: a loss, a distance, a score. Undefined if the word gives
 * none.
 */
export const directionOfHead = (name: string): Direction | undefined =>
  HEADS.find(([heads]) => heads.test(name.trim()))?.[1];

/** Whether the lexicon has this fact about the metric with this standard name; false for unknown names. */
export const isMetricFact = (name: string | null | undefined, fact: MetricFact): boolean =>
  typeof name === 'string' && knownMetrics().facts.get(name)?.has(fact) === true;
