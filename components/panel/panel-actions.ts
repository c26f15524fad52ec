/** The actions of a panel. Hooks implement them; tests pass plain functions. */
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { CopyOutcome } from '@/lib/pages/clipboard';
import type { PaperPageLink } from '@/lib/pages/current-paper';
import type { Place } from '@/lib/extension/navigation';

/**
 * The formats in which a paper can be copied, in the order of their buttons; `row` is a row of a results
 * table.
 */
export const COPY_FORMS = ['link', 'markdown', 'bibtex', 'row'] as const;
/** One of these formats. */
export type CopyForm = (typeof COPY_FORMS)[number];

/** `absent`: the words are not on this page; `no-page`: no script of ours on the page can show them. */
export type ShowOutcome = 'shown' | 'absent' | 'no-page';

/** What the user can do from a panel. */
export interface PanelActions {
  readonly openPage: (kind: PaperPageLink['kind'], place: Place) => void;
  readonly openPaper: (paperId: PaperId, place: Place) => void;
  readonly openLink: (url: string) => void;
  /** Opens the search with this query. */
  readonly search: (query: string) => void;
  /** Goes back to the previous paper on the trail. */
  readonly goBack: () => void;
  readonly showResult: (anchor: string) => Promise<ShowOutcome>;
  readonly returnFromResult: () => void;
  readonly copy: (form: CopyForm) => Promise<CopyOutcome>;
  /** Copies a report of a wrong number, and opens the place for reports if there is one. */
  readonly report: () => Promise<CopyOutcome>;
  /** Folds the sidebar; absent if the panel is not in one. */
  readonly close?: (() => void) | undefined;
}
