import { useEffect, useRef, useState, type RefObject } from 'react';
import { askTab } from '@/lib/messages';
import { PAGE_SCRIPT } from '@/lib/messages/table';
import { guardClicks } from '@/lib/pages/click-guard';

/**
 * Guards the clicks of a tab's panel; returns the ref of the watched element, and whether the last click was
 * refused.
 */
export function useClickGuard(
  tabId: number,
): readonly [mark: RefObject<HTMLDivElement | null>, isRefused: boolean] {
  const mark = useRef<HTMLDivElement>(null);
  const [isRefused, setRefused] = useState(false);
  useEffect(() => {
    if (!mark.current) return undefined;
    const life = new AbortController();
    guardClicks({
      mark: mark.current,
      isCovered: async (point) => (await askTab(tabId, PAGE_SCRIPT, 'isCovered', point))?.covered,
      onDecision: setRefused,
      signal: life.signal,
    });
    return () => life.abort();
  }, [tabId]);
  return [mark, isRefused];
}
