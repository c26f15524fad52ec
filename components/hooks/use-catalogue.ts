import { useEffect, useState } from 'react';
import { loadCatalogue, type CatalogueOutcome } from '@/lib/services/catalogue';

/** The bundled catalogue, or why there is none; undefined while it loads. */
export function useCatalogue(): CatalogueOutcome | undefined {
  const [outcome, setOutcome] = useState<CatalogueOutcome>();
  useEffect(() => {
    let wanted = true;
    void loadCatalogue().then((loaded) => {
      if (wanted) setOutcome(loaded);
    });
    return () => {
      wanted = false;
    };
  }, []);
  return outcome;
}
