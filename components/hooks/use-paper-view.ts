import { useMemo } from 'react';
import type { CatalogueOutcome } from '@/lib/services/catalogue';
import { viewPaper, type PaperView } from '@/lib/services/current-paper';
import type { Settings } from '@/lib/services/settings';
import type { TabPage } from '@/lib/services/tab-page';
import { useReaders } from './use-readers';

/** What to show for the reader's tab; a reading is made once per change, not per render. */
export function usePaperView(
  tab: TabPage | 'inert' | undefined,
  outcome: CatalogueOutcome | undefined,
  settings: Settings | undefined,
): PaperView {
  const readingsShown = settings?.readings.shown;
  const page = tab === 'inert' ? undefined : tab?.page;
  const catalogue = outcome?.ok ? outcome.catalogue : undefined;
  const isReading =
    readingsShown === true && page?.paperId !== undefined && catalogue?.get(page.paperId) === undefined;
  const readers = useReaders(isReading ? catalogue : undefined);
  return useMemo(() => {
    if (tab === 'inert') return { status: 'inert' };
    if (tab === undefined || outcome === undefined || readingsShown === undefined)
      return { status: 'loading' };
    if (isReading && catalogue && !readers) return { status: 'loading' };
    return viewPaper(tab.page, {
      catalogue: outcome,
      report: tab.report,
      readingsShown,
      readers,
    });
  }, [tab, outcome, catalogue, readingsShown, isReading, readers]);
}
