import { useMemo } from 'react';
import type { PaperId } from '@/lib/domain/arxiv-id';
import { addressOfPage, jumpToPaper, openAddress, type Place } from '@/lib/extension/navigation';
import type { PaperPageLink } from '@/lib/pages/current-paper';
import type { Settings } from '@/lib/extension/settings';
import { pageKindOfSettings } from '@/lib/shared/settings/fields';

export { pageKindOfSettings };

/** Opens papers, pages and links from a panel or popup, as the settings say. */
interface Opener {
  /** Opens a paper as the settings say; resolves to where it was opened. */
  readonly openPaper: (id: PaperId, place: Place) => Promise<Place>;
  readonly openPage: (
    id: PaperId,
    kind: PaperPageLink['kind'],
    version: number | undefined,
    place: Place,
  ) => void;
  readonly openLink: (url: string) => void;
  readonly addressOfPage: typeof addressOfPage;
}

/** Opens papers and links in or beside a tab; jumps from `from` in the same tab are recorded on the trail. */
export function useOpenPaper(
  settings: Settings | undefined,
  tabId: number | undefined,
  from: PaperId | undefined,
): Opener {
  return useMemo(
    () => ({
      openPaper: async (paperId, place) => {
        const usual = place === 'here' && settings?.links.opens === 'new-tab' ? 'new-tab' : place;
        const kind = settings ? pageKindOfSettings(settings) : 'abs';
        await jumpToPaper({ paperId, kind }, usual, { tabId, paperId: from });
        return usual;
      },
      openPage: (id, kind, version, place) =>
        void openAddress(addressOfPage(id, kind, version), place, tabId),
      openLink: (url) => void openAddress(url, 'new-tab', tabId),
      addressOfPage,
    }),
    [settings, tabId, from],
  );
}
