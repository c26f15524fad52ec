import { useEffect, useState } from 'react';
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { MetPaper } from '@/lib/domain/library/met-paper';
import { countMet, deleteMet, forgetOldMet, listMet } from '@/lib/extension/library/met-papers';
import { succeed, type LibraryFault, type LibraryOutcome } from '@/lib/shared/library/outcome';

/** Papers met, newest first. */
export interface MetPapers {
  /** The number of all papers met. */
  readonly total: number;
  /** The newest of them, at most as many as requested. */
  readonly papers: readonly MetPaper[];
  readonly fault?: LibraryFault | undefined;
  /** Deletes these, or all, and loads the rest again. */
  readonly forget: (ids?: readonly PaperId[]) => Promise<LibraryOutcome<number>>;
}

async function readMet(limit: number): Promise<Omit<MetPapers, 'forget'>> {
  await forgetOldMet();
  const [count, papers] = await Promise.all([countMet(), limit > 0 ? listMet(limit) : succeed([])]);
  if (!count.ok) return { total: 0, papers: [], fault: count.reason };
  if (!papers.ok) return { total: count.value, papers: [], fault: papers.reason };
  return { total: count.value, papers: papers.value };
}

/**
 * Papers met, at most `limit`; undefined until they are loaded. Papers that are too old are deleted first.
 */
export function useMet(limit: number): MetPapers | undefined {
  const [met, setMet] = useState<Omit<MetPapers, 'forget'>>();
  useEffect(() => {
    let isWanted = true;
    void readMet(limit).then((read) => {
      if (isWanted) setMet(read);
    });
    return () => {
      isWanted = false;
    };
  }, [limit]);
  return (
    met && {
      ...met,
      forget: async (ids) => {
        const outcome = await deleteMet(ids);
        setMet(await readMet(limit));
        return outcome.ok ? succeed(ids?.length ?? met.total) : outcome;
      },
    }
  );
}
