/** Searches packs of which some leave their postings in files, with the same answer as `search`. */
import type { SearchCollection } from './collection';
import { search } from './index';
import type { SearchAnswer, SearchOptions } from './index';
import type { SearchIndex } from './index-file';
import { freeShared } from './postings';
import { freeScratch } from './scores';

/** The answer, or the indexes whose files do not give what the query needs. */
type ReadAnswer =
  | { readonly ok: true; readonly answer: SearchAnswer }
  | { readonly ok: false; readonly unreadable: readonly SearchIndex[] };

/** Frees what only a query needs, several megabytes of a large pack, which are quickly made again. */
const free = (indexes: readonly SearchIndex[]): void => {
  for (const index of indexes) {
    freeScratch(index);
    index.free?.();
  }
  if (indexes.length > 0) freeShared();
};

/**
 * Searches, reading from files what the query needs; there is no answer that lacks a part of them. Several
 * searches may run at once. Rejects only if reading a file does.
 */
export const searchInFiles = async (
  collection: SearchCollection,
  query: string,
  options: SearchOptions = {},
): Promise<ReadAnswer> => {
  const sessions = collection.packs.flatMap(({ index }) =>
    index.startSession ? [{ index, session: index.startSession() }] : [],
  );
  // Each round reads all lists that the one before lacked, and an index has a limited number of lists.
  for (;;) {
    for (const { session } of sessions) session.resume();
    const answer = search(collection, query, options);
    const lacking = sessions.filter(({ session }) => session.lacks());
    if (lacking.length === 0) {
      for (const { session } of sessions) session.end();
      free(sessions.map(({ index }) => index));
      return { ok: true, answer };
    }
    const read = await Promise.all(lacking.map(({ session }) => session.read()));
    const unreadable = lacking.flatMap(({ index }, at) => (read[at] === true ? [] : [index]));
    if (unreadable.length > 0) return { ok: false, unreadable };
  }
};
