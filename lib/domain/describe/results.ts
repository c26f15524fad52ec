/** Arranges reported results for display: by metric, each own result above its baselines, on one scale. */
import { findBaselines } from '@/lib/domain/cite';
import { isDifference, parseFigure, type Figure } from './index';
import { describeSubject } from './subject';
import type { Direction, Result, TagDefinition } from '@/lib/domain/paper';

/** How a row is drawn. Positions are shares (0 to 1) of the row's width. */
export interface ResultMark {
  /**
   * `level`: a solid bar from zero · `share`: a bar within its whole · `times`: a bar with a tick at one ·
   * `bound`: a bar with an open end. Differences are not drawn.
   */
  readonly shape: 'level' | 'share' | 'times' | 'bound';
  /** Where zero is (for `times`: one). */
  readonly origin: number;
  readonly end: number;
  /** Whether the row's full width is the most that there can be: 100 %, or 1. */
  readonly isOfWhole: boolean;
}

/** One result as a row of the table. */
export interface ResultRow {
  /** Its index in the paper's list of results. */
  readonly index: number;
  readonly result: Result;
  /** What distinguishes it from other rows: dataset, task or system. */
  readonly label: string;
  /** Absent if there is no scale: ranks, words, a single number of seconds. */
  readonly mark: ResultMark | undefined;
}

/** Results of one metric, which share a scale. */
export interface ResultGroup {
  /** Standard name; null if the text names none. */
  readonly metric: string | null;
  readonly better: Direction | undefined;
  /** Stated once if all rows have the same. */
  readonly on: string | undefined;
  readonly rows: readonly ResultRow[];
}

/** Own results in order, each followed by its baselines; baselines without a result come last. */
function orderRows(results: readonly Result[], indices: readonly number[]): readonly number[] {
  const ordered = new Set<number>();
  for (const index of indices) {
    if (results[index]?.role !== 'own') continue;
    ordered.add(index);
    for (const baseline of findBaselines(results, index)) ordered.add(results.indexOf(baseline));
  }
  for (const index of indices) ordered.add(index);
  return [...ordered].filter((index) => indices.includes(index));
}

function drawFigure(figure: Figure, result: Result, peers: readonly Figure[]): ResultMark | undefined {
  // A bar shows an amount, and a difference is none.
  if (isDifference(result)) return undefined;
  const amounts = peers.map((peer) => peer.amount);
  const largest = Math.max(...amounts.map(Math.abs));
  if (largest === 0) return undefined;
  if (figure.amount < 0 || amounts.some((amount) => amount < 0)) return undefined;
  if (figure.unit === 'x')
    return {
      shape: 'times',
      origin: Math.min(1, 1 / largest),
      end: figure.amount / largest,
      isOfWhole: false,
    };
  const natural = figure.unit === '%' ? 100 : figure.unit === '' && largest <= 1 ? 1 : undefined;
  // Without a natural whole, a bar needs a second value for comparison.
  if (natural === undefined && amounts.length < 2) return undefined;
  const whole = Math.max(natural ?? 0, largest);
  const shape = result.kind === 'level' ? 'level' : result.kind === 'ratio' ? 'share' : 'bound';
  return { shape, origin: 0, end: figure.amount / whole, isOfWhole: whole === natural };
}

/**
 * The subject of a result without what it is compared with: "reasoning, against medical models" ->
 * "reasoning".
 */
function comparedSubject(result: Result): string | undefined {
  const on = describeSubject(result);
  const end = on?.indexOf(', against ') ?? -1;
  return end === -1 ? on : on?.slice(0, end);
}

/**
 * The subject common to all results, with or without what each is compared with; undefined if there is none.
 */
function sharedOf(results: readonly Result[]): string | undefined {
  const [first] = results;
  if (!first) return undefined;
  const whole = describeSubject(first);
  if (results.every((result) => describeSubject(result) === whole)) return whole;
  const subject = comparedSubject(first);
  return results.every((result) => comparedSubject(result) === subject) ? subject : undefined;
}

function labelOf(result: Result, shared: string | undefined): string {
  const who = result.system ?? (result.role === 'own' ? 'this paper' : 'baseline');
  if (result.role === 'baseline') return who;
  const subject = describeSubject(result);
  const rest = shared === undefined ? subject : subject?.slice(shared.length).replace(/^, /, '');
  return rest || who;
}

/** Results of one metric form a group; without a metric, only a result and its baselines do. */
function keyOf(results: readonly Result[], result: Result, index: number): string {
  if (result.metric !== null) return `metric ${result.metric.toLowerCase()}`;
  const partner = result.comparedWith ?? results.findIndex((other) => other.comparedWith === index);
  if (partner !== -1) return `pair ${Math.min(index, partner)}`;
  // One subject compared with several others is one comparison.
  const subject = comparedSubject(result);
  return subject === describeSubject(result) ? `pair ${index}` : `subject ${subject}`;
}

/** Groups by metric, in the order of the text. */
export function groupResults(results: readonly Result[]): readonly ResultGroup[] {
  const byMetric = new Map<string, number[]>();
  results.forEach((result, index) => {
    const key = keyOf(results, result, index);
    byMetric.set(key, [...(byMetric.get(key) ?? []), index]);
  });
  return [...byMetric.values()].map((indices) => {
    const rows = orderRows(results, indices).flatMap((index) => {
      const result = results[index];
      return result ? [{ index, result, figure: parseFigure(result.value) }] : [];
    });
    const first = rows[0]?.result;
    const shared = sharedOf(rows.map(({ result }) => result));
    return {
      metric: first?.metric ?? null,
      better: rows.find(({ result }) => result.better)?.result.better,
      on: shared,
      rows: rows.map(({ index, result, figure }) => {
        // One scale for comparable numbers: of the same unit, with changes separate from values.
        const peers = rows
          .filter((row) => isDifference(row.result) === isDifference(result))
          .flatMap((row) => (row.figure && row.figure.unit === figure?.unit ? [row.figure] : []));
        return {
          index,
          result,
          label: labelOf(result, shared),
          mark: figure ? drawFigure(figure, result, peers) : undefined,
        };
      }),
    };
  });
}

/** A metric that two papers on the same task both report. */
interface SharedMetric {
  readonly metric: string;
  readonly better: Direction | undefined;
  readonly here: readonly Result[];
  readonly there: readonly Result[];
}

interface WithResults {
  readonly tags: readonly TagDefinition[];
  readonly results: readonly Result[];
}

/** The paper's own values of a metric, exact or bounded. */
function ownValues(results: readonly Result[], metric: string): readonly Result[] {
  return results.filter(
    (result) =>
      result.role === 'own' && !isDifference(result) && result.metric?.toLowerCase() === metric.toLowerCase(),
  );
}

/** Metrics of both papers, if they have a task in common; numbers of different tasks cannot be compared. */
export function findSharedMetrics(here: WithResults, there: WithResults): readonly SharedMetric[] {
  const tasks = new Set(here.tags.filter((tag) => tag.facet === 'task').map((tag) => tag.id));
  if (!there.tags.some((tag) => tasks.has(tag.id))) return [];
  const metrics = groupResults(here.results).flatMap((group) => (group.metric ? [group] : []));
  return metrics.flatMap(({ metric, better }) => {
    if (metric === null) return [];
    const mine = ownValues(here.results, metric);
    const theirs = ownValues(there.results, metric);
    return mine.length > 0 && theirs.length > 0 ? [{ metric, better, here: mine, there: theirs }] : [];
  });
}
