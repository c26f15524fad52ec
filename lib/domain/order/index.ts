/**
 * Orders a list by nearness to the papers that the user saved, with reasons. The slow part, the profiles of
 * entries, can be computed earlier and in slices; the rest takes a few milliseconds.
 */
import type { PaperId } from '@/lib/domain/arxiv-id';
import { indexSaved, rankEntries, type Likenesses, type SavedIndex } from './nearness';
import { namesInCommon, type ReasonContext, type ReasonedPaper } from './reasons';

export { profileOf, type Profile, type ProfileSource } from './profile';

/** With fewer saved papers the order would mostly be chance. */
export const LEAST_SAVED = 3;
/** Of more saved papers only the newest are compared, since the user waits for the list. */
export const MOST_SAVED = 200;

/** A paper that the user saved, or an entry of the list. */
export interface OrderedPaper<Id extends string = PaperId> extends ReasonedPaper {
  readonly id: Id;
}

/** A saved paper with the time of saving, in ISO 8601, where it is known. */
export interface SavedOrderPaper<Id extends string = PaperId> extends OrderedPaper<Id> {
  readonly savedAt?: string | undefined;
}

/** An entry with its rank; `orderEntries` returns the nearest first. */
export interface PlacedEntry<Id extends string = PaperId> {
  readonly id: Id;
  /** Its index in the given list. */
  readonly at: number;
  /** From 1 on it stands out in the list; 0 means nothing in common with any saved paper. */
  readonly score: number;
  /** The nearest saved papers, nearest first; at most three. */
  readonly near: readonly Id[];
  /** Whether it is near enough to be marked. */
  readonly isNear: boolean;
  /**
   * What it has in common with the nearest: "chest X-ray", "report generation"; at most three. Empty if it
   * was not explained.
   */
  readonly reasons: readonly string[];
}

/** Saved papers, prepared for ordering any number of lists. */
interface Order<Id extends string> {
  readonly saved: readonly SavedOrderPaper<Id>[];
  readonly index: SavedIndex;
}

/** Prepares the newest `MOST_SAVED` saved papers; those without a time count as newest, in their order. */
export function openOrder<Id extends string>(papers: readonly SavedOrderPaper<Id>[]): Order<Id> {
  const timeOf = ({ savedAt }: SavedOrderPaper<Id>): number => Date.parse(savedAt ?? '') || Infinity;
  const saved =
    papers.length <= MOST_SAVED
      ? papers
      : papers
          .toSorted((a, b) => (timeOf(a) < timeOf(b) ? 1 : timeOf(a) > timeOf(b) ? -1 : 0))
          .slice(0, MOST_SAVED);
  return { saved, index: indexSaved(saved) };
}

/** The share of the entries that have each tag. */
function tagShares(entries: readonly ReasonedPaper[]): (tagId: string) => number {
  const counts = new Map<string, number>();
  for (const { tags } of entries) for (const { id } of tags) counts.set(id, (counts.get(id) ?? 0) + 1);
  return (tagId) => (counts.get(tagId) ?? 0) / entries.length;
}

/** Options of an order. */
interface OrderOptions {
  readonly idf: ReasonContext['idf'];
  /**
   * Which entries get reasons: `near` only those that are marked, for a list that the user waits for. Default
   * `all`.
   */
  readonly explain?: 'near' | 'all';
}

/**
 * The entries of a list, nearest first. Saved ones come before all others, in the order of the list, and are
 * left out of the statistics: they are as near as possible, and not new. Stops between entries, so that the
 * caller can let other work pass.
 */
export function* orderInSteps<Id extends string>(
  { saved, index }: Order<Id>,
  entries: readonly OrderedPaper<Id>[],
  { idf, explain = 'all' }: OrderOptions,
): Generator<undefined, readonly PlacedEntry<Id>[]> {
  const context: ReasonContext = { idf, shareWith: tagShares(entries) };
  const savedIds = new Set<string>(saved.map(({ id }) => id));
  const own: number[] = [];
  const others: number[] = [];
  const likenesses: Likenesses[] = [];
  for (const [at, { id, profile }] of entries.entries()) {
    if (savedIds.has(id)) own.push(at);
    else {
      others.push(at);
      likenesses.push(index.compare(profile));
    }
    yield;
  }
  const placed: PlacedEntry<Id>[] = [];
  for (const { at: place, score, near, isNear } of rankEntries(index, likenesses)) {
    const at = others[place] ?? 0;
    const entry = entries[at];
    if (!entry) continue;
    const [nearest] = near.flatMap((paper) => saved[paper] ?? []);
    const isExplained = nearest !== undefined && (isNear || explain === 'all');
    placed.push({
      id: entry.id,
      at,
      score,
      near: near.flatMap((paper) => saved[paper]?.id ?? []),
      isNear,
      reasons: isExplained ? namesInCommon(nearest, entry, context) : [],
    });
    yield;
  }
  const most = Math.max(1, placed[0]?.score ?? 0);
  const first = own.flatMap((at) => {
    const id = entries[at]?.id;
    return id === undefined ? [] : [{ id, at, score: most, near: [id], isNear: false, reasons: [] }];
  });
  return [...first, ...placed];
}

/** `orderInSteps` without a stop. */
export function orderEntries<Id extends string>(
  order: Order<Id>,
  entries: readonly OrderedPaper<Id>[],
  options: OrderOptions,
): readonly PlacedEntry<Id>[] {
  const steps = orderInSteps(order, entries, options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
