import { useMemo } from 'react';
import { formatBibtex, formatLink, formatMarkdown, formatResultsRow } from '@/lib/domain/cite';
import type { Annotation } from '@/lib/services/annotation';
import { copyText } from '@/lib/services/clipboard';
import type { PaperPage } from '@/lib/services/current-paper';
import { backFromPage, closeSidebar, showOnPage } from '@/lib/services/message-answers';
import { addressOfFace, jumpToPaper, openAddress, type Face } from '@/lib/services/navigation';
import type { Settings } from '@/lib/services/settings';
import type { CopyForm, PanelActions } from '../panel/panel-actions';

/** The face on which the settings want papers opened. */
export function faceOfSettings(settings: Settings): Face {
  return settings.links.site === 'hugging-face' ? 'hf-paper' : 'abs';
}

export interface PanelTarget {
  readonly annotation: Annotation;
  readonly page: PaperPage;
  readonly tabId: number | undefined;
  readonly settings: Settings;
  readonly cameFrom: Annotation['id'] | undefined;
  /** True in the sidebar's frame. */
  readonly framed: boolean;
}

const FORMATTERS: Readonly<Record<CopyForm, (annotation: Annotation, version?: number) => string>> = {
  link: (annotation, version) => formatLink(annotation.id, version),
  markdown: formatMarkdown,
  bibtex: formatBibtex,
  row: formatResultsRow,
};

/** Fulfils what a panel asks for, in the tab that it speaks about. */
export function usePanelActions(target: PanelTarget): PanelActions {
  const { annotation, page, tabId, settings, cameFrom, framed } = target;
  return useMemo(() => {
    const face = faceOfSettings(settings);
    return {
      openFace: (next, place) =>
        void openAddress(addressOfFace(annotation.id, next, page.version), place, tabId),
      openPaper: (paperId, place) => {
        const usual = place === 'here' && settings.links.opens === 'new-tab' ? 'new-tab' : place;
        void jumpToPaper({ paperId, face }, usual, { tabId, paperId: annotation.id });
      },
      openLink: (url) => void openAddress(url, 'new-tab', tabId),
      goBack: () => {
        if (cameFrom !== undefined) void openAddress(addressOfFace(cameFrom, face), 'here', tabId);
      },
      showResult: async (anchor) => {
        const answer = tabId === undefined ? undefined : await showOnPage(tabId, anchor);
        if (!answer) return 'no-page';
        return answer.found ? 'shown' : 'absent';
      },
      returnFromResult: () => {
        if (tabId !== undefined) void backFromPage(tabId);
      },
      copy: (form) => copyText(FORMATTERS[form](annotation, page.version)),
      close:
        framed && tabId !== undefined
          ? () => {
              void closeSidebar(tabId);
            }
          : undefined,
    };
  }, [annotation, page, tabId, settings, cameFrom, framed]);
}
