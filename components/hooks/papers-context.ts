import { createContext, use, useEffect, useMemo, useState } from 'react';
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { PaperStore, StoreFacts } from '@/lib/domain/store';
import { addressOfPage } from '@/lib/extension/navigation';
import type { Settings } from '@/lib/extension/settings';
import { openStore, subscribeToStore, type StoreOutcome } from '@/lib/extension/store';
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

/** The store, or why there is none; undefined while it opens. Another one where packs were added or removed. */
export function useStore(): StoreOutcome | undefined {
  const [changes, setChanges] = useState(0);
  useEffect(() => subscribeToStore(() => setChanges((count) => count + 1)), []);
  const asked = useMemo(() => ({ changes, open: (): Promise<StoreOutcome> => openStore() }), [changes]);
  const { value, last } = useLoaded(asked.open);
  return value ?? last;
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
