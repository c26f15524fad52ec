/** Showing a place of a full text, and the way back from it. */
import { markRange } from '@/lib/dom/mark-range';

/** Marks one place of the page at a time. */
export interface PlaceMarker {
  /** Scrolls to an element and marks what it holds; false where it is not on the page any more. */
  readonly show: (element: Element | undefined) => boolean;
  /** Takes the mark away, and goes back where the user has not moved on; false where nothing was marked. */
  readonly back: () => boolean;
}

/** The last mark leaves when the signal aborts. */
export function createPlaceMarker(signal: AbortSignal): PlaceMarker {
  let mark: AbortController | undefined;
  const back = (): boolean => {
    const wasMarked = mark !== undefined;
    mark?.abort();
    mark = undefined;
    return wasMarked;
  };
  return {
    back,
    show: (element) => {
      back();
      if (!element?.isConnected) return false;
      const range = element.ownerDocument.createRange();
      range.selectNodeContents(element);
      mark = new AbortController();
      markRange(range, { signal: AbortSignal.any([signal, mark.signal]) });
      return true;
    },
  };
}
