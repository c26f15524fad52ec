import { useEffect, useState } from 'react';

/**
 * How many rows of a list to render: the visible ones, and all after the user has scrolled. `query`
 * identifies the list: a new one starts at its top again.
 */
export function useRowLimit(query: string, inSight: number): number {
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
      // Scroll events do not bubble, and with capture the list need not know which ancestor scrolls.
      { signal: controller.signal, capture: true, passive: true, once: true },
    );
    return () => {
      controller.abort();
      if (scroller) scroller.scrollTop = 0;
    };
  }, [query]);
  return scrolled === query ? Number.POSITIVE_INFINITY : inSight;
}
