import { useLayoutEffect, useState } from 'react';
import type { PanelView } from '@/lib/pages/panel-view';
import { watchTabPage, type PanelHost, type TabPage } from '@/lib/pages/tab-page';

/** The page in the user's tab: undefined at first, unless it is passed in. */
export function useTabPage(host: PanelHost, atHand?: PanelView): TabPage | undefined {
  const [tab, setTab] = useState(atHand?.tab);
  // Before the first paint: the panel's first content waits for the answer.
  useLayoutEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    // If it changed after it was asked for, it is asked for again.
    const known = atHand?.release() ? undefined : atHand?.tab;
    watchTabPage(host, setTab, { signal, known });
    return () => controller.abort();
  }, [host, atHand]);
  return tab;
}
