import type { CardEntry } from '@/lib/pages/card-entry';
import { t } from '../hooks/texts';
import {
  filterListOf,
  toggleToolsOf,
  useCardPaper,
  useCardClose,
  useCardEntry,
  useCardSize,
} from '../hooks/use-card';
import { PapersContext, usePapersOf } from '../hooks/papers-context';
import { useStore } from '../hooks/use-store';
import { showSearchFor } from '../hooks/open-extension-pages';
import { pageKindOfSettings, useOpenPaper } from '../hooks/use-open-paper';
import { useSettings } from '../hooks/use-settings';
import { useTheme } from '../hooks/use-theme';
import { SaveBar } from '../save/SaveBar';
import { CatalogueFault } from '../panel/PanelStates';
import { Icon } from '../shared/Icon';
import { openOnClick } from '../shared/place-of-click';
import { Legend } from './Legend';
import { PaperCard } from './PaperCard';

function Card({ found }: { readonly found: CardEntry }) {
  const outcome = useStore();
  const { stored } = useSettings();
  const settings = stored?.settings;
  const papers = usePapersOf(outcome, settings);
  const paper = useCardPaper(found, outcome);
  const { entry, tabId } = found;
  const opener = useOpenPaper(settings, tabId, undefined);
  useTheme(settings?.theme, found.theme);
  const isReady = outcome !== undefined && settings !== undefined && (paper !== undefined || !outcome.ok);
  const measure = useCardSize(isReady ? found : undefined);
  const close = useCardClose(found);
  if (!isReady) return null;
  const kind = pageKindOfSettings(settings);
  return (
    <PapersContext value={papers}>
      <main ref={measure} className="card" key={entry.paperId}>
        <button
          type="button"
          className="button button-icon card-close"
          aria-label={t('card_close')}
          onClick={close}
        >
          <Icon name="close" />
        </button>
        {outcome.ok ? null : <CatalogueFault reason={outcome.reason} />}
        {paper?.annotation && papers ? (
          <PaperCard
            annotation={paper.annotation}
            related={paper.related}
            entry={entry}
            onSearch={(query) => {
              close();
              showSearchFor(query, tabId);
            }}
            onTag={(tag) => filterListOf(found, tag.id)}
            onOpenPaper={(id, place) => void opener.openPaper(id, place)}
            onOpenLink={opener.openLink}
          />
        ) : outcome.ok ? (
          <p className="card-source">{t('card_nothing')}</p>
        ) : null}
        <SaveBar id={entry.paperId} facts={entry} />
        <footer className="card-foot">
          <Legend />
          <a
            className="more"
            href={opener.addressOfPage(entry.paperId, kind, entry.version)}
            {...openOnClick((place) => opener.openPage(entry.paperId, kind, entry.version, place))}
          >
            <Icon name="out" />
            {t('card_openPaper')}
          </a>
          <button type="button" className="more" onClick={() => toggleToolsOf(found)}>
            <Icon name="settings" />
            {t('card_filterThisList')}
          </button>
        </footer>
      </main>
    </PapersContext>
  );
}

/** The card of a listing's entry, in the frame made by the script on the listing. */
export function CardApp() {
  const found = useCardEntry();
  return found === undefined || found === 'inert' ? null : <Card found={found} />;
}
