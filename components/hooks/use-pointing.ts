import { useEffect, useRef } from 'react';
import { watchPointing, type Pointing } from '@/lib/dom/pointing';

/** Handles a pointerenter or pointerleave event. */
export type Point = Pointing['act'];

/** Handles pointerenter and pointerleave, ignoring those of elements that scroll under a resting pointer. */
export function usePointing(): Point {
  const pointing = useRef<Pointing>(undefined);
  useEffect(() => {
    const controller = new AbortController();
    pointing.current = watchPointing({ signal: controller.signal });
    return () => controller.abort();
  }, []);
  return (event, action) => pointing.current?.act(event, action);
}
