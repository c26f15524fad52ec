import { useCallback, useState, type RefCallback } from 'react';

/**
 * How far below the window an element counts as near, in CSS pixels, so that it is ready when the user
 * scrolls to it.
 */
const AHEAD = 300;

/**
 * Whether an element has come near to the visible part of the document; stays true. Used to delay work on the
 * page. Pass the returned function as the element's ref.
 */
export function useNearViewport(): readonly [ref: RefCallback<HTMLElement>, isNear: boolean] {
  const [isNear, setNear] = useState(false);
  const watch = useCallback((element: HTMLElement | null) => {
    if (!element) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        setNear(true);
      },
      // In a cross-origin frame, rootMargin only applies if the frame's own document is the root
      // (https://w3c.github.io/IntersectionObserver/#dom-intersectionobserver-rootmargin).
      { root: document, rootMargin: `${AHEAD}px 0px` },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [watch, isNear];
}
