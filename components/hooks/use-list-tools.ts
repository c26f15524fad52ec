import { useCallback, useEffect, useMemo, useState } from 'react';
import type { EntryFilter, ListingReport } from '@/lib/domain/entry/filter';
import { askTab } from '@/lib/messages';
import { LISTING_SCRIPT } from '@/lib/messages/table';

/** How long to wait before a list that is still being read is queried again, in milliseconds. */
const AGAIN = 400;

/** The filtered list in a tab, updated while it is read, and the function to filter it. */
export interface ListTools {
  readonly report: ListingReport;
  readonly setFilter: (filter: EntryFilter) => void;
}

/** The tools of the list in a tab; undefined if there is none, or its badges are switched off. */
export function useListTools(tabId: number | undefined): ListTools | undefined {
  const [report, setReport] = useState<ListingReport>();
  useEffect(() => {
    if (tabId === undefined) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const ask = async (): Promise<void> => {
      const answer = await askTab(tabId, LISTING_SCRIPT, 'readTools');
      if (isOver) return;
      setReport(answer);
      if (answer && answer.unread > 0) timer = setTimeout(() => void ask(), AGAIN);
    };
    void ask();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [tabId]);
  const setFilter = useCallback(
    (filter: EntryFilter) => {
      if (tabId === undefined) return;
      void askTab(tabId, LISTING_SCRIPT, 'filterList', { filter }).then((answer) => {
        if (answer) setReport(answer);
      });
    },
    [tabId],
  );
  return useMemo(() => (report && report.total > 0 ? { report, setFilter } : undefined), [report, setFilter]);
}
