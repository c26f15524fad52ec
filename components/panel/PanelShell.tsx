import type { ReactNode } from 'react';
import { formatCount } from '@/lib/domain/describe';
import { showLibrary } from '../hooks/open-extension-pages';
import { t, tDay } from '../hooks/texts';
import { usePapersIfAny } from '../hooks/papers-context';
import { Mark } from '../shared/Icon';
import { IconButton } from '../shared/IconButton';

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
          <IconButton icon="search" label={t('panel_searchPapers')} onClick={onSearch} />
          <IconButton icon="library" label={t('title_library')} onClick={showLibrary} />
          <IconButton icon="settings" label={t('panel_settings')} onClick={onSettings} />
          {onClose ? (
            <IconButton
              icon="close"
              label={t('panel_foldTheSidebar')}
              hint={t('panel_foldTheSidebarEscape')}
              onClick={onClose}
            />
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
