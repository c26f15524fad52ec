/** Links the papers of a catalogue with one another, so that a user who follows them reaches every one. */
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { RelatedPaper } from '@/lib/domain/paper';
import { findNear, pairScorer } from './candidates';
import type { Near } from './candidates';
import { explainRelated, MOST_SURVEYS } from './index';
import type { Reason } from './reason';
import { isSurvey } from './paper-index';
import type { RelatedIndex, RelatedInput } from './paper-index';
import { readQuery, SHARES } from './score';

/** How densely to link. */
interface LinkOptions<Id extends string = PaperId> {
  /** Related papers of each paper, default 8. Fewer only if no others have anything in common with it. */
  readonly top?: number | undefined;
  /** Every paper is in the lists of at least this many others, as far as the lists have space; default 3. */
  readonly least?: number | undefined;
  /** No paper is in the lists of more others than this; unlimited by default. */
  readonly most?: number | undefined;
  /** The least similarity of a paper with only one reason; default 0. */
  readonly lone?: number | undefined;
  /** Papers that are always in a paper's list, with the best available reason. */
  readonly pinned?: ((id: Id) => ReadonlySet<Id>) | undefined;
  /** Shares of vectors and tags in the similarity. Tags set by hand deserve more than `SHARES`. */
  readonly shares?: { readonly dense: number; readonly tags: number } | undefined;
}

/** Number of nearest papers whose mean likeness measures how much a paper resembles everything. */
const NEAREST = 5;
const hubness = ({ scores }: Near): number => {
  const nearest = scores.subarray(0, NEAREST);
  return nearest.reduce((sum, score) => sum + score, 0) / Math.max(1, nearest.length);
};

interface Links {
  /** By paper, the places of its related papers, best first. */
  readonly lists: number[][];
  /** By paper, the places of those that may have it in their lists. */
  readonly sources: (paper: number) => ReadonlySet<number>;
  /** How good a link is: its similarity less what the target has in common with all papers. */
  readonly worth: (from: number, to: number) => number;
  /** By paper, all candidates for its list, best first. */
  readonly candidates: readonly (readonly number[])[];
  /** True if `to` is a survey and `from` is not; a list has at most `MOST_SURVEYS` such links. */
  readonly isSurveyFor: (from: number, to: number) => boolean;
  /** Whether the link must stay. */
  readonly isPinned: (from: number, to: number) => boolean;
  /** Whether there is a good enough reason for the link. */
  readonly isGood: (from: number, to: number) => boolean;
}

const countPointers = (lists: readonly (readonly number[])[]): number[] => {
  const pointers = lists.map(() => 0);
  for (const list of lists) for (const to of list) pointers[to] = (pointers[to] ?? 0) + 1;
  return pointers;
};

/**
 * By paper, those that might list it: the ones that it is near to, and the ones near to it, which may differ.
 */
const findSources = (near: readonly Near[]): ((paper: number) => ReadonlySet<number>) => {
  const sources = near.map(({ places }) => new Set(places));
  for (const [from, { places }] of near.entries()) for (const to of places) sources[to]?.add(from);
  return (paper) => sources[paper] ?? new Set();
};

/**
 * Adds papers that too few lists contain to the lists in which they score highest, in place of links that are not
 * needed.
 */
const spread = ({ lists, sources, worth, isGood, isPinned, isSurveyFor }: Links, least: number): void => {
  const pointers = countPointers(lists);
  for (const [paper] of lists.entries()) {
    if ((pointers[paper] ?? 0) >= least) continue;
    const ranked = Array.from(sources(paper), (from) => ({ from, worth: worth(from, paper) }))
      .filter(({ from }) => !(lists[from] ?? []).includes(paper) && isGood(from, paper))
      .toSorted((a, b) => b.worth - a.worth || a.from - b.from);
    for (const { from } of ranked) {
      if ((pointers[paper] ?? 0) >= least) break;
      const list = lists[from] ?? [];
      const surveys = list.filter((to) => isSurveyFor(from, to)).length;
      if (isSurveyFor(from, paper) && surveys >= MOST_SURVEYS) continue;
      const spare = list.findLastIndex(
        (to, rank) => rank >= 2 && (pointers[to] ?? 0) > least && !isPinned(from, to),
      );
      if (spare < 0) continue;
      const dropped = list[spare] ?? 0;
      list[spare] = paper;
      pointers[dropped] = (pointers[dropped] ?? 0) - 1;
      pointers[paper] = (pointers[paper] ?? 0) + 1;
    }
  }
};

/**
 * Removes papers that too many lists contain from those in which they score lowest; the next best candidate replaces
 * them.
 */
const holdBack = ({ lists, worth, candidates, isGood, isPinned, isSurveyFor }: Links, most: number): void => {
  const pointers = countPointers(lists);
  for (const [paper] of lists.entries()) {
    const holders = Array.from(lists.keys())
      .filter(
        (from) =>
          (pointers[paper] ?? 0) > most && (lists[from] ?? []).includes(paper) && !isPinned(from, paper),
      )
      .map((from) => ({ from, worth: worth(from, paper) }))
      .toSorted((a, b) => a.worth - b.worth || a.from - b.from);
    for (const { from } of holders.slice(0, Math.max(0, (pointers[paper] ?? 0) - most))) {
      const list = lists[from] ?? [];
      const next = (candidates[from] ?? []).find(
        (to) =>
          !list.includes(to) && (pointers[to] ?? 0) < most && !isSurveyFor(from, to) && isGood(from, to),
      );
      list.splice(list.indexOf(paper), 1, ...(next === undefined ? [] : [next]));
      pointers[paper] = (pointers[paper] ?? 0) - 1;
      if (next !== undefined) pointers[next] = (pointers[next] ?? 0) + 1;
    }
  }
};

/** The first `top` items that pass; later ones are not tested. */
const takeGood = (items: readonly number[], top: number, isGood: (item: number) => boolean): number[] => {
  const taken: number[] = [];
  for (const item of items) {
    if (taken.length === top) break;
    if (isGood(item)) taken.push(item);
  }
  return taken;
};

/**
 * Related papers of every paper among the others, with reasons. `papers` are those from which `index` was
 * built, in its order. Papers that resemble everything are listed less, and every paper is listed somewhere;
 * scores are the plain similarity.
 */
export const linkPapers = <Id extends string = PaperId>(
  papers: readonly RelatedInput<Id>[],
  index: RelatedIndex<Id>,
  { top = 8, least = 3, most = Infinity, lone = 0, shares = SHARES, pinned }: LinkOptions<Id> = {},
): Map<Id, (Omit<RelatedPaper, 'id'> & { readonly id: Id })[]> => {
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
  const pins = papers.map(({ id }) => pinned?.(id) ?? new Set<Id>());
  const isPinned = (from: number, to: number): boolean => {
    const id = index.ids[to];
    return id !== undefined && pins[from]?.has(id) === true;
  };
  const reasons = papers.map(() => new Map<number, readonly Reason[]>());
  const reasonsFor = (from: number, to: number): readonly Reason[] => {
    const query = queries[from];
    const known = reasons[from]?.get(to);
    if (known !== undefined || query === undefined) return known ?? [];
    const found = explainRelated(index, query, to, isPinned(from, to));
    reasons[from]?.set(to, found);
    return found;
  };
  const isGood = (from: number, to: number): boolean => {
    const { length } = reasonsFor(from, to);
    return length > 1 || (length === 1 && (isPinned(from, to) || score(from, to) >= lone));
  };
  const surveys = papers.map(isSurvey);
  const isSurveyFor = (from: number, to: number): boolean => surveys[from] !== true && surveys[to] === true;
  const candidates = near.map(({ places, scores }) =>
    Array.from(places, (to, rank) => ({ to, worth: (scores[rank] ?? 0) - (hubs[to] ?? 0) / 3 }))
      .toSorted((a, b) => b.worth - a.worth || a.to - b.to)
      .map(({ to }) => to),
  );
  const lists = candidates.map((places, from) => {
    let shown = 0;
    const [first, others] = [true, false].map((isFirst) =>
      places.filter((to) => isPinned(from, to) === isFirst),
    );
    return takeGood([...(first ?? []), ...(others ?? [])], top, (to) => {
      const isSurveyToo = isSurveyFor(from, to);
      if ((isSurveyToo && shown === MOST_SURVEYS) || !isGood(from, to)) return false;
      if (isSurveyToo) shown += 1;
      return true;
    });
  });
  const links: Links = {
    lists,
    sources: findSources(near),
    worth,
    candidates,
    isGood,
    isPinned,
    isSurveyFor,
  };
  holdBack(links, most);
  spread(links, least);
  const linked = new Map<Id, (Omit<RelatedPaper, 'id'> & { readonly id: Id })[]>();
  for (const [from, paper] of papers.entries()) {
    const ranked = (lists[from] ?? []).toSorted((a, b) => score(from, b) - score(from, a) || a - b);
    linked.set(
      paper.id,
      ranked.flatMap((to) => {
        const id = index.ids[to];
        const rounded = Math.round(score(from, to) * 1000) / 1000;
        return id === undefined ? [] : [{ id, score: rounded, reasons: reasonsFor(from, to) }];
      }),
    );
  }
  return linked;
};
