/**
 * Compares papers. Two numbers share a row only if they have the same metric, data, split and target, since
 * anything else would not be a valid comparison. Other numbers of a shared metric are listed separately, with
 * the reason.
 */
import type { PaperId } from '@/lib/domain/arxiv-id';
import { parseFigure, type Figure } from '@/lib/domain/describe';
import { metricDirection } from '@/lib/domain/metrics';
import type { Direction, PaperLink, Result } from '@/lib/domain/paper';
import { readData, type DataName } from './data-name';
import { metricName } from './metric-name';

/** The facts about a paper that are compared. */
export interface ComparedPaper {
  readonly id: PaperId;
  readonly title: string;
  readonly results: readonly Result[];
  /** Numbers of its tables, if these were read; the anchor of each is the name of its table. */
  readonly tableResults?: readonly Result[] | undefined;
}

/** The facts shown below a paper's numbers. */
export interface ComparedFacts extends ComparedPaper {
  /** `YYYY-MM-DD` */
  readonly published?: string | undefined;
  readonly readVersion?: number | undefined;
  readonly links: readonly PaperLink[];
  /** Taxonomy ids. */
  readonly tags: readonly string[];
}

/** A number in a cell. */
export interface ComparedValue {
  readonly result: Result;
  /** Whether it is the best own number of its row; several are if they are equal. */
  readonly isBest: boolean;
  /** The name of its table; undefined for a number of the abstract. */
  readonly table?: string | undefined;
}

/** A metric on one dataset, split and target. */
export interface ComparisonRow {
  /** Standard name: "Dice". */
  readonly metric: string;
  readonly better: Direction | undefined;
  /** As the first paper with it prints it. */
  readonly data: string;
  readonly split: string | undefined;
  readonly target: string | undefined;
  /**
   * One cell for each paper, in their order: own numbers before those of baselines; empty if the paper has
   * none.
   */
  readonly cells: readonly (readonly ComparedValue[])[];
}

/**
 * Why numbers of one metric are not compared. `data`: measured on different or unknown data; `split`: on
 * different parts of the same data; `target`: for different classes, organs or tasks; `difference`: each
 * relative to its own baseline, which does not give the value reached.
 */
const APART_REASONS = ['data', 'split', 'target', 'difference'] as const;
/** Why numbers of one metric are kept apart. */
export type ApartReason = (typeof APART_REASONS)[number];

/** Numbers of one metric that cannot be compared, with the indexes of their papers. */
interface ApartNumbers {
  readonly metric: string;
  readonly reason: ApartReason;
  readonly values: readonly { readonly paper: number; readonly result: Result }[];
}

/** The comparison of papers. */
export interface Comparison {
  readonly rows: readonly ComparisonRow[];
  readonly apart: readonly ApartNumbers[];
}

interface Measured {
  readonly paper: number;
  readonly result: Result;
  readonly metric: string;
  readonly data: DataName | undefined;
  readonly target: string;
  readonly table: string | undefined;
}

/** True for a value, exact or bounded; other numbers are relative to a baseline. */
const isLevel = ({ kind, bounds }: Result): boolean =>
  kind === 'level' || (kind === 'bound' && (bounds ?? 'level') === 'level');

const fold = (text: string | undefined): string =>
  (text ?? '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function measure(papers: readonly ComparedPaper[]): readonly Measured[] {
  return papers.flatMap(({ results, tableResults = [] }, paper) =>
    [...results, ...tableResults].flatMap((result, at) =>
      result.metric === null
        ? []
        : [
            {
              paper,
              result,
              metric: metricName(result.metric),
              data: result.data === undefined ? undefined : readData(result.data),
              target: fold(result.target),
              table: at < results.length ? undefined : result.anchor,
            },
          ],
    ),
  );
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly (readonly Item[])[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const known = groups.get(key);
    if (known) known.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}

const countPapers = (values: readonly Measured[]): number => new Set(values.map(({ paper }) => paper)).size;
const countOwners = (values: readonly Measured[]): number =>
  countPapers(values.filter(({ result }) => result.role === 'own'));

/** The value of a number; 0.91 becomes 91 where others are percentages. */
function levelOf(
  { amount, unit }: Figure,
  peers: readonly Figure[],
): { readonly amount: number; readonly unit: string } {
  const hasPercent = peers.some((peer) => peer.unit === '%');
  const isPart = unit === '' && amount >= 0 && amount <= 1;
  return hasPercent && isPart ? { amount: amount * 100, unit: '%' } : { amount, unit };
}

/** The best of the own values, if there are two with the same unit and the metric has a better direction. */
function findBest(values: readonly Measured[], better: Direction | undefined): ReadonlySet<Result> {
  const levels = values.flatMap(({ paper, result }) => {
    const figure = result.role === 'own' && result.kind === 'level' ? parseFigure(result.value) : undefined;
    return figure ? [{ paper, result, figure }] : [];
  });
  const figures = levels.map(({ figure }) => figure);
  const read = levels.map((level) => ({ ...level, ...levelOf(level.figure, figures) }));
  const isRace = new Set(read.map(({ paper }) => paper)).size > 1;
  if (!better || !isRace || new Set(read.map(({ unit }) => unit)).size !== 1) return new Set();
  const amounts = read.map(({ amount }) => amount);
  const best = better === 'higher' ? Math.max(...amounts) : Math.min(...amounts);
  return new Set(read.filter(({ amount }) => amount === best).map(({ result }) => result));
}

/** The digits of a printed number, by which a number in abstract and table is recognised as the same. */
const digitsOf = ({ value }: Result): string => /\d[\d,]*(?:\.\d+)?/.exec(value)?.[0] ?? value;

/** Removes numbers of tables that the abstract repeats in the same row. */
function withoutRepeats(values: readonly Measured[]): readonly Measured[] {
  const seen = new Set<string>();
  return values.filter(({ result }) => {
    const key = `${result.role} ${digitsOf(result)}`;
    return !seen.has(key) && seen.add(key);
  });
}

function rowOf(values: readonly Measured[], papers: number): ComparisonRow | undefined {
  const [first] = values;
  if (!first?.data) return undefined;
  const better = values.find(({ result }) => result.better)?.result.better ?? metricDirection(first.metric);
  const best = findBest(values, better);
  const cell = (paper: number): readonly ComparedValue[] => {
    const mine = values.filter((value) => value.paper === paper);
    const ordered = [
      ...mine.filter(({ result }) => result.role === 'own'),
      ...mine.filter(({ result }) => result.role !== 'own'),
    ];
    return withoutRepeats(ordered).map(({ result, table }) => ({
      result,
      isBest: best.has(result),
      ...(table !== undefined && { table }),
    }));
  };
  return {
    metric: first.metric,
    better,
    data: first.data.name,
    split: first.data.split,
    target: first.result.target,
    cells: Array.from({ length: papers }, (_, paper) => cell(paper)),
  };
}

/** Whether own values on the same data are of different parts of it, or for different targets. */
const reasonOf = (shared: readonly Measured[]): ApartReason =>
  groupBy(shared, ({ data }) => data?.split ?? '').some((group) => countPapers(group) > 1)
    ? 'target'
    : 'split';

/** Without what a paper says twice: an abstract and a table, or several tables, have the same number. */
function withoutEqual(values: readonly Measured[]): readonly Measured[] {
  const keyOf = ({ paper, result, target }: Measured): string =>
    [paper, result.kind, digitsOf(result), target].join('\n');
  return groupBy(values, keyOf).flatMap((alike) => {
    // A number without the name of its data is most likely the one that names it.
    const named = groupBy(
      alike.filter(({ data }) => data !== undefined),
      ({ data }) => [data?.key, data?.split].join('\n'),
    );
    return named.length > 0 ? named.flatMap(([first]) => first ?? []) : alike.slice(0, 1);
  });
}

/** The remaining numbers of metrics that several papers report. */
function listApart(left: readonly Measured[]): readonly ApartNumbers[] {
  const own = left.filter(({ result }) => result.role === 'own');
  return groupBy(own, ({ metric }) => metric.toLowerCase()).flatMap((values) => {
    if (countPapers(values) < 2) return [];
    const list = (reason: ApartReason, of: readonly Measured[]): readonly ApartNumbers[] =>
      // Of a difference one is enough: it tells why it is not beside the other paper's value.
      countPapers(of) > (reason === 'difference' ? 0 : 1)
        ? [
            {
              metric: of[0]?.metric ?? '',
              reason,
              values: withoutEqual(of).map(({ paper, result }) => ({ paper, result })),
            },
          ]
        : [];
    const levels = values.filter(({ result }) => isLevel(result));
    const bySet = groupBy(levels, ({ data }) => data?.key ?? '');
    const shared = bySet.filter((group) => group[0]?.data !== undefined && countPapers(group) > 1);
    const reasons = new Map(shared.map((group) => [group, reasonOf(group)]));
    const known = new Set(shared.flat());
    // Tables have many datasets, and other papers rarely have the same ones, so these are not listed.
    const others = levels.filter((value) => !known.has(value) && value.table === undefined);
    const sharedFor = (reason: ApartReason): readonly Measured[] =>
      shared.filter((group) => reasons.get(group) === reason).flat();
    return [
      ...list('split', sharedFor('split')),
      ...list('target', sharedFor('target')),
      ...list('data', others),
      ...list(
        'difference',
        values.filter(({ result }) => !isLevel(result)),
      ),
    ];
  });
}

/** Compares papers, in the order in which the first paper reports its results. */
export function comparePapers(papers: readonly ComparedPaper[]): Comparison {
  const measured = measure(papers);
  const comparable = measured.filter(({ data, result }) => data !== undefined && isLevel(result));
  const groups = groupBy(comparable, ({ metric, data, target }) =>
    [metric.toLowerCase(), data?.key, data?.split, target].join('\n'),
  ).filter((values) => countOwners(values) > 1 || (countPapers(values) > 1 && countOwners(values) > 0));
  const used = new Set(groups.flat());
  return {
    rows: groups.flatMap((values) => rowOf(values, papers.length) ?? []),
    apart: listApart(measured.filter((value) => !used.has(value))),
  };
}
