/**
 * A list in the user's own order: its entries by how near they are to the papers that the user saved, and why. What is
 * slow, the profiles of entries, can be made beforehand and in slices; the rest takes some milliseconds.
 */
import type { PaperId } from '@/lib/domain/arxiv-id';
import { indexSaved, rankEntries, type SavedIndex } from './nearness';
import type { Likenesses } from './nearness';
import { namesInCommon, type ReasonContext, type ReasonedPaper } from './reasons';

export { profileOf, type Profile, type ProfileSource } from './profile';

/** With fewer saved papers an order would be made of chance. */
export const LEAST_SAVED = 3;
/** Of more saved papers the newest are compared with: the list has to be ready while somebody waits. */
export const MOST_SAVED = 500;

/** A paper that the user saved, or an entry of the list. */
export interface OrderedPaper<Id extends string = PaperId> extends ReasonedPaper {
  readonly id: Id;
}

/** A saved paper with the time of saving, in ISO 8601, where it is known. */
export interface SavedOrderPaper<Id extends string = PaperId> extends OrderedPaper<Id> {
  readonly savedAt?: string | undefined;
}

/** An entry in its place: the list that `orderEntries` gives has the nearest first. */
export interface PlacedEntry<Id extends string = PaperId> {
  readonly id: Id;
  /** Its number in the list that was given. */
  readonly at: number;
  /** 1 and more stands out in the list; 0 has nothing in common with any saved paper. */
  readonly score: number;
  /** Saved papers, the nearest first; at most three. */
  readonly near: readonly Id[];
  /** Whether it is near enough to be marked. */
  readonly isNear: boolean;
  /** What it has in common with the nearest: "chest X-ray", "report generation"; at most three. */
  readonly reasons: readonly string[];
}

/** Saved papers, ready to order any number of lists. */
export interface Order<Id extends string> {
  readonly saved: readonly SavedOrderPaper<Id>[];
  readonly index: SavedIndex;
}

/** The newest `MOST_SAVED` of the saved papers, made ready; those without a time count as newest, in their order. */
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

/** What part of the entries has each tag. */
function tagShares(entries: readonly ReasonedPaper[]): (tagId: string) => number {
  const counts = new Map<string, number>();
  for (const { tags } of entries) for (const { id } of tags) counts.set(id, (counts.get(id) ?? 0) + 1);
  return (tagId) => (counts.get(tagId) ?? 0) / entries.length;
}

/**
 * The entries of a list, nearest first. `likenesses` are those of `order.index.compare`, where they were made before.
 * A paper that is saved itself is as near as it gets.
 */
export function orderEntries<Id extends string>(
  { saved, index }: Order<Id>,
  entries: readonly OrderedPaper<Id>[],
  idf: ReasonContext['idf'],
  likenesses: readonly Likenesses[] = entries.map(({ profile }) => index.compare(profile)),
): readonly PlacedEntry<Id>[] {
  const context: ReasonContext = { idf, shareWith: tagShares(entries) };
  return rankEntries(index, likenesses).flatMap(({ at, score, near, isNear }) => {
    const entry = entries[at];
    if (!entry) return [];
    const [nearest] = near.flatMap((paper) => saved[paper] ?? []);
    return [
      {
        id: entry.id,
        at,
        score,
        near: near.flatMap((paper) => saved[paper]?.id ?? []),
        isNear,
        reasons: nearest ? namesInCommon(nearest, entry, context) : [],
      },
    ];
  });
}
