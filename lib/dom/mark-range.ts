import { onPageMark, pageMark } from 'virtual:tokens';

/** Name of our highlight in the document's registry. */
const HIGHLIGHT = 'sidelight-mark';

const COLOURS = `::highlight(${HIGHLIGHT}) { background-color: ${pageMark}; color: ${onPageMark}; }`;

/**
 * Scrolls to a range of text and highlights it until the signal aborts, then scrolls back unless the user has
 * scrolled. The CSS Custom Highlight API paints without changing a node of the page
 * (https://developer.mozilla.org/docs/Web/API/CSS_Custom_Highlight_API); a browser without it only scrolls.
 */
function markRange(range: Range, { signal }: { signal: AbortSignal }): void {
  if (signal.aborted) return;
  const before = window.scrollY;
  const target = centred(range);
  const hasMovedOn = watchScrolling(target, signal);
  scroll(target);
  signal.addEventListener(
    'abort',
    () => {
      if (!hasMovedOn()) scroll(before);
    },
    { once: true },
  );

  if (typeof Highlight === 'undefined' || typeof CSS === 'undefined' || !('highlights' in CSS)) return;
  const style = document.createElement('style');
  style.textContent = COLOURS;
  document.documentElement.append(style);
  CSS.highlights.set(HIGHLIGHT, new Highlight(range));
  signal.addEventListener(
    'abort',
    () => {
      style.remove();
      CSS.highlights.delete(HIGHLIGHT);
    },
    { once: true },
  );
}

/** Marks one range of the page at a time. */
interface RangeMarker {
  readonly mark: (range: Range) => void;
  /** Removes the mark, and scrolls back unless the user has moved on; false if nothing was marked. */
  readonly clear: () => boolean;
}

/** The last mark is removed when the signal aborts. */
export function createRangeMarker(signal: AbortSignal): RangeMarker {
  let current: AbortController | undefined;
  return {
    mark: (range) => {
      current = new AbortController();
      markRange(range, { signal: AbortSignal.any([signal, current.signal]) });
    },
    clear: () => {
      const wasMarked = current !== undefined;
      current?.abort();
      current = undefined;
      return wasMarked;
    },
  };
}

function centred(range: Range): number {
  const box = range.getBoundingClientRect();
  return Math.max(0, window.scrollY + box.top - (window.innerHeight - box.height) / 2);
}

/** Whether the user scrolled after the scroll to `target` had ended. */
function watchScrolling(target: number, signal: AbortSignal): () => boolean {
  let isThere = Math.abs(window.scrollY - clamped(target)) < 2;
  let hasMoved = false;
  document.addEventListener('scrollend', () => (isThere = true), { once: true, signal });
  document.addEventListener('scroll', () => (hasMoved ||= isThere), { signal, passive: true });
  return () => hasMoved;
}

function clamped(top: number): number {
  return Math.min(top, document.documentElement.scrollHeight - window.innerHeight);
}

function scroll(top: number): void {
  const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  window.scrollTo({ top, behavior: isCalm ? 'instant' : 'smooth' });
}
