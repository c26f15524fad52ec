import { useEffect, useState } from 'react';
import type { Readers } from '@/lib/domain/annotation';
import type { Catalogue } from '@/lib/services/catalogue';

/**
 * What reads a paper from its page; loaded only where `catalogue` is given. The
 * rules of reading are a third of a panel's code, and the catalogue's own
 * papers, which most panels show, do without them.
 */
export function useReaders(catalogue: Catalogue | undefined): Omit<Readers, 'findTag'> | undefined {
  const [readers, setReaders] = useState<Omit<Readers, 'findTag'>>();
  useEffect(() => {
    if (!catalogue) return undefined;
    let wanted = true;
    void import('@/lib/services/readers').then(async ({ loadReaders }) => {
      const loaded = await loadReaders(catalogue);
      if (wanted) setReaders(loaded);
    });
    return () => {
      wanted = false;
    };
  }, [catalogue]);
  return readers;
}
