import type { ReactNode } from 'react';
import type { PaperView } from '@/lib/pages/current-paper';
import { t, tDay, type TextKey } from '../hooks/texts';
import { EmptyState } from '../shared/Notice';

type View<Status extends PaperView['status']> = Extract<PaperView, { readonly status: Status }>;

function Loading() {
  return (
    <div className="loading" role="status">
      <span className="visually-hidden">{t('panel_readingThePage')}</span>
      <span className="skeleton skeleton-title" />
      <span className="skeleton" />
      <span className="skeleton skeleton-short" />
      <span className="skeleton skeleton-block" />
    </div>
  );
}

const CATALOGUE_FAULTS = {
  missing: { title: 'state_catalogueMissing', text: 'state_catalogueMissingText' },
  damaged: { title: 'state_catalogueDamaged', text: 'state_catalogueDamagedText' },
} as const;

/** The message if the catalogue file is missing or cannot be read: what happened, and what to do. */
export function CatalogueFault({
  reason,
  level = 1,
}: {
  readonly reason: keyof typeof CATALOGUE_FAULTS;
  readonly level?: 1 | 2;
}) {
  const { title, text } = CATALOGUE_FAULTS[reason];
  return (
    <EmptyState title={t(title)} icon="warning" level={level}>
      <p>{t(text)}</p>
    </EmptyState>
  );
}

const UNREAD_TEXTS: Readonly<Record<View<'unread'>['reason'], TextKey>> = {
  'readings-off': 'state_readingsOff',
  'no-script': 'state_noScript',
  'no-abstract': 'state_noAbstract',
};

function Unread({
  view,
  catalogueDate,
  action,
}: {
  readonly view: View<'unread'>;
  readonly catalogueDate: string | undefined;
  readonly action: ReactNode;
}) {
  return (
    <EmptyState title={t('state_notInCatalogue', view.page.paperId)} icon="paper">
      <p>
        {catalogueDate ? `${t('state_catalogueIsOf', tDay(catalogueDate))} ` : null}
        {t(UNREAD_TEXTS[view.reason])}
      </p>
      {action}
    </EmptyState>
  );
}

/** The message of a panel without a paper. */
export function PanelState({
  view,
  catalogueDate,
  onSearch,
  onSettings,
  onOpenAbstract,
}: {
  readonly view: Exclude<PaperView, { readonly status: 'ready' }>;
  readonly catalogueDate: string | undefined;
  readonly onSearch: () => void;
  readonly onSettings: () => void;
  readonly onOpenAbstract: (view: View<'unread'>) => void;
}) {
  if (view.status === 'loading') return <Loading />;
  if (view.status === 'catalogue-failed') return <CatalogueFault reason={view.reason} />;
  if (view.status === 'mismatch') {
    return (
      <EmptyState title={t('panel_thisPageNamesAnotherPaper')} icon="warning">
        <p>{t('panel_addressSaysAnother', view.page.paperId)}</p>
      </EmptyState>
    );
  }
  if (view.status === 'unread') {
    const action =
      view.reason === 'readings-off' ? (
        <button type="button" className="button" onClick={onSettings}>
          {t('panel_openSettings')}
        </button>
      ) : view.page.kind === 'abs' ? null : (
        <button type="button" className="button" onClick={() => onOpenAbstract(view)}>
          {t('panel_openAbstractPage')}
        </button>
      );
    return <Unread view={view} catalogueDate={catalogueDate} action={action} />;
  }
  return (
    <EmptyState title={t('panel_noPaperOnThisPage')} icon="paper">
      <p>{t('panel_openAPaperOnArxivOr')}</p>
      <button type="button" className="button" onClick={onSearch}>
        {t('panel_searchPapers')}
      </button>
    </EmptyState>
  );
}
