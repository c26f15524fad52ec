import { useState } from 'react';
import type { SidePanel } from '@/lib/pages/side-panel';
import { t, tDay, type TextKey } from '../hooks/texts';
import { forgetNews } from '../hooks/news';
import { showLibrary, showSettings } from '../hooks/open-extension-pages';
import { useSidePanel } from '../hooks/use-side-panel';
import { useAnnounce } from '../shared/Announcer';
import { Notice } from '../shared/Notice';

const SIDE_PANELS: Readonly<
  Record<SidePanel['kind'], { readonly label: TextKey; readonly refusal: TextKey }>
> = {
  'side-panel': {
    label: 'popup_openInSidePanel',
    refusal: 'popup_sidePanelRefused',
  },
  sidebar: {
    label: 'popup_openInSidebar',
    refusal: 'popup_sidebarRefused',
  },
};

/** A button with a dot, which shows one line about the new version, once. */
export function News({ version }: { readonly version: string }) {
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <span role="status">{t('news_line', version)}</span>;
  return (
    <button
      type="button"
      className="more"
      onClick={() => {
        setOpen(true);
        forgetNews();
      }}
    >
      <span className="news-dot" aria-hidden="true" />
      {t('news_what')}
    </button>
  );
}

/** The popup's last line: the catalogue, keys, the browser's own side panel and the settings. */
export function PopupFoot({
  date,
  panel,
  news,
}: {
  /** Day of the catalogue, `YYYY-MM-DD`; undefined if there is none. */
  readonly date: string | undefined;
  /** Undefined if the browser has none. */
  readonly panel: SidePanel | undefined;
  /** A new version whose changes the user has not seen; undefined if there is none. */
  readonly news: string | undefined;
}) {
  const announce = useAnnounce();
  const side = useSidePanel(panel);
  const words = panel && SIDE_PANELS[panel.kind];
  const open = async () => {
    if ((await side?.open()) === 'refused' && words) announce(t(words.refusal));
  };
  return (
    <footer className="popup-foot">
      {side?.isRefused ? <Notice tone="lamp">{words ? t(words.refusal) : null}</Notice> : null}
      {news === undefined ? (
        <span>{date === undefined ? t('app_name') : t('popup_catalogueOf', tDay(date))}</span>
      ) : (
        <News version={news} />
      )}
      <span className="popup-keys">
        <kbd>↑↓</kbd> <kbd>{t('popup_enter')}</kbd> {t('popup_keyOpen')} <kbd>{t('popup_altEnter')}</kbd>{' '}
        {t('popup_keyDetails')} <kbd>{t('popup_altS')}</kbd> {t('popup_keySave')}
      </span>
      <span className="popup-ways">
        {words ? (
          <button type="button" className="more" onClick={() => void open()}>
            {t(words.label)}
          </button>
        ) : null}
        <button type="button" className="more" onClick={showLibrary}>
          {t('title_library')}
        </button>
        <button type="button" className="more" onClick={showSettings}>
          {t('popup_settings')}
        </button>
      </span>
    </footer>
  );
}
