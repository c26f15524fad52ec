/**
 * The script on a listing: adds badges to entries while the address is a listing's, and starts over when the site
 * navigates without a new document.
 */
import { debounce } from '@/lib/dom/debounce';
import { areMoves } from '@/lib/dom/moved-nodes';
import { watchPageTheme, type PageTheme } from '@/lib/dom/page-theme';
import { watchLocation } from '@/lib/dom/watch-location';
import type { PaperId } from '@/lib/domain/arxiv-id';
import { listingOf, type SiteListing } from '@/lib/sites/listings';
import { pageOf, siteWithKind, type Page } from '@/lib/sites/pages';
import { watchExtension } from '@/lib/shared/extension-life';
import { BADGE } from '@/lib/shared/listing/badge';
import { askForTexts } from '@/lib/content/ask-for-texts';
import { createCard, type Card } from './card';
import { CARD } from './card-view';
import { createListing } from './entries';
import { loadListingState, watchSettingsChanged } from './listing-settings';
import { createEntrySaving, type EntrySaving } from './save-entries';
import { SAVE_NOTICE } from './save-notice';
import { LIST_BUTTON } from './list-button';
import { createListTools, type ListTools } from './list-tools';
import { LISTING_TEXTS } from './text-names';
import { TOOLS } from './tools-view';
import { runTask } from '@/lib/shared/failures';

/** Timeout of each idle step before badges, and the break before it, in milliseconds. */
const PATIENCE = 200;
const BREAK = 5;

/** What the entrypoint passes in. */
export interface ListingScriptOptions {
  readonly signal: AbortSignal;
  /** Whether the extension of this script still exists; if it does not, asking ends the script. */
  readonly isValid: () => boolean;
  /** Whether the catalogue holds a paper. */
  readonly holds: (id: PaperId) => boolean;
}

/** Runs until the signal aborts. */
export function runListingScript({ signal, isValid, holds }: ListingScriptOptions): void {
  for (const left of document.querySelectorAll([BADGE, CARD, TOOLS, LIST_BUTTON, SAVE_NOTICE].join()))
    left.remove();
  let visit = new AbortController();

  const enter = async (page: Page): Promise<void> => {
    visit.abort();
    visit = new AbortController();
    const life = AbortSignal.any([signal, visit.signal]);
    const kind = listingOf(page);
    const site = siteWithKind(page.kind);
    if (!kind || !site || !isValid()) return;
    const state = await loadListingState(site);
    if (life.aborted || !state.badges) return;
    await askForTexts(LISTING_TEXTS);
    // Inserting nodes before the framework has hydrated the page would break hydration.
    if (kind.lists === undefined) await hasLoaded();
    if (life.aborted) return;
    watchExtension(isValid, { signal: life });
    // On a page of thousands of entries each of these steps is long enough for a task of its own.
    await nextIdleTask(PATIENCE);
    if (life.aborted) return;
    let follow: ((next: PageTheme) => void) | undefined;
    // Found once: each lookup is slow on a long page.
    let theme = watchPageTheme(
      document,
      (next) => {
        theme = next;
        follow?.(next);
      },
      { signal: life },
    );
    await nextIdleTask(PATIENCE);
    if (life.aborted) return;
    // Lines may arrive before the tools exist.
    let tools: ListTools | undefined;
    let saving: EntrySaving | undefined;
    let changes: Changes | undefined;
    const listing = createListing({
      adapter: kind.adapter,
      place: kind.badgePlace,
      signal: life,
      holds,
      readings: state.readings,
      findWatched: state.findWatched,
      reusesElements: kind.lists === undefined,
      isValid,
      theme: () => theme,
      onLines: () => {
        tools?.refresh();
        saving?.resume();
      },
    });
    saving = createEntrySaving({ listing, signal: life, isValid, theme: () => theme });
    const { toggle } = saving;
    const listTools = createListTools({
      listing,
      card: () => card,
      signal: life,
      theme: () => theme,
      findLines: () => (kind.controls ?? []).flatMap((selector) => document.querySelector(selector) ?? []),
      // Moving nodes that a framework renders would break its updates.
      manner: kind.lists === undefined ? 'style' : 'move',
      moving: (work) => (changes ? changes.ignoring(work) : work()),
      firstMode: state.order,
      isValid,
      onSave: toggle,
    });
    const card: Card = createCard({
      listing,
      signal: life,
      theme: () => theme,
      isValid,
      onSave: toggle,
      toolsAnswers: listTools.answers,
    });
    tools = listTools;
    if (state.tools) listTools.show();
    follow = (next) => {
      listing.setTheme(next);
      listTools.setTheme(next);
      card.setTheme(next);
    };
    changes = watchChanges(kind, { onChange: listing.rescan, onMoved: listing.sort }, life);
  };

  watchLocation((url) => runTask('listing', enter(pageOf(url))), { signal });
  watchSettingsChanged(() => runTask('listing', enter(pageOf(location.href))), { signal });
  runTask('listing', enter(pageOf(location.href)));
}

/** Resolves at the start of an idle task of the caller's own, after a break in which the page can react. */
const nextIdleTask = (timeout: number): Promise<unknown> =>
  new Promise((resolve) => setTimeout(() => requestIdleCallback(resolve, { timeout }), BREAK));

/** Resolves when the document and its scripts have loaded. */
async function hasLoaded(): Promise<void> {
  if (document.readyState !== 'complete')
    await new Promise((resolve) => window.addEventListener('load', resolve, { once: true }));
  await nextIdleTask(1000);
}

/**
 * Quiet time and longest wait before entries are looked up at new places, in milliseconds: a long list is ordered
 * in many slices, between which the browser lays out the page again.
 */
const MOVED = { calm: 600, longest: 5000 } as const;

/** The observer of a page's changes. */
interface Changes {
  /** Moves entries of its lists without a record of each move, of which a long list has thousands. */
  readonly ignoring: (work: () => void) => void;
}

/**
 * Calls back when entries may have been added, removed or moved, and after we moved them. On server-rendered pages only
 * the lists are observed; a framework may replace everything, or show another paper in the same card.
 */
function watchChanges(
  { lists }: SiteListing,
  { onChange, onMoved }: { readonly onChange: () => void; readonly onMoved: () => void },
  signal: AbortSignal,
): Changes {
  const change = debounce(onChange, { signal });
  const changePlaces = debounce(onChange, { signal, ...MOVED });
  const moveOurs = debounce(onMoved, { signal, ...MOVED });
  const read = (records: readonly MutationRecord[]): void => (areMoves(records) ? changePlaces() : change());
  const observer = new MutationObserver(read);
  const found = lists === undefined ? [] : [...document.querySelectorAll(lists)];
  const observe = (): void => {
    if (signal.aborted) return;
    if (lists === undefined)
      observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['href'] });
    else for (const list of found) observer.observe(list, { childList: true });
  };
  observe();
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  return {
    ignoring: (work) => {
      const before = observer.takeRecords();
      if (before.length > 0) read(before);
      observer.disconnect();
      work();
      observe();
      moveOurs();
    },
  };
}
