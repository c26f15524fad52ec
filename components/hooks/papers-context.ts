import { createContext, useContext, useMemo } from 'react';
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { PaperStore, StoreFacts } from '@/lib/domain/store';
import { addressOfPage } from '@/lib/extension/navigation';
import type { Settings } from '@/lib/extension/settings';
import type { StoreOutcome } from '@/lib/extension/store';
import { pageKindOfSettings } from './use-open-paper';

/** The store in which components look up papers, and where papers are opened. */
export interface Papers {
  readonly store: PaperStore;
  readonly facts: StoreFacts;
  readonly addressOf: (id: PaperId) => string;
}

/** Undefined if the store failed or is not open yet. */
export const PapersContext = createContext<Papers | undefined>(undefined);

/** The papers of the surrounding app, if it has any. */
export const usePapersIfAny = (): Papers | undefined => useContext(PapersContext);

/** The papers of the surrounding app, for components that are only rendered if there are some. */
export function usePapers(): Papers {
  const papers = usePapersIfAny();
  if (!papers) throw new Error('A component that looks up papers stands outside of PapersContext.');
  return papers;
}

/** The value for `PapersContext`. */
export function usePapersOf(
  outcome: StoreOutcome | undefined,
  settings: Settings | undefined,
): Papers | undefined {
  return useMemo(() => {
    if (!outcome?.ok || !settings) return undefined;
    const kind = pageKindOfSettings(settings);
    return { store: outcome.store, facts: outcome.facts, addressOf: (id) => addressOfPage(id, kind) };
  }, [outcome, settings]);
}
