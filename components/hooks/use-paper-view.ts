import { useMemo } from 'react';
import type { CatalogueOutcome } from '@/lib/services/catalogue';
import { viewPaper, type PaperView } from '@/lib/services/current-paper';
import { readersOf } from '@/lib/services/readers';
import type { Settings } from '@/lib/services/settings';
import type { TabPage } from '@/lib/services/tab-page';

/** What to show for the reader's tab; a reading is made once per change, not per render. */
export function usePaperView(
  tab: TabPage | 'inert' | undefined,
  catalogue: CatalogueOutcome | undefined,
  settings: Settings | undefined,
): PaperView {
  const readingsShown = settings?.readings.shown;
  return useMemo(() => {
    if (tab === 'inert') return { status: 'inert' };
    if (tab === undefined || catalogue === undefined || readingsShown === undefined)
      return { status: 'loading' };
    return viewPaper(tab.page, { catalogue, report: tab.report, readingsShown, readersOf });
  }, [tab, catalogue, readingsShown]);
}
