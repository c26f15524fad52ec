/** Shows where a result is on the page, and returns to the previous position. */
import { findWords } from '@/lib/dom/match-text';
import { createRangeMarker } from '@/lib/dom/mark-range';
import { findAbstractElement, type Page } from '@/lib/sites';

/** Marks one range of the page's text at a time. */
interface PageMarker {
  /**
   * Marks the anchor's words in the abstract; false if the page has no abstract or it does not contain them.
   */
  readonly show: (page: Page, anchor: string) => boolean;
  /** Removes the mark; false if there was none. */
  readonly clear: () => boolean;
}

/** At most one mark at a time; the last one is removed when the signal aborts. */
export function createPageMarker(signal: AbortSignal): PageMarker {
  const { mark, clear } = createRangeMarker(signal);
  return {
    clear,
    show: (page, anchor) => {
      clear();
      const root = findAbstractElement(page, document);
      const range = root && findWords(anchor, root);
      if (!range) return false;
      mark(range);
      return true;
    },
  };
}
