/** Searches packs of which some leave their largest parts in files, with the same answer as `search`. */
import type { SearchCollection } from './collection';
import { search } from './index';
import type { SearchAnswer, SearchOptions } from './index';
import type { SearchIndex } from './index-file';
import { freeShared } from './postings';
import { freeScratch } from './scores';

/** The answer, or the indexes whose files do not give what it needs. */
export type ReadAnswer<Answer> =
  | { readonly ok: true; readonly answer: Answer }
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
 * Asks indexes, reading from files what the answer needs; there is none that lacks a part of them. `ask` is called
 * until it lacks nothing, and only its last result counts. Several may wait at once. Rejects only if reading a file
 * does, or if the signal is aborted.
 */
export const askInFiles = async <Answer>(
  indexes: readonly SearchIndex[],
  ask: () => Answer,
  signal?: AbortSignal,
): Promise<ReadAnswer<Answer>> => {
  const sessions = indexes.flatMap((index) =>
    index.startSession ? [{ index, session: index.startSession() }] : [],
  );
  const end = (): void => {
    for (const { session } of sessions) session.end();
    free(sessions.map(({ index }) => index));
  };
  // Each round reads all that the one before lacked, and an index has a limited number of parts.
  for (;;) {
    for (const { session } of sessions) session.resume();
    const answer = ask();
    const lacking = sessions.filter(({ session }) => session.lacks());
    if (lacking.length === 0) {
      end();
      return { ok: true, answer };
    }
    const read = await Promise.all(lacking.map(({ session }) => session.read()));
    const unreadable = lacking.flatMap(({ index }, at) => (read[at] === true ? [] : [index]));
    if (signal?.aborted === true || unreadable.length > 0) end();
    signal?.throwIfAborted();
    if (unreadable.length > 0) return { ok: false, unreadable };
  }
};

/** Searches a collection whose indexes may be in files (`askInFiles`). */
export const searchInFiles = (
  collection: SearchCollection,
  query: string,
  options: SearchOptions = {},
  signal?: AbortSignal,
): Promise<ReadAnswer<SearchAnswer>> =>
  askInFiles(
    collection.packs.map(({ index }) => index),
    () => search(collection, query, options),
    signal,
  );
