/** The tab to which a panel or popup refers, and its changes. */
import { browser, type Browser } from 'wxt/browser';
import { pageOf, type Page } from '@/lib/sites';
import { askTab, handleMessages, type PageReport, type Theme } from '@/lib/messages';
import { askWith } from '@/lib/pages/frame-request';
import { PAGE_SCRIPT, PANEL } from '@/lib/messages/table';

/** `frame`: the sidebar on a page, tied to its tab. `window`: side panel or popup, for the window's active tab. */
export type PanelHost = 'frame' | 'window';

/** A tab's page by its address, and what the script on it reported. */
export interface TabPage {
  readonly tabId: number | undefined;
  readonly page: Page | undefined;
  readonly report: PageReport | undefined;
  /** The page's own theme, if it has one. */
  readonly theme: Theme | undefined;
}

const NO_TAB: TabPage = { tabId: undefined, page: undefined, report: undefined, theme: undefined };

function addressOfTab(tab: Browser.tabs.Tab): Page | undefined {
  const url = tab.url === undefined ? null : URL.parse(tab.url);
  return url ? pageOf(url) : undefined;
}

/** The current tab. The page's script knows its address too, if the browser hides it. */
async function readTabPage(tab: Browser.tabs.Tab | undefined): Promise<TabPage> {
  if (tab?.id === undefined) return NO_TAB;
  const page = addressOfTab(tab);
  // If the address is not a supported page, there is no script to wait for.
  const report = page?.kind === 'none' ? undefined : await askTab(tab.id, PAGE_SCRIPT, 'readFacts');
  return { tabId: tab.id, page: page ?? report?.page, report, theme: report?.theme };
}

async function findTab(host: PanelHost): Promise<Browser.tabs.Tab | undefined> {
  if (host === 'frame') return browser.tabs.getCurrent();
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab;
}

/**
 * Whether our own script made this frame, by the nonce that it put into the frame's address. Any page may
 * frame an extension page that is open to the web; nothing is shown in a frame that is not verified.
 */
export async function isVouchedFrame(nonce: string): Promise<boolean> {
  // In Firefox the background is asked; if it does not answer, the frame is not verified.
  const tab = await browser.tabs.getCurrent().catch(() => undefined);
  if (tab?.id === undefined || nonce === '') return false;
  return (await askTab(tab.id, PAGE_SCRIPT, 'vouch', askWith(nonce)))?.vouched ?? false;
}

/** Calls back with the tab's page now and after each change; only the newest answer is passed on. */
export function watchTabPage(
  host: PanelHost,
  onChange: (tab: TabPage) => void,
  { signal }: { readonly signal: AbortSignal },
): void {
  let newest = 0;
  let current: number | undefined;
  const refresh = async () => {
    newest += 1;
    const mine = newest;
    // As above, and a window that is closing has no tab: there is no paper to show then.
    const tab = await findTab(host).catch(() => undefined);
    current = tab?.id;
    const found = await readTabPage(tab);
    if (mine === newest && !signal.aborted) onChange(found);
  };
  // The browser hides other sites' addresses, but reports that a page is loading: then the paper is gone.
  const onUpdated = (tabId: number, change: { readonly url?: string; readonly status?: string }) => {
    if (tabId === current && (change.url !== undefined || change.status !== undefined)) void refresh();
  };
  const onActivated = () => void refresh();
  handleMessages(
    PANEL,
    {
      pageChanged: (_change, sender) => {
        const mine = sender.tabId === current;
        if (mine) void refresh();
        return { done: mine };
      },
    },
    signal,
  );
  browser.tabs.onUpdated.addListener(onUpdated);
  if (host === 'window') browser.tabs.onActivated.addListener(onActivated);
  signal.addEventListener(
    'abort',
    () => {
      browser.tabs.onUpdated.removeListener(onUpdated);
      browser.tabs.onActivated.removeListener(onActivated);
    },
    { once: true },
  );
  void refresh();
}
