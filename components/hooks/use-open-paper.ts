import { useMemo } from 'react';
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { Face } from '@/lib/domain/face';
import { addressOfFace, jumpToPaper, openAddress, type Place } from '@/lib/services/navigation';
import type { Settings } from '@/lib/services/settings';

/** The face on which the settings want papers opened. */
export function faceOfSettings(settings: Settings): Face {
  return settings.links.site === 'hugging-face' ? 'hf-paper' : 'abs';
}

/** Ways out of a panel or popup, as the reader's settings want them. */
export interface Opener {
  /** Opens a paper as the settings say; resolves to where it went. */
  readonly openPaper: (id: PaperId, place: Place) => Promise<Place>;
  readonly openFace: (id: PaperId, face: Face, version: number | undefined, place: Place) => void;
  readonly openLink: (url: string) => void;
  readonly addressOfFace: typeof addressOfFace;
}

/** Opens papers and links in or beside a tab; jumps from `from` in the same tab are put on its trail. */
export function useOpenPaper(
  settings: Settings | undefined,
  tabId: number | undefined,
  from: PaperId | undefined,
): Opener {
  return useMemo(
    () => ({
      openPaper: async (paperId, place) => {
        const usual = place === 'here' && settings?.links.opens === 'new-tab' ? 'new-tab' : place;
        const face = settings ? faceOfSettings(settings) : 'abs';
        await jumpToPaper({ paperId, face }, usual, { tabId, paperId: from });
        return usual;
      },
      openFace: (id, face, version, place) =>
        void openAddress(addressOfFace(id, face, version), place, tabId),
      openLink: (url) => void openAddress(url, 'new-tab', tabId),
      addressOfFace,
    }),
    [settings, tabId, from],
  );
}
