import { formatDay } from '@/lib/domain/describe';
import type { PaperView } from '@/lib/services/current-paper';
import { EmptyState } from '../shared/Notice';

/** What a panel says where it has no paper to show. */
export function PanelState({
  view,
  catalogueDate,
  onSearch,
  onSettings,
}: {
  readonly view: Exclude<PaperView, { readonly status: 'ready' | 'inert' }>;
  readonly catalogueDate: string | undefined;
  readonly onSearch: () => void;
  readonly onSettings: () => void;
}) {
  switch (view.status) {
    case 'loading':
      return (
        <div className="loading" role="status">
          <span className="visually-hidden">Reading the page…</span>
          <span className="skeleton skeleton-title" />
          <span className="skeleton" />
          <span className="skeleton skeleton-short" />
          <span className="skeleton skeleton-block" />
        </div>
      );
    case 'no-paper':
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
    case 'mismatch':
      return (
        <EmptyState title="This page names another paper" icon="warning">
          <p>
            Its address says {view.page.paperId}, its text says otherwise. Rather than guess, Sidelight shows
            nothing.
          </p>
        </EmptyState>
      );
    case 'catalogue-failed':
      return (
        <EmptyState
          title={view.reason === 'missing' ? 'The catalogue is missing' : 'The catalogue is damaged'}
          icon="warning"
        >
          <p>
            {view.reason === 'missing'
              ? 'The file that holds it is not in this installation.'
              : 'The file that holds it cannot be read.'}{' '}
            Reload the extension; if that does not help, remove Sidelight and install it again.
          </p>
        </EmptyState>
      );
    case 'unread':
      return (
        <EmptyState title={`${view.page.paperId} is not in the catalogue`} icon="paper">
          <p>{UNREAD_TEXTS[view.reason](catalogueDate)}</p>
          {view.reason === 'readings-off' ? (
            <button type="button" className="button" onClick={onSettings}>
              Open settings
            </button>
          ) : null}
        </EmptyState>
      );
  }
}

const UNREAD_TEXTS = {
  'readings-off': () => 'Reading papers from their pages is switched off in the settings.',
  'no-script': (date: string | undefined) =>
    `${date ? `The catalogue is of ${formatDay(date)}. ` : ''}This page cannot be read from here. Open the paper’s abstract page, or reload the page if it was open before Sidelight was installed.`,
  'no-abstract': () =>
    'No abstract was found on this page. Open the paper’s abstract page to have it read there.',
} as const;
