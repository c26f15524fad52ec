/**
 * The second stage of the page script, loaded when the address is a paper's: finds out which paper the page shows,
 * checks that the document agrees, and keeps one sidebar while a paper is shown.
 */
import { browser } from 'wxt/browser';
import { awaitDocument } from '@/lib/dom/await-document';
import { readPageTheme, watchPageTheme } from '@/lib/dom/page-theme';
import { watchLocation } from '@/lib/dom/watch-location';
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { PageFacts } from '@/lib/domain/page';
import {
  isConfirmed,
  isFullText,
  isPaperPage,
  pageOf,
  readFacts,
  roomRules,
  siteWithKind,
  type Page,
} from '@/lib/sites';
import { watchExtension } from '@/lib/shared/extension-life';
import { runTask } from '@/lib/shared/failures';
import {
  announcePageChange,
  askBackground,
  handleMessages,
  type PageReport,
  type Theme,
} from '@/lib/messages';
import { PAGE_SCRIPT } from '@/lib/messages/table';
import type { Stage } from '@/lib/messages/stages/handover';
import { tellOfPage } from './meet-page';
import { createPageMarker } from './page-marker';
import { reportPage } from './report';
import { createSidebar, type Sidebar } from './index';
import { prepareSidebar, type EarlyParts, type EarlySidebar } from './early';
import {
  loadSidebarState,
  readSidebarItems,
  saveMemory,
  sidebarStateOf,
  startAlike,
  startsAs,
  wantedTheme,
  watchSettingValues,
} from './state';
import type { Settings } from '@/lib/shared/settings/fields';

/** What the entrypoint passes in. */
interface PageScriptOptions {
  readonly signal: AbortSignal;
  /** Whether the extension of this script still exists; if it does not, asking ends the script. */
  readonly isValid: () => boolean;
  /** Whether the catalogue holds a paper. */
  readonly holds: (id: string | undefined) => boolean;
  /** What the first stage prepared; without it, that is done now. */
  readonly early?: EarlySidebar | undefined;
  /** Loads the third stage, which reads full texts; undefined if loading failed. */
  readonly loadFullText: () => Promise<Stage | undefined>;
}

/** Runs until the signal aborts. */
export function runPageScript({
  signal,
  isValid,
  holds,
  early = prepareSidebar(location.href, holds),
  loadFullText,
}: PageScriptOptions): void {
  const { nonce: frameNonce } = early;
  /** What the first stage prepared, until it is taken or out of date. */
  let prepared: EarlySidebar['prepared'] | undefined = early.prepared;
  const isPdf = document.contentType === 'application/pdf';
  const marker = createPageMarker(signal);
  let page: Page = { kind: 'none' };
  let previousId: PaperId | undefined;
  let isLagging = false;
  let visit = new AbortController();
  let sidebarLife = new AbortController();
  let sidebar: Sidebar | undefined;
  let theme: Theme | undefined;
  /** The page's paper, if a pack has it. */
  let packed: PaperId | undefined;
  /** The theme from the settings; undefined to follow the page. */
  let wanted: Theme | undefined;

  /** The PDF viewer shows white sheets on a dark background, so there the system's theme is used. */
  const readTheme = (): Theme | undefined => (isPdf ? undefined : readPageTheme(document));

  const report = (): PageReport =>
    reportPage(page, { previousId: isLagging ? previousId : undefined, theme: readTheme() });

  const announce = (shown: Page): void => {
    if (isValid()) void announcePageChange({ page: shown, theme });
  };

  /** Stores whether the sidebar is open, for all pages of the site. */
  const remember = (open: boolean): void => {
    const site = siteWithKind(page.kind);
    if (site) void saveMemory({ open: { [site]: open } });
  };

  const dropSidebar = (): void => {
    if (prepared) early.drop();
    prepared = undefined;
    sidebarLife.abort();
    sidebar = undefined;
  };

  const ensureSidebar = (width: number, startsOpen = false, made?: EarlyParts): Sidebar => {
    if (sidebar) {
      made?.parts.host.remove();
      return sidebar;
    }
    sidebarLife = new AbortController();
    const life = AbortSignal.any([signal, sidebarLife.signal]);
    watchExtension(isValid, { signal: life });
    sidebar = createSidebar({
      panel: { address: browser.runtime.getURL('/panel.html'), issueNonce: frameNonce.issue },
      width,
      startsOpen,
      early: made,
      isPdf,
      roomRules,
      signal: life,
      onChoice: ({ open, width: chosen }) => {
        if (!isValid()) return;
        if (open !== undefined) remember(open);
        if (chosen !== undefined) void saveMemory({ width: chosen });
      },
    });
    return sidebar;
  };

  const describe = (): void =>
    sidebar?.describe({
      theme: wanted ?? theme,
      isKnown: holds(page.paperId) || (packed !== undefined && packed === page.paperId),
    });

  /**
   * Asks whether a pack has the paper, once the sidebar exists, and updates the handle's mark. With
   * `opensAfterJump` the sidebar opens if the user came here by a link in one of our panels.
   */
  const askPacks = async (opensAfterJump: boolean): Promise<void> => {
    const { paperId } = page;
    if (paperId === undefined || holds(paperId) || paperId === packed || !isValid()) return;
    const answer = await askBackground('isHeld', { paperId });
    if (!answer || paperId !== page.paperId) return;
    if (answer.held) packed = paperId;
    describe();
    if (answer.jumped && opensAfterJump && sidebar?.isOpen() === false) sidebar.open();
  };

  /** `isReset`: starts the sidebar as if the page had just been opened. */
  const show = async (current: AbortSignal, { isReset = false } = {}): Promise<void> => {
    const loading = prepared ?? readSidebarItems().then((items) => ({ items, made: undefined }));
    prepared = undefined;
    const { items, made } = await loading;
    const { memory, settings } = sidebarStateOf(items);
    const site = siteWithKind(page.kind);
    if (current.aborted || signal.aborted || !site) return made?.parts.host.remove();
    const { innerWidth: windowWidth } = window;
    const start = startsAs(items, { site, isInCatalogue: holds(page.paperId), windowWidth });
    if (!start) {
      made?.parts.host.remove();
      if (isReset) dropSidebar();
      return;
    }
    const isNew = sidebar === undefined;
    const shown = ensureSidebar(memory.width, start === 'open', made);
    wanted = wantedTheme(settings);
    describe();
    if (isReset && start === 'open') shown.open();
    else if (isReset) shown.fold();
    const opensAfterJump = isNew && startsAs(items, { site, isInCatalogue: true, windowWidth }) === 'open';
    runTask('sidebar', askPacks(opensAfterJump));
  };

  /**
   * Applies changed settings to an open page. A change that does not concern its site leaves the sidebar as it is.
   */
  const follow = (now: Settings, before: Settings): void => {
    wanted = wantedTheme(now);
    describe();
    const site = siteWithKind(page.kind);
    if (!site || startAlike(now, before, site) || !isPaperPage(page) || !report().confirmed) return;
    runTask('sidebar', show(visit.signal, { isReset: true }));
  };

  const refuse = (): void => {
    dropSidebar();
    announce({ kind: 'none' });
  };

  /** Loads the third stage on a full text, then asks panels that asked too early to ask again. */
  const readOn = async (current: AbortSignal): Promise<void> => {
    if (!isFullText(page)) return;
    const stage = await loadFullText();
    if (current.aborted || signal.aborted || !isValid()) return;
    stage?.start({ signal: AbortSignal.any([signal, current]), isValid });
    announce(page);
  };

  /** The page shows the paper of its address. */
  const begin = (current: AbortSignal, facts: PageFacts | undefined): void => {
    runTask('sidebar', show(current));
    runTask('full text', readOn(current));
    if (isValid()) runTask('papers met', tellOfPage(page.paperId, facts));
  };

  /** Waits until the document confirms the address; a document that names another paper gets no sidebar. */
  const confirm = (current: AbortSignal): void => {
    const facts = readFacts(page, document);
    if (isConfirmed(page, facts)) {
      begin(current, facts);
      return;
    }
    isLagging = previousId !== undefined && facts?.paperId === previousId;
    if (!isLagging) refuse();
    awaitDocument(
      () => isConfirmed(page, readFacts(page, document)),
      (confirmed) => {
        isLagging = false;
        if (!confirmed) return refuse();
        announce(page);
        begin(current, readFacts(page, document));
      },
      { signal: AbortSignal.any([signal, current]) },
    );
  };

  const enter = (url: URL): void => {
    visit.abort();
    visit = new AbortController();
    marker.clear();
    isLagging = false;
    previousId = page.paperId;
    const isFirst = page.kind === 'none' && previousId === undefined && sidebar === undefined;
    page = pageOf(url);
    theme = readTheme();
    if (!isFirst) announce(page);
    if (isPaperPage(page)) confirm(visit.signal);
    else dropSidebar();
  };

  handleMessages(
    PAGE_SCRIPT,
    {
      readFacts: report,
      showOnPage: ({ anchor }) => ({ found: marker.show(page, anchor) }),
      backFromPage: () => ({ done: marker.clear() }),
      closeSidebar: () => {
        const done = sidebar?.isOpen() ?? false;
        sidebar?.fold();
        if (done) remember(false);
        return { done };
      },
      toggleSidebar: async ({ focus }) => {
        if (!isPaperPage(page) || !report().confirmed) return { open: false };
        const { signal: current } = visit;
        const { memory } = await loadSidebarState();
        // The user may have navigated in the meantime; the request was for the earlier page.
        if (current.aborted || signal.aborted) return { open: false };
        const shown = ensureSidebar(memory.width);
        describe();
        if (shown.isOpen()) shown.fold();
        else shown.open({ focus });
        remember(shown.isOpen());
        return { open: shown.isOpen() };
      },
      widenSidebar: ({ isWide }) => ({ done: sidebar?.widen(isWide) ?? false }),
      isCovered: (point) => ({ covered: sidebar?.isCovered(point) ?? false }),
      vouch: (asked) => {
        const vouched = frameNonce.accepts(asked);
        return { vouched, report: vouched ? report() : undefined };
      },
    },
    signal,
  );
  if (!isPdf)
    watchPageTheme(
      document,
      (now) => {
        theme = now;
        describe();
        announce(page);
      },
      { signal },
    );

  watchSettingValues(follow, { signal });
  watchLocation(enter, { signal });
  enter(new URL(location.href));
}
