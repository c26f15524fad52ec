/** What the pages of papers and listings state, as data. */
import type { PaperId } from './arxiv-id';

/** What an adapter read from the page of a paper. Text only, never markup. */
export interface PageFacts {
  /** The id in the page itself; if it differs from the address, nothing is shown. */
  readonly paperId?: PaperId | undefined;
  readonly version?: number | undefined;
  readonly title?: string | undefined;
  readonly abstract?: string | undefined;
  readonly authors?: readonly string[] | undefined;
  /**
   * The family name in each of `authors` if the page marks it (for a group, the whole name); otherwise empty.
   */
  readonly familyNames?: readonly string[] | undefined;
  /** `YYYY-MM-DD` */
  readonly published?: string | undefined;
  readonly categories?: readonly string[] | undefined;
  /** DOI of the published version. */
  readonly doi?: string | undefined;
  /** The journal reference in the page: "Nature 522, 68-72 (2015)". */
  readonly journalReference?: string | undefined;
  readonly comments?: string | undefined;
  /** Addresses that the page states as the paper's own, not yet checked by the rules for links. */
  readonly links?: readonly string[] | undefined;
  readonly withdrawn?: boolean | undefined;
  /** Kinds of pages that this site offers for the paper; absent if the page does not say. */
  readonly pages?: readonly string[] | undefined;
}

/** One paper of a listing or search page, as data. */
export interface ListingEntry {
  readonly paperId: PaperId;
  readonly version?: number | undefined;
  readonly title: string;
  readonly abstract?: string | undefined;
  readonly authors?: readonly string[] | undefined;
  readonly categories?: readonly string[] | undefined;
  readonly comments?: string | undefined;
  /** Addresses that the listing states as the paper's own, not yet checked by the rules for links. */
  readonly links?: readonly string[] | undefined;
  /** How the listing classifies it. */
  readonly status?: 'new' | 'cross-list' | 'replaced' | undefined;
}
