/** A query over several packs at once: ranked as one, and only the rows that are shown are read. */
import type { TagDefinition } from '@/lib/domain/paper';
import type { SavedMarks } from '@/lib/domain/provenance';
import { createCollection, findMatches, search } from '@/lib/domain/search';
import type { SearchCollection } from '@/lib/domain/search';
import type { PageOptions, QueryAnswer, QueryHit, SearchablePack, StoreQuery } from '.';
import { groupFacets, hitOf } from './rows';

type FindTag = (id: string) => TagDefinition | undefined;

/** A searcher over packs, in the order of precedence: the first that holds a paper shows it. */
export interface PackSearcher {
  readonly query: (query: StoreQuery, page: PageOptions, saved?: SavedMarks) => Promise<QueryAnswer>;
  /** Reads the indexes, so that the first query need not. */
  readonly prepare: () => Promise<void>;
}

/** Joins packs for searching. A pack whose index cannot be read is left out; the others are searched. */
export const createPackSearcher = (packs: readonly SearchablePack[], findTag: FindTag): PackSearcher => {
  const open = async (): Promise<SearchCollection> => {
    const opened = await Promise.all(
      packs.map(async (pack) => ({ name: pack.name, index: await pack.index() })),
    );
    return createCollection(opened.flatMap(({ name, index }) => (index ? [{ name, index }] : [])));
  };
  let opening: Promise<SearchCollection> | undefined;
  const collection = (): Promise<SearchCollection> => (opening ??= open());
  return {
    prepare: async () => void (await collection()),
    query: async (query, { limit, offset = 0, signal }, saved) => {
      const joined = await collection();
      signal?.throwIfAborted();
      const answer = search(joined, query.text, { sort: query.sort, limit, offset, saved });
      const hits = await Promise.all(
        answer.hits.map(async ({ id, pack, score }): Promise<QueryHit | undefined> => {
          const shown = await packs.find(({ name }) => name === pack)?.show(id);
          if (shown === undefined) return undefined;
          const matches = findMatches(shown.searchable, answer.marking, findTag);
          return hitOf(shown.row, score, matches);
        }),
      );
      return {
        query,
        hits: hits.filter((hit) => hit !== undefined),
        total: answer.total,
        facets: groupFacets(answer.facets, findTag),
        message: answer.message,
      };
    },
  };
};
