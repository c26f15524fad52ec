import type { ReactNode } from 'react';
import { formatCount } from '@/lib/domain/describe';
import { showLibrary } from '../hooks/open-extension-pages';
import { t, tDay } from '../hooks/texts';
import { usePapersIfAny } from '../hooks/papers-context';
import { Icon, Mark } from '../shared/Icon';

/** The frame of a panel: a small header with the close button, the content, and facts about the catalogue. */
export function PanelShell({
  onClose,
  onSearch,
  onSettings,
  isLoading = false,
  children,
}: {
  readonly onClose: (() => void) | undefined;
  readonly onSearch: () => void;
  readonly onSettings: () => void;
  /** Whether the catalogue is still loading; then nothing is said about it. */
  readonly isLoading?: boolean;
  readonly children: ReactNode;
}) {
  const facts = usePapersIfAny()?.facts;
  return (
    <div className="shell">
      <header className="shell-head">
        <span className="brand">
          <Mark />
          {t('panel_sidelight')}
        </span>
        <span className="shell-tools">
          <button
            type="button"
            className="button button-icon"
            aria-label={t('panel_searchPapers')}
            title={t('panel_searchPapers')}
            onClick={onSearch}
          >
            <Icon name="search" />
          </button>
          <button
            type="button"
            className="button button-icon"
            aria-label={t('title_library')}
            title={t('title_library')}
            onClick={showLibrary}
          >
            <Icon name="starred" />
          </button>
          <button
            type="button"
            className="button button-icon"
            aria-label={t('panel_settings')}
            title={t('panel_settings')}
            onClick={onSettings}
          >
            <Icon name="settings" />
          </button>
          {onClose ? (
            <button
              type="button"
              className="button button-icon"
              aria-label={t('panel_foldTheSidebar')}
              title={t('panel_foldTheSidebarEscape')}
              onClick={onClose}
            >
              <Icon name="close" />
            </button>
          ) : null}
        </span>
      </header>
      {children}
      <footer className="shell-foot">
        {facts
          ? t('panel_catalogueOf', tDay(facts.date), formatCount(facts.papers))
          : isLoading
            ? '\u00a0'
            : t('panel_noCatalogue')}
      </footer>
    </div>
  );
}
