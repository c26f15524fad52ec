import { useCallback, useEffect, useMemo } from 'react';
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { PaperTable } from '@/lib/domain/tables';
import { keptResults } from '@/lib/domain/tables/saved-results';
import { askToSaveTables } from '@/lib/extension/library/ask';
import { formatTable, type TableCopyForm } from '@/lib/domain/tables/copy';
import type { TableLines } from '@/lib/domain/tables/pick';
import { copyText, type CopyOutcome } from '@/lib/pages/clipboard';
import {
  askSections,
  askTables,
  isFullText,
  leaveTablePlace,
  showTablePlace,
  type TablePlace,
} from '@/lib/pages/full-text';
import { askTab } from '@/lib/messages';
import { PAGE_SCRIPT } from '@/lib/messages/table';
import type { TabPage } from '@/lib/pages/tab-page';
import { useLoaded } from './use-loaded';
import { useMarks } from './use-marks';

/** The tables of the paper that the user is viewing, and actions on them. */
export interface PaperTables {
  /** In the page's order, with the page's indexes. */
  readonly tables: readonly PaperTable[];
  readonly show: (place: TablePlace) => Promise<boolean>;
  readonly goBack: () => void;
  /**
   * Widens the panel to the window, over the page, or restores its width; has no effect outside a sidebar.
   */
  readonly widen: (isWide: boolean) => void;
  readonly copy: (lines: TableLines, form: TableCopyForm) => Promise<CopyOutcome>;
}

/** Stores the numbers of a saved paper's tables, so that comparisons can use them. */
export function useSaveTables(id: PaperId, found: PaperTables | undefined): void {
  const isSaved = useMarks(id) !== undefined;
  const tables = found?.tables;
  useEffect(() => {
    // If this fails, the tables can still be viewed.
    if (isSaved && tables) void askToSaveTables(id, keptResults(tables));
  }, [id, isSaved, tables]);
}

/** Whether a tab shows a paper's full text. */
export const showsFullText = ({ page }: TabPage): boolean => page !== undefined && isFullText(page);

/**
 * Tables of the tab's full text, loaded once they are `wanted`; undefined until then, on other pages, and if
 * there are none.
 */
export function useTables(
  { tabId, page, report }: TabPage,
  knownTitle: string,
  wanted: boolean,
): PaperTables | undefined {
  // The page's title and abstract, since a catalogue's title may be older.
  const { title = knownTitle, abstract = '' } = report?.facts ?? {};
  const load = useCallback(
    async (signal: AbortSignal): Promise<readonly PaperTable[]> => {
      if (tabId === undefined || !page) return [];
      const sources = await askTables(tabId, page, signal);
      if (sources.length === 0) return [];
      // The code that reads tables is only loaded if there are any, so that no other panel waits for it.
      const { beginTables } = await import('@/lib/domain/tables');
      const begun = beginTables(sources, { title, abstract });
      const sections = await askSections(
        tabId,
        begun.flatMap(({ needsSection }, index) => (needsSection ? [index] : [])),
      );
      return begun.map(({ finish }, index) => finish(sections.get(index) ?? []));
    },
    [tabId, page, title, abstract],
  );
  const { value } = useLoaded(wanted ? load : undefined);
  return useMemo(
    () =>
      value === undefined || value.length === 0 || tabId === undefined
        ? undefined
        : {
            tables: value,
            show: (place) => showTablePlace(tabId, place),
            goBack: () => void leaveTablePlace(tabId),
            widen: (isWide) => void askTab(tabId, PAGE_SCRIPT, 'widenSidebar', { isWide }),
            copy: (lines, form) => copyText(formatTable(lines, form)),
          },
    [value, tabId],
  );
}
