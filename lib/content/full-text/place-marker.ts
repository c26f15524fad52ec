/** Shows a place in a full text, and returns to the previous one. */
import { createRangeMarker } from '@/lib/dom/mark-range';

/** Marks one place of the page at a time. */
export interface PlaceMarker {
  /** Scrolls to an element and marks its content; false if it is no longer on the page. */
  readonly show: (element: Element | undefined) => boolean;
  /** Removes the mark, and scrolls back unless the user has moved on; false if nothing was marked. */
  readonly back: () => boolean;
}

/** The last mark is removed when the signal aborts. */
export function createPlaceMarker(signal: AbortSignal): PlaceMarker {
  const { mark, clear } = createRangeMarker(signal);
  return {
    back: clear,
    show: (element) => {
      clear();
      if (!element?.isConnected) return false;
      const range = element.ownerDocument.createRange();
      range.selectNodeContents(element);
      mark(range);
      return true;
    },
  };
}
