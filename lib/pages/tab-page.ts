/** The tab to which a panel or popup refers, and its changes. */
import { browser, type Browser } from 'wxt/browser';
import { pageOf, type Page } from '@/lib/sites';
import { askTab, handleMessages, readAnswer, type PageReport, type Theme } from '@/lib/messages';
import { PAGE_SCRIPT, PANEL } from '@/lib/messages/table';
import type { AskedTab } from './framed-tab';

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

/** The page of a tab. Its script knows its address too, if the browser hides it. */
function describeTab(tab: Browser.tabs.Tab, report: PageReport | undefined): TabPage {
  const page = addressOfTab(tab) ?? report?.page;
  return { tabId: tab.id, page, report, theme: report?.theme };
}

async function readTabPage(tab: Browser.tabs.Tab | undefined): Promise<TabPage> {
  if (tab?.id === undefined) return NO_TAB;
  // If the address is not a supported page, there is no script to wait for.
  const isSupported = addressOfTab(tab)?.kind !== 'none';
  return describeTab(tab, isSupported ? await askTab(tab.id, PAGE_SCRIPT, 'readFacts') : undefined);
}

async function findTab(host: PanelHost): Promise<Browser.tabs.Tab | undefined> {
  if (host === 'frame') return browser.tabs.getCurrent();
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab;
}

/**
 * The page of a frame's tab; `inert` if our own script did not make this frame, by the nonce that it put into the frame's
 * address. Any page may frame an extension page that is open to the web; nothing is shown in a frame that is not verified.
 */
export function checkFramedTab({ tab, answer }: AskedTab): TabPage | 'inert' {
  const checked = readAnswer(PAGE_SCRIPT, 'vouch', answer);
  return tab?.id !== undefined && checked?.vouched ? describeTab(tab, checked.report) : 'inert';
}

/** Calls back with the tab's page after each change, and now unless it is `known`; only the newest answer is passed on. */
export function watchTabPage(
  host: PanelHost,
  onChange: (tab: TabPage) => void,
  { signal, known }: { readonly signal: AbortSignal; readonly known?: TabPage | undefined },
): void {
  let newest = 0;
  let current = known?.tabId;
  const refresh = async () => {
    newest += 1;
    const mine = newest;
    // In Firefox the background finds a frame's tab and may not answer, and a window that is closing has no tab: there is
    // no paper to show then.
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
  if (!known) void refresh();
}
