/**
 * The context menu: on the toolbar button for the tab's paper, on links to papers, and on selected words. It
 * needs no further host permission: links are recognised by their address, and text is copied by the page of
 * the click, if that is one of the two sites.
 */
import { browser, type Browser } from 'wxt/browser';
import { addPageFacts } from '@/lib/domain/annotation';
import type { PaperId } from '@/lib/domain/arxiv-id';
import { formatBibtex, formatMarkdown, type Citable } from '@/lib/domain/cite';
import type { PageFacts } from '@/lib/domain/page';
import { openSearch } from '@/lib/extension/extension-pages';
import { addressOfPage, openAddress } from '@/lib/extension/navigation';
import { readSettings } from '@/lib/extension/settings';
import { openStore } from '@/lib/extension/store';
import { askTab } from '@/lib/messages';
import { PAGE_SCRIPT } from '@/lib/messages/table';
import { runTask } from '@/lib/shared/failures';
import { pageKindOfSettings } from '@/lib/shared/settings/fields';
import { t, type TextKey } from '@/lib/shared/texts';
import { LINES } from '@/lib/sites/elsewhere';
import { LISTING_MATCHES, PAPER_MATCHES } from '@/lib/sites/matches';
import { pageOf } from '@/lib/sites/pages';
import { findPastedPaper } from '@/lib/sites/pasted';
import { writeInPage } from './write-in-page';

type Click = Pick<Browser.contextMenus.OnClickData, 'menuItemId' | 'linkUrl' | 'selectionText'>;
type Tab = Pick<Browser.tabs.Tab, 'id' | 'url'>;

/** Match patterns of papers' addresses: other links get no menu item. */
const PAPER_LINKS = [...PAPER_MATCHES, ...LINES.map(([, page]) => page.replace('{id}', '*'))];

const FORMS = { bibtex: formatBibtex, markdown: formatMarkdown } as const;
type Form = keyof typeof FORMS;

/** Where a click was: on the toolbar button, or on a link. */
const PLACES = ['button', 'link'] as const;
const ACTIONS: readonly (readonly [action: 'open' | Form, label: TextKey])[] = [
  ['open', 'menu_open'],
  ['bibtex', 'menu_copyBibtex'],
  ['markdown', 'menu_copyMarkdown'],
];
const FIND = 'find';
const FIND_ON_BUTTON = 'find-button';

function listItems(): readonly Browser.contextMenus.CreateProperties[] {
  // In Manifest V2 (Firefox) the context is called `browser_action`.
  const button = browser.action === undefined ? 'browser_action' : 'action';
  const onPapers = PLACES.flatMap((place) =>
    ACTIONS.map(([action, label]): Browser.contextMenus.CreateProperties => ({
      id: `${place}:${action}`,
      title: t(label),
      contexts: place === 'button' ? [button] : ['link'],
      ...(place === 'link' && { targetUrlPatterns: PAPER_LINKS }),
      // Text can be written to the clipboard only there.
      ...(place === 'link' &&
        action !== 'open' && { documentUrlPatterns: [...PAPER_MATCHES, ...LISTING_MATCHES] }),
    })),
  );
  return [
    ...onPapers,
    { id: FIND_ON_BUTTON, title: t('menu_find'), contexts: [button] },
    { id: FIND, title: t('menu_findSelected'), contexts: ['selection'] },
  ];
}

/**
 * Creates the menu items. Chromium keeps them between starts of the worker, Firefox does not, and the language may
 * have changed.
 */
async function drawItems(): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const item of listItems()) browser.contextMenus.create(item);
}

/** The paper of a click; undefined if there is none. */
function paperOf({ linkUrl }: Click, tab: Tab | undefined): PaperId | undefined {
  if (linkUrl !== undefined) return findPastedPaper(linkUrl);
  return tab?.url !== undefined && URL.canParse(tab.url) ? pageOf(tab.url).paperId : undefined;
}

/** The data of a citation, from the store and the open page; undefined if neither has a title. */
async function readCitable(id: PaperId, facts: PageFacts | undefined): Promise<Citable | undefined> {
  const outcome = await openStore();
  const held = outcome.ok ? await outcome.store.get(id) : undefined;
  if (held) return addPageFacts(held, facts);
  if (!facts?.title) return undefined;
  const { title, published } = facts;
  const bare = { id, title, published, summary: '', tags: [], results: [], links: [], withdrawn: false };
  return addPageFacts({ ...bare, provenance: 'page' }, facts);
}

/** The facts on the page in a tab, if it shows this paper. */
async function readFactsOf(id: PaperId, tab: Tab | undefined): Promise<PageFacts | undefined> {
  const report = tab?.id === undefined ? undefined : await askTab(tab.id, PAGE_SCRIPT, 'readFacts');
  return report?.confirmed && report.page.paperId === id ? report.facts : undefined;
}

/** Opens the sidebar beside the paper in the tab; false if no script of ours runs there. */
async function openSidebar(tabId: number): Promise<boolean> {
  const toggle = () => askTab(tabId, PAGE_SCRIPT, 'toggleSidebar', { focus: true });
  const first = await toggle();
  // It was open, and the message closed it.
  return (first?.open === false ? await toggle() : first) !== undefined;
}

async function openPaper(id: PaperId, click: Click, tab: Tab | undefined): Promise<void> {
  if (click.linkUrl === undefined && tab?.id !== undefined && (await openSidebar(tab.id))) return;
  const { settings } = await readSettings();
  await openAddress(addressOfPage(id, pageKindOfSettings(settings)), 'new-tab', tab?.id);
}

/**
 * Copies in the page; if that is refused or nothing is known, the search opens with the paper and its own
 * buttons.
 */
async function copyPaper(id: PaperId, form: Form, click: Click, tab: Tab | undefined): Promise<void> {
  const facts = click.linkUrl === undefined ? await readFactsOf(id, tab) : undefined;
  const paper = await readCitable(id, facts);
  const isCopied =
    paper !== undefined && tab?.id !== undefined && (await writeInPage(tab.id, FORMS[form](paper)));
  if (!isCopied) await openSearch({ query: id, tabId: tab?.id });
}

/** Runs a menu item. */
export async function answerClick(click: Click, tab: Tab | undefined): Promise<void> {
  if (click.menuItemId === FIND) return openSearch({ query: click.selectionText ?? '', tabId: tab?.id });
  const id = paperOf(click, tab);
  // Without a paper to open or copy, the search is opened.
  if (id === undefined || click.menuItemId === FIND_ON_BUTTON) return openSearch({ tabId: tab?.id });
  const action = String(click.menuItemId).split(':')[1];
  if (action === 'bibtex' || action === 'markdown') return copyPaper(id, action, click, tab);
  return openPaper(id, click, tab);
}

/** Registers the listener. Firefox for Android has no context menus. */
export function handleContextMenu(): void {
  if (browser.contextMenus === undefined) return;
  browser.contextMenus.onClicked.addListener((click, tab) =>
    runTask('context menu', answerClick(click, tab)),
  );
  runTask('context menu', drawItems());
}
