import { useEffect, useState } from 'react';
import { isVouchedFrame, watchTabPage, type PanelHost, type TabPage } from '@/lib/services/tab-page';

/** What the reader's tab shows, live: undefined at first, `inert` in a frame that nobody vouches for. */
export function useTabPage(host: PanelHost): TabPage | 'inert' | undefined {
  const [tab, setTab] = useState<TabPage | 'inert'>();
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const start = async () => {
      if (host === 'frame') {
        const vouched = await isVouchedFrame(window.location.hash.slice(1));
        if (signal.aborted) return;
        if (!vouched) {
          setTab('inert');
          return;
        }
      }
      watchTabPage(host, setTab, { signal });
    };
    void start();
    return () => controller.abort();
  }, [host]);
  return tab;
}
