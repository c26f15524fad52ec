/** Links the papers of a catalogue with one another, so that a reader who follows them reaches every one. */
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { Neighbour } from '@/lib/domain/paper';
import { findNear, pairScorer } from './candidates';
import type { Near } from './candidates';
import { explainRelated } from './index';
import { isSurvey } from './paper-index';
import type { RelatedIndex, RelatedInput } from './paper-index';
import { readQuery, SHARES } from './score';

/** How densely to link. */
export interface LinkOptions {
  /** Neighbours a paper; 8 unless told. Fewer only where no more papers have anything in common with it. */
  readonly top?: number | undefined;
  /** Every paper is pointed to from at least so many others, where the lists have room; 3 unless told. */
  readonly least?: number | undefined;
  /** Shares of vectors and tags in the likeness; tags that a person has set deserve more than `SHARES`. */
  readonly shares?: { readonly dense: number; readonly tags: number } | undefined;
}

/** Of a list at most so many may be surveys, unless the paper is one itself. */
const MOST_SURVEYS = 2;

/** A paper's likeness to its nearest few: high for papers that are like everything. */
const NEAREST = 5;
const hubness = ({ scores }: Near): number => {
  const nearest = scores.subarray(0, NEAREST);
  return nearest.reduce((sum, score) => sum + score, 0) / Math.max(1, nearest.length);
};

interface Links {
  /** For each paper the places of its neighbours, best first. */
  readonly lists: number[][];
  /** For each paper the places of those that might have it in their lists. */
  readonly sources: (paper: number) => ReadonlySet<number>;
  /** How good a link is: likeness less what the target has in common with everybody. */
  readonly worth: (from: number, to: number) => number;
}

const countPointers = (lists: readonly (readonly number[])[]): number[] => {
  const pointers = lists.map(() => 0);
  for (const list of lists) for (const to of list) pointers[to] = (pointers[to] ?? 0) + 1;
  return pointers;
};

/** Who might list a paper: those that it is near to, and those near to it, which need not be the same. */
const findSources = (near: readonly Near[]): ((paper: number) => ReadonlySet<number>) => {
  const sources = near.map(({ places }) => new Set(places));
  for (const [from, { places }] of near.entries()) for (const to of places) sources[to]?.add(from);
  return (paper) => sources[paper] ?? new Set();
};

/** Gives papers that too few point to a place in the lists that value them most, at the cost of links that can be spared. */
const spread = ({ lists, sources, worth }: Links, least: number): void => {
  const pointers = countPointers(lists);
  for (const [paper] of lists.entries()) {
    if ((pointers[paper] ?? 0) >= least) continue;
    const ranked = Array.from(sources(paper), (from) => ({ from, worth: worth(from, paper) }))
      .filter(({ from }) => !(lists[from] ?? []).includes(paper))
      .toSorted((a, b) => b.worth - a.worth || a.from - b.from);
    for (const { from } of ranked) {
      if ((pointers[paper] ?? 0) >= least) break;
      const list = lists[from] ?? [];
      const spare = list.findLastIndex((to, rank) => rank >= 2 && (pointers[to] ?? 0) > least);
      if (spare < 0) continue;
      const dropped = list[spare] ?? 0;
      list[spare] = paper;
      pointers[dropped] = (pointers[dropped] ?? 0) - 1;
      pointers[paper] = (pointers[paper] ?? 0) + 1;
    }
  }
};

/**
 * Neighbours of every paper among the others, with reasons. `papers` are those
 * that `index` was built from, in its order. Papers that are like everything
 * are held back, and every paper is pointed to; scores stay plain likeness.
 */
export const linkPapers = <Id extends string = PaperId>(
  papers: readonly RelatedInput<Id>[],
  index: RelatedIndex<Id>,
  { top = 8, least = 3, shares = SHARES }: LinkOptions = {},
): Map<Id, (Omit<Neighbour, 'id'> & { readonly id: Id })[]> => {
  const queries = papers.map((paper) => readQuery(index, paper));
  const near = findNear(index, queries, shares);
  const score = (from: number, to: number): number => {
    const query = queries[from];
    const known = near[from]?.places.indexOf(to) ?? -1;
    if (known >= 0) return near[from]?.scores[known] ?? 0;
    return query ? pairScorer(index, query, shares)(to) : 0;
  };
  const hubs = near.map(hubness);
  const worth = (from: number, to: number): number => score(from, to) - (hubs[to] ?? 0) / 3;
  const surveys = papers.map(isSurvey);
  const lists = near.map(({ places, scores }, from) => {
    let shown = 0;
    return Array.from(places, (to, rank) => ({ to, worth: (scores[rank] ?? 0) - (hubs[to] ?? 0) / 3 }))
      .toSorted((a, b) => b.worth - a.worth || a.to - b.to)
      .filter(({ to }) => surveys[from] === true || surveys[to] !== true || (shown += 1) <= MOST_SURVEYS)
      .slice(0, top)
      .map(({ to }) => to);
  });
  spread({ lists, sources: findSources(near), worth }, least);
  const linked = new Map<Id, (Omit<Neighbour, 'id'> & { readonly id: Id })[]>();
  for (const [from, paper] of papers.entries()) {
    const query = queries[from];
    const ranked = (lists[from] ?? []).toSorted((a, b) => score(from, b) - score(from, a) || a - b);
    linked.set(
      paper.id,
      ranked.flatMap((to) => {
        const id = index.ids[to];
        if (id === undefined || query === undefined) return [];
        const rounded = Math.round(score(from, to) * 1000) / 1000;
        return [{ id, score: rounded, reasons: explainRelated(index, query, to) }];
      }),
    );
  }
  return linked;
};
