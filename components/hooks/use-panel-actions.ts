import { useMemo } from 'react';
import { formatBibtex, formatLink, formatMarkdown, formatResultsRow } from '@/lib/domain/cite';
import type { Annotation } from '@/lib/domain/annotation';
import { copyText } from '@/lib/pages/clipboard';
import { handReport } from '@/lib/pages/reports';
import { formatWrongNumber } from '@/lib/pages/wrong-number';
import type { PaperPage } from '@/lib/pages/current-paper';
import { askTab } from '@/lib/messages';
import { PAGE_SCRIPT } from '@/lib/messages/table';
import type { Settings } from '@/lib/extension/settings';
import { showSearchFor } from './open-extension-pages';
import type { CopyForm, PanelActions } from '../panel/panel-actions';
import { useOpenPaper } from './use-open-paper';

/** What a panel's actions refer to. */
interface PanelTarget {
  readonly annotation: Annotation;
  readonly page: PaperPage;
  readonly tabId: number | undefined;
  readonly settings: Settings;
  readonly cameFrom: Annotation['id'] | undefined;
  /** Folds the sidebar; undefined if there is none. */
  readonly close: (() => void) | undefined;
}

const FORMATTERS: Readonly<Record<CopyForm, (annotation: Annotation, version?: number) => string>> = {
  link: (annotation, version) => formatLink(annotation.id, version),
  markdown: formatMarkdown,
  bibtex: formatBibtex,
  row: formatResultsRow,
};

/** Implements a panel's actions for its tab. */
export function usePanelActions(target: PanelTarget): PanelActions {
  const { annotation, page, tabId, settings, cameFrom, close } = target;
  const opener = useOpenPaper(settings, tabId, annotation.id);
  // Going back is not recorded on the trail.
  const back = useOpenPaper(settings, tabId, undefined);
  return useMemo(() => {
    return {
      openPage: (kind, place) => opener.openPage(annotation.id, kind, page.version, place),
      openPaper: (id, place) => void opener.openPaper(id, place),
      openLink: opener.openLink,
      search: (query) => showSearchFor(query, tabId),
      goBack: () => {
        if (cameFrom !== undefined) void back.openPaper(cameFrom, 'here');
      },
      showResult: async (anchor) => {
        const answer =
          tabId === undefined ? undefined : await askTab(tabId, PAGE_SCRIPT, 'showOnPage', { anchor });
        if (!answer) return 'no-page';
        return answer.found ? 'shown' : 'absent';
      },
      returnFromResult: () => {
        if (tabId !== undefined) void askTab(tabId, PAGE_SCRIPT, 'backFromPage');
      },
      report: () => handReport(formatWrongNumber(annotation, page.version)),
      copy: (form) => copyText(FORMATTERS[form](annotation, page.version)),
      close,
    };
  }, [annotation, page, tabId, cameFrom, close, opener, back]);
}

/** Returns a function that folds the sidebar around the panel; undefined outside a sidebar's frame. */
export function useFold(framed: boolean, tabId: number | undefined): (() => void) | undefined {
  return useMemo(
    () => (framed && tabId !== undefined ? () => void askTab(tabId, PAGE_SCRIPT, 'closeSidebar') : undefined),
    [framed, tabId],
  );
}
