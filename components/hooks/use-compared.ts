import { useMemo } from 'react';
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { ComparedFacts } from '@/lib/domain/compare';
import { knownPaperOf } from '@/lib/domain/library/known-paper';
import { readSavedByIds } from '@/lib/extension/library/read-papers';
import type { StoreOutcome } from '@/lib/extension/store';
import { useLoaded } from './use-loaded';

/**
 * The papers of a comparison, in their order: as saved, otherwise as in a pack; unknown ones are left out.
 * Loaded again whenever `library` changes. Undefined until they are loaded.
 */
export function useCompared(
  ids: readonly PaperId[],
  library: unknown,
  outcome: StoreOutcome | undefined,
): readonly ComparedFacts[] | undefined {
  const asked = useMemo(
    () => ({
      library,
      load: async (): Promise<readonly ComparedFacts[]> => {
        const saved = await readSavedByIds(ids);
        const known = new Map<PaperId, ComparedFacts>(
          saved.ok ? saved.value.map((paper) => [paper.id, paper]) : [],
        );
        const others = ids.filter((id) => !known.has(id));
        const found = outcome?.ok ? await Promise.all(others.map((id) => outcome.store.get(id))) : [];
        for (const annotation of found) if (annotation) known.set(annotation.id, knownPaperOf(annotation));
        return ids.flatMap((id) => known.get(id) ?? []);
      },
    }),
    [ids, library, outcome],
  );
  const { value, last } = useLoaded(ids.length > 0 && outcome ? asked.load : undefined);
  return value ?? last;
}
