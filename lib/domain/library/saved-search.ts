/** Searches saved papers with the engine of the packs: the same words, phrases and filters. */
import type { TagDefinition } from '@/lib/domain/paper';
import type { SavedMarks } from '@/lib/domain/provenance';
import {
  createCollection,
  openPapers,
  search,
  type NamedIndex,
  type SearchAnswer,
  type SearchIndex,
} from '@/lib/domain/search';
import { searchableOwn } from './own-index';
import type { SavedPaper } from './saved-paper';

/** Papers in one index, few enough to be indexed in tens of milliseconds without blocking the page. */
export const SEGMENT = 500;

/** Searches saved papers, as far as they have been added. */
export interface SavedSearch {
  /** Adds the next papers. */
  readonly add: (papers: readonly SavedPaper[]) => void;
  /** Adds an index of further papers. */
  readonly addIndex: (index: SearchIndex) => void;
  /** Searches the added papers; returns the best hits, best first, without tags: all of them by default. */
  readonly query: (text: string, marks: SavedMarks, most?: number) => SearchAnswer;
}

/** Starts with compiled papers, without those that were removed or changed; or with none. */
export function createSavedSearch(
  taxonomy: readonly TagDefinition[],
  compiled?: Omit<NamedIndex, 'name'>,
): SavedSearch {
  const segments: NamedIndex[] = compiled ? [{ name: 'compiled', ...compiled }] : [];
  // Segments are joined when a query comes, since joining them after each segment would cost as much as all
  // of them.
  let collection: ReturnType<typeof createCollection> | undefined;
  const addIndex = (index: SearchIndex): void => {
    segments.unshift({ name: `saved ${segments.length}`, index });
    collection = undefined;
  };
  return {
    add: (papers) => {
      if (papers.length > 0) addIndex(openPapers(papers.map(searchableOwn), taxonomy));
    },
    addIndex,
    query: (text, marks, most = marks.size) =>
      search((collection ??= createCollection(segments)), text, {
        saved: marks,
        limit: most,
        // The page counts the tags of all papers, once.
        countsTags: false,
      }),
  };
}
