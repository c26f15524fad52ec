import { useCallback, useState, type RefCallback } from 'react';

/** How far below the window a place counts as near, in CSS pixels: what stands there is ready when it is scrolled to. */
const AHEAD = 300;

/**
 * Whether a place of the document has come near to what is seen of it, once and for all: what takes work on the page
 * is asked for then. Give the function to the place's element as its ref.
 */
export function useNear(): readonly [ref: RefCallback<HTMLElement>, isNear: boolean] {
  const [isNear, setNear] = useState(false);
  const watch = useCallback((element: HTMLElement | null) => {
    if (!element) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        setNear(true);
      },
      // A margin counts in a frame of another site only where the frame's own document is named as the root.
      { root: document, rootMargin: `${AHEAD}px 0px` },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [watch, isNear];
}
