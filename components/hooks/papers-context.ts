import { createContext, use, useMemo } from 'react';
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { PaperStore, StoreFacts } from '@/lib/domain/store';
import { addressOfPage } from '@/lib/services/navigation';
import type { Settings } from '@/lib/services/settings';
import { openStore, type StoreOutcome } from '@/lib/services/store';
import { useLoaded } from './use-loaded';
import { pageKindOfSettings } from './use-open-paper';

/** The papers that components look up, and where they are to be opened. */
export interface Papers {
  readonly store: PaperStore;
  readonly facts: StoreFacts;
  readonly addressOf: (id: PaperId) => string;
}

/** Undefined where the store failed or is not open yet. */
export const PapersContext = createContext<Papers | undefined>(undefined);

/** The papers of the app around a component, where it has any. */
export const usePapersIfAny = (): Papers | undefined => use(PapersContext);

/** The papers of the app around a component that is drawn only where there are some. */
export function usePapers(): Papers {
  const papers = usePapersIfAny();
  if (!papers) throw new Error('A component that looks up papers stands outside of PapersContext.');
  return papers;
}

const open = (): Promise<StoreOutcome> => openStore();

/** The store, or why there is none; undefined while it opens. */
export function useStore(): StoreOutcome | undefined {
  return useLoaded(open).value;
}

/** What `PapersContext` is to hold. */
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
