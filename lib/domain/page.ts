/** What pages of papers and listings state, as data. */
import type { PaperId } from './arxiv-id';

/** What an adapter read from the document of a paper's page. Text only, never markup. */
export interface PageFacts {
  /** The id that the page itself states; where it disagrees with the address, nothing is shown. */
  readonly paperId?: PaperId | undefined;
  readonly version?: number | undefined;
  readonly title?: string | undefined;
  readonly abstract?: string | undefined;
  readonly authors?: readonly string[] | undefined;
  /** The family name in each of `authors`, as the page parts them (a group's name too); empty text where it does not. */
  readonly familyNames?: readonly string[] | undefined;
  /** `YYYY-MM-DD` */
  readonly published?: string | undefined;
  readonly categories?: readonly string[] | undefined;
  /** Of the published version. */
  readonly doi?: string | undefined;
  /** Where the paper was published, as the page refers to it: "Nature 522, 68-72 (2015)". */
  readonly journalReference?: string | undefined;
  readonly comments?: string | undefined;
  /** Addresses that the page states as the paper's own (not yet checked against the link rules). */
  readonly links?: readonly string[] | undefined;
  readonly withdrawn?: boolean | undefined;
  /** Kinds of the paper's pages that this page's site offers; absent where the page does not say. */
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
  /** Addresses that the listing states as the paper's own (not yet checked against the link rules). */
  readonly links?: readonly string[] | undefined;
  /** How the listing presents it. */
  readonly status?: 'new' | 'cross-list' | 'replaced' | undefined;
}
