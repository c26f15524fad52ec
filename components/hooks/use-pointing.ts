import { useEffect, useRef } from 'react';
import { watchPointing, type Pointing } from '@/lib/dom/pointing';

/** Does something about a pointer's entering or leaving. */
export type Point = Pointing['act'];

/** Does what a pointer's entering or leaving asks for, but not for what scrolls under a resting hand. */
export function usePointing(): Point {
  const pointing = useRef<Pointing>(undefined);
  useEffect(() => {
    const controller = new AbortController();
    pointing.current = watchPointing({ signal: controller.signal });
    return () => controller.abort();
  }, []);
  return (event, action) => pointing.current?.act(event, action);
}
