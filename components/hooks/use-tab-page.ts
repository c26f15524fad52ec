import { useLayoutEffect, useState } from 'react';
import { isVouchedFrame, watchTabPage, type PanelHost, type TabPage } from '@/lib/pages/tab-page';

/** The page in the user's tab: undefined at first, `inert` in a frame that no script of ours made. */
export function useTabPage(host: PanelHost): TabPage | 'inert' | undefined {
  const [tab, setTab] = useState<TabPage | 'inert'>();
  // Before the first paint: the panel's first content waits for the answer.
  useLayoutEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    if (host === 'window') {
      watchTabPage(host, setTab, { signal });
      return () => controller.abort();
    }
    // Both are asked at once to save time; nothing is passed on before the frame is verified.
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
