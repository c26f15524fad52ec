/** The badge on the toolbar button, which shows that the tab's paper is saved or in a pack. */
import { light } from 'virtual:tokens';
import { browser, type Browser } from 'wxt/browser';
import type { PaperId } from '@/lib/domain/arxiv-id';
import { pageOf, type Page } from '@/lib/sites';
import { watchLibrary } from '@/lib/shared/library/revision';
import { askTab } from '@/lib/messages';
import { PAGE_SCRIPT } from '@/lib/messages/table';
import { t } from '@/lib/shared/texts';

/** What the button shows for a paper: that it is saved, otherwise whether the store has it. */
export type PaperState = boolean | 'saved';

/** Finds a paper's state. */
type Describe = (id: PaperId | undefined) => Promise<PaperState>;

const MARK = '●';
const STAR = '★';
const COLOUR = light.accent;

/**
 * In Manifest V2 (Firefox) the toolbar button is `browserAction`
 * (https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/browserAction).
 */
function toolbarButton(): typeof browser.action {
  return browser.action ?? browser.browserAction;
}

function titleOf(state: PaperState): string {
  if (state === 'saved') return t('button_saved');
  return t(state ? 'button_held' : 'app_name');
}

/** Sets one tab's badge; a tab that was closed meanwhile is not an error. */
export async function showBadge(tabId: number, state: PaperState): Promise<void> {
  const button = toolbarButton();
  try {
    await Promise.all([
      button.setBadgeText({ tabId, text: state === 'saved' ? STAR : state ? MARK : '' }),
      button.setBadgeBackgroundColor({ tabId, color: COLOUR }),
      button.setTitle({ tabId, title: titleOf(state) }),
    ]);
  } catch {
    // Closed tabs have no badge.
  }
}

/** The browser hides a tab's address from extensions without permission for its site. */
function pageOfTab(tab: Browser.tabs.Tab): Page {
  const url = tab.url === undefined || !URL.canParse(tab.url) ? undefined : new URL(tab.url);
  return url ? pageOf(url) : { kind: 'none' };
}

/** Removes the badge if the document states another paper than the address. */
async function askForConfirmation(tabId: number): Promise<void> {
  const report = await askTab(tabId, PAGE_SCRIPT, 'readFacts');
  if (report && !report.confirmed) await showBadge(tabId, false);
}

/** Sets a tab's badge by its address, and checks it against the document once that has loaded. */
async function showBadgeOf(
  tabId: number,
  tab: Browser.tabs.Tab,
  describe: Describe,
  isLoaded: boolean,
): Promise<void> {
  const isKnown = await describe(pageOfTab(tab).paperId);
  await showBadge(tabId, isKnown);
  if (isKnown && isLoaded) await askForConfirmation(tabId);
}

async function showAll(describe: Describe): Promise<void> {
  for (const tab of await browser.tabs.query({})) {
    if (tab.id === undefined) continue;
    void showBadgeOf(tab.id, tab, describe, true);
  }
}

/**
 * Keeps every tab's badge up to date. Registers its listeners synchronously: a service worker is started only for
 * events that it listened to in its first task.
 */
export function updateBadges(describe: Describe): void {
  browser.tabs.onUpdated.addListener((tabId, change, tab) => {
    if (change.url === undefined && change.status === undefined) return;
    void showBadgeOf(tabId, tab, describe, change.status === 'complete');
  });
  // Each start of the worker updates all tabs: the previous one may have been stopped during an event.
  void showAll(describe);
  watchLibrary(() => void showAll(describe), { signal: new AbortController().signal });
  // Has the browser start the worker when it starts itself.
  browser.runtime.onStartup.addListener(() => undefined);
}
