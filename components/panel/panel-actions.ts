/** What a panel can be asked for. The hooks fulfil it; tests pass plain functions. */
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { CopyOutcome } from '@/lib/pages/clipboard';
import type { PaperPageLink } from '@/lib/pages/current-paper';
import type { Place } from '@/lib/extension/navigation';

/**
 * The forms in which a paper can be copied, in the order of their buttons; `row`: its results as a table's
 * row.
 */
export const COPY_FORMS = ['link', 'markdown', 'bibtex', 'row'] as const;
export type CopyForm = (typeof COPY_FORMS)[number];

/** `absent`: the words do not stand on this page; `no-page`: no script of ours is on the page to show them. */
export type ShowOutcome = 'shown' | 'absent' | 'no-page';

/** What the user can have done from a panel. */
export interface PanelActions {
  readonly openPage: (kind: PaperPageLink['kind'], place: Place) => void;
  readonly openPaper: (paperId: PaperId, place: Place) => void;
  readonly openLink: (url: string) => void;
  /** Opens the search with this query. */
  readonly search: (query: string) => void;
  /** To the paper before this one on the trail. */
  readonly goBack: () => void;
  readonly showResult: (anchor: string) => Promise<ShowOutcome>;
  readonly returnFromResult: () => void;
  readonly copy: (form: CopyForm) => Promise<CopyOutcome>;
  /** Copies a report of a number that is wrong, and opens the place for it where there is one. */
  readonly report: () => Promise<CopyOutcome>;
  /** Folds the sidebar; absent where the panel is no sidebar of ours. */
  readonly close?: (() => void) | undefined;
}
