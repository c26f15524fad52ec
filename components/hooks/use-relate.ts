import { useEffect, useState } from 'react';
import type { RelateReading } from '@/lib/domain/related-asset';
import type { Catalogue } from '@/lib/services/catalogue';
import { loadRelate } from '@/lib/services/readers';

/** What relates readings to the catalogue; loaded only where `catalogue` is given. */
export function useRelate(catalogue: Catalogue | undefined): RelateReading | undefined {
  // A function in state would be called: it lies in an object.
  const [loaded, setLoaded] = useState<{ readonly relate: RelateReading }>();
  useEffect(() => {
    if (!catalogue) return undefined;
    let wanted = true;
    void loadRelate(catalogue).then((relate) => {
      if (wanted) setLoaded({ relate });
    });
    return () => {
      wanted = false;
    };
  }, [catalogue]);
  return loaded?.relate;
}
