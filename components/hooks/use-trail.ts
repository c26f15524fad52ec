import { useEffect, useState } from 'react';
import type { PaperId } from '@/lib/domain/arxiv-id';
import { readTrail } from '@/lib/services/trail';

/** The paper from which the reader jumped to `current` in this tab. */
export function useCameFrom(tabId: number | undefined, current: PaperId | undefined): PaperId | undefined {
  const [found, setFound] = useState<{ readonly current: PaperId; readonly from: PaperId | undefined }>();
  useEffect(() => {
    if (tabId === undefined || current === undefined) return undefined;
    let wanted = true;
    void readTrail(tabId, current).then((steps) => {
      if (wanted) setFound({ current, from: steps.at(-1)?.from });
    });
    return () => {
      wanted = false;
    };
  }, [tabId, current]);
  return found?.current === current ? found?.from : undefined;
}
