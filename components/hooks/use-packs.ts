import { useMemo, useState } from 'react';
import { OWN_LISTS } from '@/lib/domain/library/own-list-names';
import { listAddedPacks, type AddedPack } from '@/lib/extension/packs/added';
import type { PackOutcome } from '@/lib/pages/change-packs';
import type { OpenStore } from '@/lib/extension/store';
import { useLoaded } from './use-loaded';

export type { AddedPack } from '@/lib/extension/packs/added';

/** The packs of the store, and functions to add and remove those of the user. */
interface Packs {
  /** Undefined until they are loaded. */
  readonly added: readonly AddedPack[] | undefined;
  readonly isBusy: boolean;
  readonly add: (file: File) => Promise<PackOutcome>;
  readonly remove: (name: string) => Promise<PackOutcome>;
}

/** `store` must be the current one: it is replaced whenever packs change, and then they are listed again. */
export function usePacks(store: OpenStore): Packs {
  const asked = useMemo(() => ({ store, list: () => listAddedPacks() }), [store]);
  const { value, last } = useLoaded(asked.list);
  const added = value ?? last;
  const [isBusy, setBusy] = useState(false);
  const change = async (work: () => Promise<PackOutcome>): Promise<PackOutcome> => {
    setBusy(true);
    const outcome = await work();
    setBusy(false);
    return outcome;
  };
  return {
    added,
    isBusy,
    add: (file) =>
      change(async () => {
        // The checks of a pack are only needed on this page, and rarely, so they are loaded on demand.
        const { addPack } = await import('@/lib/pages/change-packs');
        const own = new Set(added?.map(({ name }) => name));
        const shipped = store.facts.packs.map(({ name }) => name).filter((name) => !own.has(name));
        return addPack(file, store.taxonomy.tags, [...shipped, ...OWN_LISTS]);
      }),
    remove: (name) => change(async () => (await import('@/lib/pages/change-packs')).removePack(name)),
  };
}
