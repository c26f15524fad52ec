import type { ReactNode } from 'react';
import { formatDay } from '@/lib/domain/describe';
import { usePapersIfAny } from '../hooks/papers-context';
import { Icon, Mark } from '../shared/Icon';

/** The panel's frame: a slim head with the way out, the content, and what the catalogue is. */
export function PanelShell({
  onClose,
  onSearch,
  onSettings,
  children,
}: {
  readonly onClose: (() => void) | undefined;
  readonly onSearch: () => void;
  readonly onSettings: () => void;
  readonly children: ReactNode;
}) {
  const facts = usePapersIfAny()?.facts;
  return (
    <div className="shell">
      <header className="shell-head">
        <span className="brand">
          <Mark /> Sidelight
        </span>
        <span className="shell-tools">
          <button
            type="button"
            className="button button-icon"
            aria-label="Search the catalogue"
            title="Search the catalogue"
            onClick={onSearch}
          >
            <Icon name="search" />
          </button>
          <button
            type="button"
            className="button button-icon"
            aria-label="Settings"
            title="Settings"
            onClick={onSettings}
          >
            <Icon name="settings" />
          </button>
          {onClose ? (
            <button
              type="button"
              className="button button-icon"
              aria-label="Fold the sidebar"
              title="Fold the sidebar (Escape)"
              onClick={onClose}
            >
              <Icon name="close" />
            </button>
          ) : null}
        </span>
      </header>
      {children}
      <footer className="shell-foot">
        {facts ? `Catalogue of ${formatDay(facts.date)} · ${facts.papers} papers` : 'No catalogue'}
      </footer>
    </div>
  );
}
