/**
 * Short forms in brackets, and the metrics that a text spells out before one: "knowledge compliance (KC)".
 * They count as measures even if the lexicon does not know them.
 */
import { findMetric } from '../../metrics';
import { isModifier, type MetricMention } from './mention';
import type { Token } from '.';
import { CHANGE_VERBS, FILLERS } from './words';

const SHORT = /^\p{L}{0,3}\p{Lu}\p{L}{0,2}\p{Lu}\p{L}{0,2}$/u;
/** Words that a short form leaves out: "area of the union". */
const PASSED_OVER = /^(?:of|the|and|for|in|to|per|at|on|a)$/;

/**
 * The spelled-out metrics that stand beside a number; `taken` are tokens that already belong to a known
 * metric.
 */
export function spelledOut(tokens: readonly Token[], taken: ReadonlySet<number>): MetricMention[] {
  const found: MetricMention[] = [];
  tokens.forEach((token, open) => {
    const short = tokens[open + 1];
    if (token.text !== '(' || short?.kind !== 'word' || tokens[open + 2]?.text !== ')') return;
    if (!SHORT.test(short.text)) return;
    const from = startOf(tokens, open, short.text.replace(/s$/, '').toLowerCase());
    if (from === undefined) return;
    for (let at = from; at < open + 2; at += 1) if (taken.has(at)) return;
    let to = open + 3;
    while (/^(?:scores?|values?|rates?|metrics?|index)$/.test(tokens[to]?.lower ?? '')) to += 1;
    if (!isMeasured(tokens, from, to)) return;
    const words = (begin: number, end: number): string =>
      tokens
        .slice(begin, end)
        .map((part) => part.text)
        .join(' ');
    const name = `${words(from, open)} (${short.text}) ${words(open + 3, to)}`.trim();
    found.push({ name, known: false, from, to });
  });
  return found;
}

/**
 * Uses of the short forms in `measures`, which the abstract defines as measures, without their long forms.
 */
export function shortNamed(
  tokens: readonly Token[],
  taken: ReadonlySet<number>,
  measures: ReadonlySet<string>,
): MetricMention[] {
  if (measures.size === 0) return [];
  const found: MetricMention[] = [];
  tokens.forEach(({ text }, at) => {
    if (!measures.has(text) || taken.has(at)) return;
    // In "SUVR error" the short form only says what the error is of.
    const next = tokens[at + 1];
    const qualifies = taken.has(at + 1) || (isModifier(next) && !/^scores?$/.test(next?.lower ?? ''));
    if (!qualifies) found.push({ name: text, known: false, from: at, to: at + 1 });
  });
  return found;
}

/**
 * The token at which the words begin whose initials spell `short`, going left from the bracket; undefined if
 * they do not spell it.
 */
function startOf(tokens: readonly Token[], open: number, short: string): number | undefined {
  let left = short.length;
  for (let at = open - 1; at >= 0 && open - at < 10; at -= 1) {
    const token = tokens[at];
    if (token?.kind !== 'word') return undefined;
    for (const part of token.lower.split('-').toReversed()) {
      if (left > 0 && part.charAt(0) === short.charAt(left - 1)) left -= 1;
      else if (!PASSED_OVER.test(part)) return undefined;
    }
    if (left === 0) return at;
  }
  return undefined;
}

/**
 * True if a value is directly before the words, or after them with only filler words between: not "with", and "by" only
 * after a verb of change before it.
 */
function isMeasured(tokens: readonly Token[], from: number, to: number): boolean {
  if (isValue(tokens[from - 1])) return true;
  let at = to;
  while (at < to + 4 && FILLERS.has(tokens[at]?.lower ?? '')) at += 1;
  if (!isValue(tokens[at])) return false;
  const joints = tokens.slice(to, at).map((token) => token.lower);
  return joints.includes('by')
    ? tokens.slice(Math.max(0, from - 6), from).some((token) => CHANGE_VERBS.has(token.lower))
    : !joints.includes('with');
}

function isValue(token: Token | undefined): boolean {
  return token?.kind === 'number' && (token.number.decimal || token.number.form === 'percent');
}

const CUTS: ReadonlyMap<string, string> = new Map([
  ['Average precision', 'AP'],
  ['mAP', 'mAP'],
]);

/** Measures of the first so many of a ranking: "recall at 10". */
const RANKED = /^(?:Recall|Precision|NDCG|MRR|Hit rate|mAP)$/;

/**
 * "AP at an IoU threshold of 0.5" is AP50: the metric's name with its cut-off, and the token where it ends.
 * `at` is the token after the metric. Undefined if no cut-off follows.
 */
export function cutOf(
  tokens: readonly Token[],
  metric: string,
  at: number,
): { readonly name: string; readonly to: number } | undefined {
  const first = tokens[at + 1];
  if (
    tokens[at]?.lower === 'at' &&
    RANKED.test(metric) &&
    first?.kind === 'number' &&
    /^\d+$/.test(first.text)
  )
    return { name: `${metric}${metric === 'mAP' ? '' : '@'}${first.text}`, to: at + 2 };
  const short = CUTS.get(metric);
  if (short === undefined || !/^(?:at|@|\()$/.test(tokens[at]?.lower ?? '')) return undefined;
  let to = at + 1;
  while (/^(?:an?|the|3d|iou|thresholds?|of|=|>|≥|\[)$/.test(tokens[to]?.lower ?? '')) to += 1;
  const cut = tokens[to];
  const names = tokens.slice(at, to).some(({ lower }) => lower === 'iou') || to === at + 1;
  if (!names || cut?.kind !== 'number' || !/^0?\.[1-9]\d?$|^\d\d%?$/.test(cut.text)) return undefined;
  if (to === at + 1 && tokens[at]?.lower !== '@') return undefined;
  const share = Math.round(cut.number.figure < 1 ? 100 * cut.number.figure : cut.number.figure);
  if (![25, 50, 70, 75].includes(share)) return undefined;
  const closes =
    /^[)\]]$/.test(tokens[to + 1]?.text ?? '') &&
    /^[([]$/.test(tokens[to - 1]?.text ?? tokens[at]?.text ?? '');
  return { name: `${short}${share}`, to: to + (closes ? 2 : 1) };
}

/** Measures of texts that each have a precision, a recall and an F1. */
const OF_TEXTS = /^(?:ROUGE|BERTScore|RadGraph|CheXbert)/i;
const PART = /^(?:F1|Precision|Recall)$/;

/**
 * Joins a name and its short form into one mention: "area under the ROC curve (AUC)", "hierarchical F1 score
 * (Hier. F1)".
 */
export function joinAcronyms(tokens: readonly Token[], mentions: readonly MetricMention[]): MetricMention[] {
  const joined: MetricMention[] = [];
  for (const mention of mentions) {
    const last = joined.at(-1);
    if (last && mention.from < last.to) continue;
    // "ROUGE-L F1": the second metric says which figure of the first is given.
    if (last && mention.from === last.to && OF_TEXTS.test(last.name) && PART.test(mention.name)) {
      joined[joined.length - 1] = { ...last, name: `${last.name} ${mention.name}`, to: mention.to };
      continue;
    }
    let { name, better, to } = mention;
    // "distance (FID) score of": the bracket around a short form is closed before the metric goes on.
    if (tokens[mention.from - 1]?.text === '(' && tokens[to]?.text === ')') to += 1;
    while (
      /^(?:scores?|values?|coefficients?|metrics?|results?|numbers?|distances?)$/.test(
        tokens[to]?.lower ?? '',
      )
    )
      to += 1;
    // "mean Chamfer distance error".
    if (/\bdistance$/i.test(mention.name) && /^errors?$/.test(tokens[to]?.lower ?? '')) to += 1;
    if (tokens[to]?.text === '(') {
      let close = to + 1;
      while (
        close < to + 5 &&
        tokens[close] &&
        tokens[close]?.text !== ')' &&
        tokens[close]?.kind !== 'number'
      )
        close += 1;
      const inside = tokens.slice(to + 1, close);
      const isShort = inside.some((token) => /[A-Z]/.test(token.text)) && inside.length <= 3;
      if (tokens[close]?.text === ')' && isShort) {
        to = close + 1;
        // "Hausdorff distance (HD95)": the short form may be more exact.
        const exact = inside.length === 1 ? findMetric(inside[0]?.text ?? '') : undefined;
        if (mention.known && exact) ({ name, better = better } = exact);
      }
      while (to === close + 1 && /^(?:scores?|values?)$/.test(tokens[to]?.lower ?? '')) to += 1;
    }
    // "FID (lower is better) of 15.9".
    const aside = tokens.slice(to, to + 5).map(({ lower }) => lower);
    if (/^\( (?:lower|higher|smaller|larger) is better \)$/.test(aside.join(' '))) to += 5;
    joined.push({ ...mention, name, better, to });
  }
  return joined;
}
