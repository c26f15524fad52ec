import { useEffect, useState } from 'react';
import { isVouchedFrame, watchTabPage, type PanelHost, type TabPage } from '@/lib/pages/tab-page';

/** What the user's tab shows, live: undefined at first, `inert` in a frame that nobody vouches for. */
export function useTabPage(host: PanelHost): TabPage | 'inert' | undefined {
  const [tab, setTab] = useState<TabPage | 'inert'>();
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    if (host === 'window') {
      watchTabPage(host, setTab, { signal });
      return () => controller.abort();
    }
    // Both questions at once, for speed; nothing is passed on before the frame is vouched for.
    let latest: TabPage | undefined;
    let isVouched = false;
    watchTabPage(
      host,
      (found) => {
        latest = found;
        if (isVouched) setTab(found);
      },
      { signal },
    );
    void isVouchedFrame(window.location.hash.slice(1)).then((vouched) => {
      if (signal.aborted) return;
      isVouched = vouched;
      if (!vouched) controller.abort();
      setTab(vouched ? latest : 'inert');
    });
    return () => controller.abort();
  }, [host]);
  return tab;
}
