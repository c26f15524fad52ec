import { useEffect, useMemo, useState } from 'react';
import { openStore, subscribeToStore, type StoreOutcome } from '@/lib/extension/store';
import { useLoaded } from './use-loaded';

/**
 * The store, or the reason why there is none; undefined while it is opening. Replaced when packs are added or
 * removed. `atHand`: the store if it is open already.
 */
export function useStore(atHand?: StoreOutcome): StoreOutcome | undefined {
  const [changes, setChanges] = useState(0);
  useEffect(() => subscribeToStore(() => setChanges((count) => count + 1)), []);
  const asked = useMemo(() => ({ changes, open: (): Promise<StoreOutcome> => openStore() }), [changes]);
  const { value, last } = useLoaded(asked.open, atHand);
  return value ?? last;
}
