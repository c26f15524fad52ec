/** Searching saved papers with the engine of the packs: the same words, phrases and filters. */
import type { TagDefinition } from '@/lib/domain/paper';
import type { SavedMarks } from '@/lib/domain/provenance';
import {
  createCollection,
  openPapers,
  search,
  type NamedIndex,
  type SearchAnswer,
} from '@/lib/domain/search';
import { searchableOwn } from './own-index';
import type { SavedPaper } from './saved-paper';

/** Papers of one index: little enough that building it does not hold up the page, in tens of milliseconds. */
export const SEGMENT = 500;

/** Saved papers, searchable as far as they are read in. */
export interface SavedSearch {
  /** Reads in the next papers. */
  readonly add: (papers: readonly SavedPaper[]) => void;
  /** Searches what was read in; gives all hits, best first. */
  readonly query: (text: string, marks: SavedMarks) => SearchAnswer;
}

/** Starts with the papers that are compiled already, without those that count no more; or without any. */
export function createSavedSearch(
  taxonomy: readonly TagDefinition[],
  compiled?: Omit<NamedIndex, 'name'>,
): SavedSearch {
  const segments: NamedIndex[] = compiled ? [{ name: 'compiled', ...compiled }] : [];
  // Joined when it is asked: to join the segments again for each one costs as much as all of them.
  let collection: ReturnType<typeof createCollection> | undefined;
  return {
    add: (papers) => {
      if (papers.length === 0) return;
      segments.unshift({
        name: `saved ${segments.length}`,
        index: openPapers(papers.map(searchableOwn), taxonomy),
      });
      collection = undefined;
    },
    query: (text, marks) =>
      search((collection ??= createCollection(segments)), text, { saved: marks, limit: marks.size }),
  };
}
