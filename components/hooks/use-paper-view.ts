import { useMemo } from 'react';
import {
  jumpsFrom,
  loadPaperView,
  pagesOfPaper,
  type JumpLink,
  type PaperPage,
  type PaperPageLink,
  type PaperView,
} from '@/lib/pages/current-paper';
import type { Settings } from '@/lib/extension/settings';
import type { StoreOutcome } from '@/lib/extension/store';
import type { TabPage } from '@/lib/pages/tab-page';
import { useLoaded } from './use-loaded';

/** What to show for the user's tab; a page is read once for each change, not for each render. */
export function usePaperView(
  tab: TabPage | undefined,
  outcome: StoreOutcome | undefined,
  settings: Settings | undefined,
  atHand?: PaperView,
): PaperView {
  const readingsShown = settings?.readings.shown;
  const load = useMemo(() => {
    if (tab === undefined || !outcome || readingsShown === undefined) return undefined;
    const { page, report } = tab;
    return () => loadPaperView({ page, report, readingsShown }, outcome);
  }, [tab, outcome, readingsShown]);
  const { value, last } = useLoaded(load, atHand);
  if (tab === undefined) return { status: 'loading' };
  if (value) return value;
  // The page sent new facts about the same paper: the current view is kept until they are read.
  const isSamePaper = last?.status === 'ready' && last.page.paperId === tab.page?.paperId;
  return isSamePaper ? last : { status: 'loading' };
}

/** A paper's pages, if no open page states which exist. */
export const pagesOf = (page: PaperPage): readonly PaperPageLink[] => pagesOfPaper(page, undefined);

/** Pages of other sites about the paper. */
export const jumpsOf = (page: PaperPage): readonly JumpLink[] => jumpsFrom(page, undefined);
