import { useMemo } from 'react';
import { loadPaperView, type PaperView } from '@/lib/pages/current-paper';
import type { Settings } from '@/lib/extension/settings';
import type { StoreOutcome } from '@/lib/extension/store';
import type { TabPage } from '@/lib/pages/tab-page';
import { useLoaded } from './use-loaded';

/** What to show for the user's tab; a reading is made once per change, not per render. */
export function usePaperView(
  tab: TabPage | 'inert' | undefined,
  outcome: StoreOutcome | undefined,
  settings: Settings | undefined,
): PaperView {
  const readingsShown = settings?.readings.shown;
  const load = useMemo(() => {
    if (tab === undefined || tab === 'inert' || !outcome || readingsShown === undefined) return undefined;
    const { page, report } = tab;
    return () => loadPaperView({ page, report, readingsShown }, outcome);
  }, [tab, outcome, readingsShown]);
  const { value, last } = useLoaded(load);
  if (tab === 'inert') return { status: 'inert' };
  if (tab === undefined) return { status: 'loading' };
  if (value) return value;
  // The page said something new of the paper that is shown: what is there stays until it is taken in.
  const isSamePaper = last?.status === 'ready' && last.page.paperId === tab.page?.paperId;
  return isSamePaper ? last : { status: 'loading' };
}
