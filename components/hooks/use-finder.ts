import { useMemo } from 'react';
import type { PaperStore } from '@/lib/domain/store';
import { searchPapers } from '@/lib/extension/search';
import type { Finder } from './use-search';

/** Searches an open store. */
export function useFinder(store: PaperStore | undefined): Finder | undefined {
  return useMemo(
    () =>
      store && {
        find: (state, page) => searchPapers(store, state, page),
        prepare: () => store.prepare(),
      },
    [store],
  );
}
