/**
 * Counts the annotator's named rules: how often each decides on a corpus, and how often it is right on labelled
 * abstracts. A rule that never decides in a hundred thousand abstracts is removed.
 *
 *   npx tsx lib/cli/bench/rules.ts [--labels FILE] [--corpus FILE] [--every N] [--silent-only]
 *
 * `--every` reads one in N papers of the corpus; `--silent-only` prints only rules that never decided.
 */
import { existsSync, readFileSync } from 'node:fs';
import { CORPUS, parseDocument, readRows } from '@/lib/cli/corpus';
import { readOwnLabels } from '@/lib/cli/train/labels';
import { readOptions } from '@/lib/cli/usage-error';
import type { Located, Result } from '@/lib/domain/paper';
import { cleanText, sourceSpan } from '@/lib/domain/reading/clean-text';
import { findResults } from '@/lib/domain/reading/result';
import type { Aspect } from '@/lib/domain/reading/aspect';
import { RULE_TABLES } from '@/lib/domain/reading/rules';
import { GoldPapers, type GoldPaper, type GoldResult } from './reading-gold';
import { isNumberOf, isRightMetric, isRightName } from './reading-score';

const USAGE =
  'usage: npx tsx lib/cli/bench/rules.ts [--labels FILE] [--corpus FILE] [--every N] [--silent-only]';

const SHARED_LABELS = '../shared/gold/dev2.json';

interface Count {
  hits: number;
  /** The decisions about labelled numbers, and how many of them agree with the label. */
  judged: number;
  right: number;
}

type Counts = Map<string, Count>;

const keyOf = (aspect: string, rule: string): string => `${aspect}: ${rule}`;

const emptyCounts = (): Counts =>
  new Map(
    RULE_TABLES.flatMap(({ aspect, rules }) =>
      rules.map(({ name }) => [keyOf(aspect, name), { hits: 0, judged: 0, right: 0 }]),
    ),
  );

/** Adds each rule's decisions in one abstract to `hits`. */
function countHits(counts: Counts, abstract: string): void {
  findResults(cleanText(abstract), (aspect, rule) => {
    const count = counts.get(keyOf(aspect, rule));
    if (count) count.hits += 1;
  });
}

/**
 * Whether a decision about a field of a read number agrees with its label; undefined if the field is not
 * labelled.
 */
function isRight(aspect: Aspect, read: Located<Result>, gold: GoldResult): boolean | undefined {
  switch (aspect) {
    case 'refused':
      return false;
    case 'accepted':
      return true;
    case 'metric':
      return isRightMetric(read.metric, gold);
    case 'data':
    case 'target':
    case 'system':
      return read[aspect] === undefined ? undefined : isRightName(aspect, read[aspect], gold);
    case 'improves':
      return gold.better === undefined ? undefined : gold.better === read.improves;
    default:
      return gold[aspect] === undefined ? undefined : gold[aspect] === read[aspect];
  }
}

/** Compares the decisions in one paper with its labels. */
function judge(counts: Counts, paper: GoldPaper): void {
  const clean = cleanText(paper.abstract);
  const decisions = new Map<string, { aspect: Aspect; rule: string; place: number }>();
  const results = findResults(clean, (aspect, rule, start) => {
    const place = sourceSpan(clean, start, start).start;
    decisions.set(`${aspect} ${place}`, { aspect, rule, place });
  });
  const labels = [...paper.results, ...paper.resultsOptional];
  for (const { aspect, rule, place } of decisions.values()) {
    const count = counts.get(keyOf(aspect, rule));
    if (!count) continue;
    const read = results.find(({ span }) => span.start === place);
    const gold = read && labels.find((label) => isNumberOf(read, label, paper.abstract));
    // An accepted number must be labelled; a refused one must not, so its digits must not be inside any label's
    // quote.
    const right =
      read && gold
        ? isRight(aspect, read, gold)
        : aspect === 'refused'
          ? !isLabelled(paper.abstract, place, labels)
          : aspect === 'accepted' && read
            ? false
            : undefined;
    if (right === undefined) continue;
    count.judged += 1;
    count.right += right ? 1 : 0;
  }
}

/** Whether the number that begins at `place` is labelled. */
function isLabelled(abstract: string, place: number, labels: readonly GoldResult[]): boolean {
  const printed = /^[\d.,]*\d/.exec(abstract.slice(place, place + 30))?.[0];
  if (printed === undefined) return false;
  const whole = new RegExp(`(?<![\\d.])${printed.replaceAll('.', '\\.')}(?![\\d.]\\d)(?!\\d)`);
  return labels.some(({ quote, value }) => {
    const start = abstract.indexOf(quote);
    return place >= start && place < start + quote.length && whole.test(value);
  });
}

function print(counts: Counts, silentOnly: boolean, papers: number): void {
  console.log(
    `${counts.size} rules on ${papers} abstracts; how often each decided, and how often it agrees with the labels`,
  );
  for (const [name, { hits, judged, right }] of counts) {
    if (silentOnly && hits > 0) continue;
    const share = judged === 0 ? '' : `${(right / judged).toFixed(2)} of ${judged}`;
    console.log(`  ${name.padEnd(62)}${String(hits).padStart(8)}  ${share}`);
  }
  const silent = [...counts.values()].filter(({ hits }) => hits === 0).length;
  console.log(`${silent} never decided`);
}

/**
 * Counts and prints; missing files are reported as skipped. Rules are judged by the labels in `labels`, or else by
 * the shared ones and the project's own, on both of which rules were written: what is low is low in spite of that.
 */
export async function benchRules(
  labels: string | undefined,
  corpus: string,
  every: number,
  silentOnly = false,
): Promise<void> {
  const counts = emptyCounts();
  const file = labels ?? SHARED_LABELS;
  if (existsSync(file))
    for (const paper of GoldPapers.parse(JSON.parse(readFileSync(file, 'utf8')))) judge(counts, paper);
  else console.log(`skipped: ${file} is not there`);
  if (labels === undefined) for (const paper of await readOwnLabels(corpus)) judge(counts, paper);
  let papers = 0;
  let line = 0;
  if (existsSync(corpus))
    for await (const row of readRows(corpus)) {
      line += 1;
      if (line % every !== 0 || row.fault !== undefined) continue;
      const document = parseDocument(row.value);
      if (typeof document === 'string') continue;
      papers += 1;
      countHits(counts, document.abstract);
    }
  else console.log(`skipped: ${corpus} is not there`);
  print(counts, silentOnly, papers);
}

if (import.meta.filename === process.argv[1]) {
  const { labels, corpus, every, ...options } = readOptions(
    {
      labels: { type: 'string' },
      corpus: { type: 'string', default: CORPUS },
      every: { type: 'string', default: '1' },
      'silent-only': { type: 'boolean', default: false },
    },
    USAGE,
  );
  await benchRules(labels, corpus, Math.max(1, Number(every) || 1), options['silent-only']);
}
