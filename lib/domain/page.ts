/** What an address stands for: a face of a paper, a listing, or nothing of ours. */
import type { PaperId } from './arxiv-id';

/**
 * `other`: a page of a known site that names a paper but is no face of it (source, format pages…),
 * `none`: nothing of ours.
 */
export type PageKind =
  'abs' | 'pdf' | 'html' | 'listing' | 'search' | 'hf-paper' | 'hf-daily' | 'other' | 'none';

/** What an address stands for, and the paper that it names. */
export interface Page {
  readonly kind: PageKind;
  readonly paperId?: PaperId | undefined;
  /** Version that the address names; absent means the latest. */
  readonly version?: number | undefined;
}

/** What an adapter read from the document of a paper's face. Text only, never markup. */
export interface PageFacts {
  /** The id that the page itself states; where it disagrees with the address, nothing is shown. */
  readonly paperId?: PaperId | undefined;
  readonly version?: number | undefined;
  readonly title?: string | undefined;
  readonly abstract?: string | undefined;
  readonly authors?: readonly string[] | undefined;
  /** `YYYY-MM-DD` */
  readonly published?: string | undefined;
  readonly categories?: readonly string[] | undefined;
  /** Of the published version. */
  readonly doi?: string | undefined;
  readonly comments?: string | undefined;
  /** Addresses that the page states as the paper's own (not yet checked against the link rules). */
  readonly links?: readonly string[] | undefined;
  readonly withdrawn?: boolean | undefined;
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
  /** How the listing presents it. */
  readonly status?: 'new' | 'cross-list' | 'replaced' | undefined;
}
