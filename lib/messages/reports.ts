/** What scripts on pages report, and how it looks. */
import type { ListingEntry, PageFacts } from '@/lib/domain/page';
import type { Page } from '@/lib/sites/pages';

/** The page's own colours. */
export type Theme = 'light' | 'dark';

/** The page that a tab shows now, and its colours. */
export interface PageChange {
  readonly page: Page;
  /** Absent where the page has no colours of its own and the system's hold. */
  readonly theme?: Theme | undefined;
}

/** What the script on the page knows of it; everything in it is untrusted text. */
export interface PageReport extends PageChange {
  /** False where the document states another paper than its address: show nothing then. */
  readonly confirmed: boolean;
  readonly facts: PageFacts;
}

/** An entry of a listing as its card shows it; everything in it is untrusted text. */
export interface EntryReport {
  readonly entry: ListingEntry;
  readonly theme?: Theme | undefined;
}
