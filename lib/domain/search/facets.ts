/** Counts tags over the papers found, at every keystroke. */
import type { SearchCollection } from './collection';

/** A tag id and how many of the papers have it. */
export interface FacetCount {
  readonly tag: string;
  readonly count: number;
}

/** Papers of one pack by number; only the first `count` are valid. */
export interface FoundPapers {
  readonly papers: Uint32Array;
  readonly count: number;
}

/**
 * Tag ids with the number of given papers that have them, most frequent first; `found` has one item for each
 * pack.
 */
export const countTags = ({ packs }: SearchCollection, found: readonly FoundPapers[]): FacetCount[] => {
  const totals = new Map<string, number>();
  for (const [at, { index }] of packs.entries()) {
    const { values, starts, numbers } = index.table;
    // Tags come first in the list of values and in each paper's, so the thousands of venues are not walked.
    const others = values.findIndex(({ kind }) => kind !== 'tags');
    const tags = others < 0 ? values.length : others;
    const counts = new Uint32Array(tags);
    const { papers, count } = found[at] ?? { papers: new Uint32Array(0), count: 0 };
    for (let each = 0; each < count; each += 1) {
      const paper = papers[each] ?? 0;
      const end = starts[paper + 1] ?? 0;
      for (let slot = starts[paper] ?? 0; slot < end; slot += 1) {
        const value = numbers[slot] ?? 0;
        if (value >= tags) break;
        counts[value] = (counts[value] ?? 0) + 1;
      }
    }
    for (const [number, held] of counts.entries()) {
      const text = values[number]?.text;
      if (held > 0 && text !== undefined) totals.set(text, (totals.get(text) ?? 0) + held);
    }
  }
  return Array.from(totals, ([tag, count]) => ({ tag, count })).toSorted(
    (a, b) => b.count - a.count || (a.tag < b.tag ? -1 : 1),
  );
};
