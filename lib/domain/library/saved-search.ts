/** Searching saved papers with the engine of the packs: the same words, phrases and filters. */
import type { TagDefinition } from '@/lib/domain/paper';
import type { SavedMark } from '@/lib/domain/provenance';
import type { SavedPaper } from './saved-paper';
import { searchableOwn } from './own-index';
import { createCollection, openPapers, search, type SearchAnswer } from '@/lib/domain/search';

/** Papers of one index: little enough that building it does not hold up the page, in tens of milliseconds. */
export const SEGMENT = 500;

/** Saved papers, searchable as far as they are read in. */
export interface SavedSearch {
  /** Reads in the next papers. */
  readonly add: (papers: readonly SavedPaper[]) => void;
  /** Searches what was read in; gives all hits, best first. */
  readonly query: (text: string) => SearchAnswer;
}

/** Starts without papers. */
export function createSavedSearch(taxonomy: readonly TagDefinition[]): SavedSearch {
  const marks = new Map<string, SavedMark>();
  const segments: Parameters<typeof createCollection>[0][number][] = [];
  // Joined when it is asked: to join the segments again for each one costs as much as all of them.
  let collection: ReturnType<typeof createCollection> | undefined;
  return {
    add: (papers) => {
      if (papers.length === 0) return;
      for (const { id, status, ownTags } of papers) marks.set(id, { status, ownTags });
      segments.push({
        name: `saved ${segments.length}`,
        index: openPapers(papers.map(searchableOwn), taxonomy),
      });
      collection = undefined;
    },
    query: (text) =>
      search((collection ??= createCollection(segments)), text, { saved: marks, limit: marks.size }),
  };
}
