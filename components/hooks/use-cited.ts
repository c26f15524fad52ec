import { useMemo } from 'react';
import { askCited } from '@/lib/pages/full-text';
import type { TabPage } from '@/lib/pages/tab-page';
import type { FindCited } from './use-related';
import { showsFullText } from './use-tables';

/** Returns a function that asks a tab's full text which papers it cites; undefined if the tab shows none. */
export function useCited(tab: TabPage): FindCited | undefined {
  const isWhole = showsFullText(tab);
  const { tabId } = tab;
  return useMemo(
    () => (isWhole && tabId !== undefined ? (rows, signal) => askCited(tabId, rows, signal) : undefined),
    [isWhole, tabId],
  );
}
