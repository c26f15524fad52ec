/** What scripts on pages report about the page and its theme. */
import type { ListingEntry, PageFacts } from '@/lib/domain/page';
import type { Page } from '@/lib/sites/pages';

/** The page's own theme. */
export type Theme = 'light' | 'dark';

/** The page that a tab shows, and its theme. */
export interface PageChange {
  readonly page: Page;
  /** Absent if the page follows the system. */
  readonly theme?: Theme | undefined;
}

/** The facts that the script found on the page; all of it is untrusted text. */
export interface PageReport extends PageChange {
  /** False if the document states another paper than its address; then nothing is shown. */
  readonly confirmed: boolean;
  readonly facts: PageFacts;
}

/** An entry of a listing for its card; all of it is untrusted text. */
export interface EntryReport {
  readonly entry: ListingEntry;
  readonly theme?: Theme | undefined;
}
