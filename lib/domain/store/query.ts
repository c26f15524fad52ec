/** A query over several packs at once: ranked as one, and only the rows that are shown are read. */
import type { TagDefinition } from '@/lib/domain/paper';
import { createCollection, findMatches } from '@/lib/domain/search';
import type {
  NamedIndex,
  SearchAnswer,
  SearchCollection,
  SearchIndex,
  SearchOptions,
} from '@/lib/domain/search';
import { askInFiles, searchInFiles, type ReadAnswer } from '@/lib/domain/search/search-in-file';
import type { PageOptions, QueryAnswer, QueryHit, SearchablePack, StoreQuery } from '.';
import { groupFacets, hitOf } from './rows';

/** What filters need of the user's own papers. */
export type OwnLists = Pick<SearchOptions, 'saved' | 'lists'>;

type FindTag = (id: string) => TagDefinition | undefined;

/** Searches packs in order of precedence: a paper is shown from the first pack that has it. */
interface PackSearcher {
  readonly query: (query: StoreQuery, page: PageOptions, own?: OwnLists) => Promise<QueryAnswer>;
  /** Reads the indexes ahead of the first query. */
  readonly prepare: () => Promise<void>;
}

/** Joins packs for searching. A pack whose index cannot be read is left out. */
export const createPackSearcher = (packs: readonly SearchablePack[], findTag: FindTag): PackSearcher => {
  /** Indexes whose files could not be read when a query needed them. */
  const unreadable = new WeakSet<SearchIndex>();
  const open = (): Promise<readonly NamedIndex[]> =>
    Promise.all(
      packs.map(async ({ name, index: read, without }) => {
        const [index, gone] = await Promise.all([read(), without?.()]);
        return index && !unreadable.has(index) ? [{ name, index, without: gone }] : [];
      }),
    ).then((opened) => opened.flat());
  let joined: { readonly from: readonly NamedIndex[]; readonly as: SearchCollection } | undefined;
  // Each round leaves out a pack at least.
  const askAll = async <Answer>(ask: () => Promise<ReadAnswer<Answer>>): Promise<Answer> => {
    for (;;) {
      const found = await ask();
      if (found.ok) return found.answer;
      for (const index of found.unreadable) unreadable.add(index);
    }
  };
  // Shipped packs return the same index each time; the user's own change whenever a paper is saved.
  const collection = async (): Promise<ReadAnswer<SearchCollection>> => {
    const from = await open();
    const isSame =
      joined?.from.length === from.length &&
      joined.from.every(
        ({ index, without }, at) => index === from[at]?.index && without === from[at].without,
      );
    if (joined && isSame) return { ok: true, answer: joined.as };
    const made = await askInFiles(
      from.map(({ index }) => index),
      () => createCollection(from),
    );
    if (made.ok) joined = { from, as: made.answer };
    return made;
  };
  const ask = (
    text: string,
    options: SearchOptions,
    signal: AbortSignal | undefined,
  ): Promise<SearchAnswer> =>
    askAll(async () => {
      const asked = await collection();
      signal?.throwIfAborted();
      return asked.ok ? searchInFiles(asked.answer, text, options, signal) : asked;
    });
  return {
    prepare: async () => void (await askAll(collection)),
    query: async (query, { limit, offset = 0, countsTags, signal }, own) => {
      const options = { sort: query.sort, limit, offset, countsTags, ...own };
      const answer = await ask(query.text, options, signal);
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
