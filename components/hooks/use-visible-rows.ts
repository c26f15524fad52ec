import { useEffect, useState, type RefObject } from 'react';

/** The rows of a list to render: the visible ones, and some before and after them. */
interface VisibleRows {
  readonly first: number;
  /** One past the last. */
  readonly end: number;
  /** Height of the whole list in CSS pixels. */
  readonly height: number;
  /** Scrolls a row into view. */
  readonly reveal: (index: number) => void;
}

/**
 * Which rows of a long list to render if all have the same height; too simple to need a library. `row` is the
 * height of a row in CSS pixels, `spare` the number of rows beyond the visible ones, for fast scrolling.
 */
export function useVisibleRows(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  { row, spare }: { readonly row: number; readonly spare: number },
): VisibleRows {
  const [view, setView] = useState({ top: 0, height: window.innerHeight });
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const controller = new AbortController();
    const look = (): void =>
      setView({ top: element.scrollTop, height: element.clientHeight || window.innerHeight });
    element.addEventListener('scroll', look, { signal: controller.signal, passive: true });
    window.addEventListener('resize', look, { signal: controller.signal });
    look();
    return () => controller.abort();
  }, [scroller]);
  const reveal = (index: number): void => {
    const element = scroller.current;
    if (!element) return;
    const [above, below] = [index * row, (index + 1) * row - element.clientHeight];
    if (element.scrollTop > above) element.scrollTo?.({ top: above });
    else if (element.scrollTop < below) element.scrollTo?.({ top: below });
  };
  const first = Math.max(0, Math.min(count, Math.floor(view.top / row)) - spare);
  const end = Math.min(count, Math.ceil((view.top + view.height) / row) + spare);
  return { first, end, height: count * row, reveal };
}
