import { useEffect, useRef } from 'react';
import { askTab } from '@/lib/messages';
import { PAGE_SCRIPT } from '@/lib/messages/table';
import type { PanelHost, TabPage } from '@/lib/pages/tab-page';

/**
 * Closes the sidebar on the page when the browser's own side panel opens beside it, since two panels would
 * leave the page no space. Once: a sidebar that is opened later stays.
 */
export function useCloseSidebar(host: PanelHost, tab: TabPage | undefined): void {
  const isDone = useRef(false);
  useEffect(() => {
    if (host !== 'window' || tab === undefined || isDone.current) return;
    isDone.current = true;
    if (tab.tabId !== undefined) void askTab(tab.tabId, PAGE_SCRIPT, 'closeSidebar');
  }, [host, tab]);
}
