import { useEffect, useState } from 'react';

/**
 * How many rows of a list to draw: those in sight, and all once the user has scrolled. `query` is what
 * the list answers: another list begins again, at its top.
 */
export function useReach(query: string, inSight: number): number {
  const [scrolled, setScrolled] = useState<string>();
  useEffect(() => {
    const controller = new AbortController();
    let scroller: Element | undefined;
    document.addEventListener(
      'scroll',
      ({ target }) => {
        if (target instanceof Element) scroller = target;
        setScrolled(query);
      },
      // Scrolling does not bubble, and the list need not know what it scrolls in.
      { signal: controller.signal, capture: true, passive: true, once: true },
    );
    return () => {
      controller.abort();
      if (scroller) scroller.scrollTop = 0;
    };
  }, [query]);
  return scrolled === query ? Number.POSITIVE_INFINITY : inSight;
}
