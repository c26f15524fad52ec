import { useEffect, useRef } from 'react';
import { askTab } from '@/lib/messages';
import { PAGE_SCRIPT } from '@/lib/messages/table';
import type { PanelHost, TabPage } from '@/lib/pages/tab-page';

/**
 * The browser's own side panel takes over from the sidebar of the page that it opens beside: the same on
 * both sides would leave the page no room. Once; a sidebar that is opened after that stays.
 */
export function useTakeOver(host: PanelHost, tab: TabPage | 'inert' | undefined): void {
  const isDone = useRef(false);
  useEffect(() => {
    if (host !== 'window' || tab === undefined || tab === 'inert' || isDone.current) return;
    isDone.current = true;
    if (tab.tabId !== undefined) void askTab(tab.tabId, PAGE_SCRIPT, 'closeSidebar');
  }, [host, tab]);
}
