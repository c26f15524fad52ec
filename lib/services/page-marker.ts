/** Showing on the page where a result stands, and the way back. */
import { findWords } from '@/lib/dom/match-text';
import { markRange } from '@/lib/dom/mark-range';
import type { PageKind } from '@/lib/domain/page';
import { findAbstract } from '@/lib/sites/places';

export interface PageMarker {
  /** Marks the anchor's words in the abstract; false where the face has none or they are not in it. */
  readonly show: (kind: PageKind, anchor: string) => boolean;
  /** Takes the mark away; false where none was. */
  readonly clear: () => boolean;
}

/** At most one mark at a time; the last one leaves when the signal aborts. */
export function createPageMarker(signal: AbortSignal): PageMarker {
  let mark: AbortController | undefined;
  const clear = (): boolean => {
    const wasMarked = mark !== undefined;
    mark?.abort();
    mark = undefined;
    return wasMarked;
  };
  return {
    clear,
    show: (kind, anchor) => {
      clear();
      const root = findAbstract(kind, document);
      const range = root && findWords(anchor, root);
      if (!range) return false;
      mark = new AbortController();
      markRange(range, { signal: AbortSignal.any([signal, mark.signal]) });
      return true;
    },
  };
}
