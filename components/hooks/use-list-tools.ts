import { useCallback, useEffect, useState } from 'react';
import type { EntryFilter, ListingReport } from '@/lib/domain/entry/filter';
import { askTab } from '@/lib/messages';
import { LISTING_SCRIPT } from '@/lib/messages/table';

/** How long to wait before a list that is still being read is asked again, in milliseconds. */
const AGAIN = 400;

/** The list in a tab under its filter, live while it is read, and the way to filter it. */
export interface ListTools {
  readonly report: ListingReport;
  readonly setFilter: (filter: EntryFilter) => void;
}

/** The tools of the list that a tab shows; undefined where it shows none, or its badges are switched off. */
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
  return report && report.total > 0 ? { report, setFilter } : undefined;
}
