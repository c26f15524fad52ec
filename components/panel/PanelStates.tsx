import type { ReactNode } from 'react';
import { formatDay } from '@/lib/domain/describe';
import type { PaperView } from '@/lib/services/current-paper';
import { EmptyState } from '../shared/Notice';

type View<Status extends PaperView['status']> = Extract<PaperView, { readonly status: Status }>;

function Loading() {
  return (
    <div className="loading" role="status">
      <span className="visually-hidden">Reading the page…</span>
      <span className="skeleton skeleton-title" />
      <span className="skeleton" />
      <span className="skeleton skeleton-short" />
      <span className="skeleton skeleton-block" />
    </div>
  );
}

const CATALOGUE_FAULTS = {
  missing: { title: 'The catalogue is missing', text: 'The file that holds it is not in this installation.' },
  damaged: { title: 'The catalogue is damaged', text: 'The file that holds it cannot be read.' },
} as const;

/** The catalogue file is not there or cannot be read: what happened, and what to do. */
export function CatalogueFault({
  reason,
  level = 1,
}: {
  readonly reason: keyof typeof CATALOGUE_FAULTS;
  readonly level?: 1 | 2;
}) {
  const { title, text } = CATALOGUE_FAULTS[reason];
  return (
    <EmptyState title={title} icon="warning" level={level}>
      <p>{text} Reload the extension; if that does not help, remove Sidelight and install it again.</p>
    </EmptyState>
  );
}

const UNREAD_TEXTS: Readonly<Record<View<'unread'>['reason'], string>> = {
  'readings-off': 'Reading papers from their pages is switched off in the settings.',
  'no-script':
    'This page cannot be read from here. Open the paper’s abstract page, or reload the page if it was open before Sidelight was installed.',
  'no-abstract': 'No abstract was found on this page. Open the paper’s abstract page to have it read there.',
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
    <EmptyState title={`${view.page.paperId} is not in the catalogue`} icon="paper">
      <p>
        {catalogueDate ? `The catalogue is of ${formatDay(catalogueDate)}. ` : null}
        {UNREAD_TEXTS[view.reason]}
      </p>
      {action}
    </EmptyState>
  );
}

/** What a panel says where it has no paper to show. */
export function PanelState({
  view,
  catalogueDate,
  onSearch,
  onSettings,
  onOpenAbstract,
}: {
  readonly view: Exclude<PaperView, { readonly status: 'ready' | 'inert' }>;
  readonly catalogueDate: string | undefined;
  readonly onSearch: () => void;
  readonly onSettings: () => void;
  readonly onOpenAbstract: (view: View<'unread'>) => void;
}) {
  if (view.status === 'loading') return <Loading />;
  if (view.status === 'catalogue-failed') return <CatalogueFault reason={view.reason} />;
  if (view.status === 'mismatch') {
    return (
      <EmptyState title="This page names another paper" icon="warning">
        <p>
          Its address says {view.page.paperId}, its text says otherwise. Rather than guess, Sidelight shows
          nothing.
        </p>
      </EmptyState>
    );
  }
  if (view.status === 'unread') {
    const action =
      view.reason === 'readings-off' ? (
        <button type="button" className="button" onClick={onSettings}>
          Open settings
        </button>
      ) : view.page.kind === 'abs' ? null : (
        <button type="button" className="button" onClick={() => onOpenAbstract(view)}>
          Open the abstract page
        </button>
      );
    return <Unread view={view} catalogueDate={catalogueDate} action={action} />;
  }
  return (
    <EmptyState title="No paper on this page" icon="paper">
      <p>
        Open a paper on arXiv or Hugging Face and it will be shown here: its results, its code, its
        neighbours.
      </p>
      <button type="button" className="button" onClick={onSearch}>
        Search the catalogue
      </button>
    </EmptyState>
  );
}
