/**
 * Caches what was found for the words of a query, since at the next keystroke most of them are the same. One cache
 * for each collection of packs, so that another set of packs starts with an empty one.
 */
import type { SearchCollection } from './collection';

/** Keeps values by key, those that were asked for last, as long as their sizes sum to at most `most`. */
interface Memory<T> {
  readonly get: (key: string) => T | undefined;
  readonly set: (key: string, value: T, size: number) => void;
}

const createMemory = <T>(most: number): Memory<T> => {
  const kept = new Map<string, { readonly value: T; readonly size: number }>();
  let total = 0;
  const drop = (key: string): void => {
    total -= kept.get(key)?.size ?? 0;
    kept.delete(key);
  };
  return {
    get: (key) => {
      const known = kept.get(key);
      if (known === undefined) return undefined;
      kept.delete(key);
      kept.set(key, known);
      return known.value;
    },
    set: (key, value, size) => {
      drop(key);
      if (size > most) return;
      kept.set(key, { value, size });
      total += size;
      for (const [oldest] of kept) {
        if (total <= most) return;
        drop(oldest);
      }
    },
  };
};

/** The share of a memory for packs whose postings stay in files: there, memory matters more than time. */
const SMALL_SHARE = 1 / 20;

const isSmall = ({ packs }: SearchCollection): boolean =>
  packs.some(({ index }) => index.startSession !== undefined);

/** A memory of each collection, for one kind of thing; forgotten with the collection. */
export const memoryByCollection = <T>(most: number): ((collection: SearchCollection) => Memory<T>) => {
  const memories = new WeakMap<SearchCollection, Memory<T>>();
  return (collection) => {
    let memory = memories.get(collection);
    if (memory === undefined) {
      memory = createMemory(isSmall(collection) ? most * SMALL_SHARE : most);
      memories.set(collection, memory);
    }
    return memory;
  };
};
