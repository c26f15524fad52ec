/**
 * What the script on a page does: finds out which paper the page shows, lets
 * the document confirm it, and keeps one sidebar for as long as a paper is
 * there. Loaded once the first stage has seen a paper's address.
 */
import { browser } from 'wxt/browser';
import { awaitDocument } from '@/lib/dom/await-document';
import { AMPLE_PAGE_WIDTH, hasRoom } from '@/lib/dom/make-room';
import { readTone, watchTone } from '@/lib/dom/page-tone';
import { watchLocation } from '@/lib/dom/watch-location';
import type { PaperId } from '@/lib/domain/arxiv-id';
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
import { withinLimits } from '@/lib/messages/limits';
import { PAGE_SCRIPT } from '@/lib/messages/table';
import { createVoucher } from '@/lib/content/voucher';
import type { Stage } from '@/lib/messages/stages/handover';
import { tellOfPage } from './meet-page';
import { createPageMarker } from './page-marker';
import { createSidebar, type Sidebar } from './index';
import { removeLeftovers } from './view';
import { loadSidebarState, saveMemory, startAlike, startsAs, wantedTheme, watchSettingValues } from './state';
import type { Settings } from '@/lib/shared/settings/fields';

/** What the entrypoint gives the script. */
export interface PageScriptOptions {
  readonly signal: AbortSignal;
  /** Whether the extension that this script belongs to is still there; asking ends the script where it is not. */
  readonly isValid: () => boolean;
  /** Whether the catalogue holds a paper. */
  readonly holds: (id: PaperId | undefined) => boolean;
  /** Loads what reads full texts; undefined where it could not be had. */
  readonly loadFullText: () => Promise<Stage | undefined>;
}

/** Runs until the signal aborts. */
export function runPageScript({ signal, isValid, holds, loadFullText }: PageScriptOptions): void {
  removeLeftovers(document);
  const voucher = createVoucher();
  const isPdf = document.contentType === 'application/pdf';
  const marker = createPageMarker(signal);
  let page: Page = { kind: 'none' };
  let previousId: string | undefined;
  let isLagging = false;
  let visit = new AbortController();
  let sidebarLife = new AbortController();
  let sidebar: Sidebar | undefined;
  let theme: Theme | undefined;
  /** The paper of the page, where a pack holds it. */
  let packed: PaperId | undefined;
  /** Colours that the reader wants whatever the page's are. */
  let wanted: Theme | undefined;

  /** The viewer of PDF documents has a dark ground beside white sheets: there the system's colours hold. */
  const readTheme = (): Theme | undefined => (isPdf ? undefined : readTone(document));

  const report = (): PageReport => {
    const facts = readFacts(page, document);
    // What still stands there is the paper before: nothing can be said of this one yet.
    if (isLagging && facts?.paperId === previousId) return { page, facts: {}, confirmed: true, theme };
    return {
      page,
      facts: withinLimits(facts ?? {}),
      confirmed: isConfirmed(page, facts),
      theme: readTheme(),
    };
  };

  const announce = (shown: Page): void => {
    if (isValid()) void announcePageChange({ page: shown, theme });
  };

  /** Keeps, for all pages of the site, whether its reader wants the sidebar open. */
  const remember = (open: boolean): void => {
    const site = siteWithKind(page.kind);
    if (site) void saveMemory({ open: { [site]: open } });
  };

  const dropSidebar = (): void => {
    sidebarLife.abort();
    sidebar = undefined;
  };

  const ensureSidebar = (width: number): Sidebar => {
    if (sidebar) return sidebar;
    sidebarLife = new AbortController();
    const life = AbortSignal.any([signal, sidebarLife.signal]);
    watchExtension(isValid, { signal: life });
    sidebar = createSidebar({
      panel: { address: browser.runtime.getURL('/panel.html'), issueNonce: voucher.issue },
      width,
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
   * Packs are asked about once the sidebar stands: what they hold changes its mark. Whoever jumped here from a
   * panel of ours goes on reading there, also where the sidebar would start folded: `opensAfterJump`.
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

  /** `anew`: as if the page had just been opened, whatever the sidebar is now. */
  const show = async (current: AbortSignal, { anew = false } = {}): Promise<void> => {
    const state = await loadSidebarState();
    const site = siteWithKind(page.kind);
    if (current.aborted || signal.aborted || !site) return;
    const { width } = state.memory;
    const circumstances = {
      site,
      isInCatalogue: holds(page.paperId),
      hasRoom: hasRoom(width, window.innerWidth),
      hasAmpleRoom: hasRoom(width, window.innerWidth, AMPLE_PAGE_WIDTH),
    };
    const start = startsAs(state, circumstances);
    if (!start) {
      if (anew) dropSidebar();
      return;
    }
    const isNew = sidebar === undefined;
    const shown = ensureSidebar(width);
    wanted = wantedTheme(state.settings);
    describe();
    if ((isNew || anew) && start === 'open') shown.open();
    else if (anew) shown.fold();
    const opensAfterJump = isNew && startsAs(state, { ...circumstances, isInCatalogue: true }) === 'open';
    runTask('sidebar', askPacks(opensAfterJump));
  };

  /** Settings changed while the page is open. What does not concern it leaves it as its reader had it. */
  const follow = (now: Settings, before: Settings): void => {
    wanted = wantedTheme(now);
    describe();
    const site = siteWithKind(page.kind);
    if (!site || startAlike(now, before, site) || !isPaperPage(page) || !report().confirmed) return;
    runTask('sidebar', show(visit.signal, { anew: true }));
  };

  const refuse = (): void => {
    dropSidebar();
    announce({ kind: 'none' });
  };

  /** Where the page is a full text, it is read further; panels that asked before are told to ask again. */
  const readOn = async (current: AbortSignal): Promise<void> => {
    if (!isFullText(page)) return;
    const stage = await loadFullText();
    if (current.aborted || signal.aborted || !isValid()) return;
    stage?.start({ signal: AbortSignal.any([signal, current]), isValid });
    announce(page);
  };

  /** The page shows the paper of its address. */
  const begin = (current: AbortSignal): void => {
    runTask('sidebar', show(current));
    runTask('full text', readOn(current));
    if (isValid()) runTask('papers met', tellOfPage(page.paperId, readFacts(page, document)));
  };

  /** The address decides, the document confirms; one that lags gets time, one that contradicts gets nothing. */
  const confirm = (current: AbortSignal): void => {
    const facts = readFacts(page, document);
    if (isConfirmed(page, facts)) {
      begin(current);
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
        begin(current);
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
        // The reader may have gone on meanwhile; what was asked of that page is not meant for this one.
        if (current.aborted || signal.aborted) return { open: false };
        const shown = ensureSidebar(memory.width);
        describe();
        if (shown.isOpen()) shown.fold();
        else shown.open({ focus });
        remember(shown.isOpen());
        return { open: shown.isOpen() };
      },
      widenSidebar: ({ isWide }) => ({ done: sidebar?.widen(isWide) ?? false }),
      vouch: (asked) => ({ vouched: voucher.accepts(asked) }),
    },
    signal,
  );
  if (!isPdf)
    watchTone(
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
