import { useMemo } from 'react';
import type { PaperId } from '@/lib/domain/arxiv-id';
import { readTrail } from '@/lib/extension/trail';
import { usePapers } from './papers-context';
import { useLoaded } from './use-loaded';

/** The paper from which the user jumped to `current` in this tab, with its title if the store has it. */
export function useCameFrom(
  tabId: number | undefined,
  current: PaperId,
): { readonly id: PaperId; readonly title: string } | undefined {
  const { store } = usePapers();
  const load = useMemo(() => {
    if (tabId === undefined) return undefined;
    return async () => {
      const steps = await readTrail(tabId, current);
      const id = steps.at(-1)?.from;
      return id === undefined ? undefined : { id, title: (await store.get(id))?.title ?? id };
    };
  }, [store, tabId, current]);
  return useLoaded(load).value;
}
