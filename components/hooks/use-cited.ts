import { useMemo } from 'react';
import { askCited } from '@/lib/pages/full-text';
import type { TabPage } from '@/lib/pages/tab-page';
import type { FindCited } from './use-related';
import { showsFullText } from './use-tables';

/** How the full text of a tab is asked which papers it cites; undefined where the tab shows none. */
export function useCited(tab: TabPage): FindCited | undefined {
  const isWhole = showsFullText(tab);
  const { tabId } = tab;
  return useMemo(
    () => (isWhole && tabId !== undefined ? (rows, signal) => askCited(tabId, rows, signal) : undefined),
    [isWhole, tabId],
  );
}
