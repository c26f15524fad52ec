/** The toolbar badge: says that the tab holds a paper of the catalogue. */
import { light } from 'virtual:tokens';
import { browser, type Browser } from 'wxt/browser';
import type { PaperId } from '@/lib/domain/arxiv-id';
import { pageOf, type Page } from '@/lib/sites';
import { watchLibrary } from '@/lib/shared/library/revision';
import { askTab } from '@/lib/messages';
import { PAGE_SCRIPT } from '@/lib/messages/table';
import { t } from '@/lib/shared/texts';

/** What the button says of a paper: that the user saved it, else whether the store holds it. */
export type PaperState = boolean | 'saved';

/** Finds a paper's state. */
type Describe = (id: PaperId | undefined) => Promise<PaperState>;

const MARK = '●';
const STAR = '★';
const COLOUR = light.accent;

/** Manifest 2 (Firefox) calls the toolbar button by another name. */
function toolbarButton(): typeof browser.action {
  return browser.action ?? browser.browserAction;
}

function titleOf(state: PaperState): string {
  if (state === 'saved') return t('button_saved');
  return t(state ? 'button_held' : 'app_name');
}

/** Sets one tab's badge; a tab that has closed in the meantime is no fault. */
export async function showBadge(tabId: number, state: PaperState): Promise<void> {
  const button = toolbarButton();
  try {
    await Promise.all([
      button.setBadgeText({ tabId, text: state === 'saved' ? STAR : state ? MARK : '' }),
      button.setBadgeBackgroundColor({ tabId, color: COLOUR }),
      button.setTitle({ tabId, title: titleOf(state) }),
    ]);
  } catch {
    // Closed tabs take no badge.
  }
}

/** A tab without an address is one whose site we have no business with. */
function pageOfTab(tab: Browser.tabs.Tab): Page {
  const url = tab.url === undefined || !URL.canParse(tab.url) ? undefined : new URL(tab.url);
  return url ? pageOf(url) : { kind: 'none' };
}

/** The address has spoken; a document that states another paper takes the badge away. */
async function askForConfirmation(tabId: number): Promise<void> {
  const report = await askTab(tabId, PAGE_SCRIPT, 'readFacts');
  if (report && !report.confirmed) await showBadge(tabId, false);
}

/** Sets a tab's badge by its address; once its document is there, that is asked too. */
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

/** Keeps every tab's badge right. Registers at once: a service worker wakes for the event that it listens to. */
export function keepBadges(describe: Describe): void {
  browser.tabs.onUpdated.addListener((tabId, change, tab) => {
    if (change.url === undefined && change.status === undefined) return;
    void showBadgeOf(tabId, tab, describe, change.status === 'complete');
  });
  // Each life begins by putting all tabs right: the one before may have ended over an event.
  void showAll(describe);
  watchLibrary(() => void showAll(describe), { signal: new AbortController().signal });
  // Makes the browser's start begin one.
  browser.runtime.onStartup.addListener(() => undefined);
}
