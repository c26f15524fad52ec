/**
 * The script on a listing: adds badges to entries while the address is a listing's, and starts over when the site
 * navigates without a new document.
 */
import { debounce } from '@/lib/dom/debounce';
import { readPageTheme, watchPageTheme } from '@/lib/dom/page-theme';
import { watchLocation } from '@/lib/dom/watch-location';
import type { PaperId } from '@/lib/domain/arxiv-id';
import { listingOf, type SiteListing } from '@/lib/sites/listings';
import { pageOf, siteWithKind, type Page } from '@/lib/sites/pages';
import { watchExtension } from '@/lib/shared/extension-life';
import { BADGE } from '@/lib/shared/listing/badge';
import { createCard, type Card } from './card';
import { CARD } from './card-view';
import { createListing } from './entries';
import { loadListingState, watchSettingsChanged } from './listing-settings';
import { createEntrySaving } from './save-entries';
import { KEEP_NOTICE } from './keep-notice';
import { LIST_BUTTON } from './list-button';
import { createListTools, type ListTools } from './list-tools';
import { TOOLS } from './tools-view';
import { runTask } from '@/lib/shared/failures';

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
  for (const left of document.querySelectorAll([BADGE, CARD, TOOLS, LIST_BUTTON, KEEP_NOTICE].join()))
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
    // Inserting nodes before the framework has hydrated the page would break hydration.
    if (kind.lists === undefined) await hasLoaded();
    if (life.aborted || !state.badges) return;
    watchExtension(isValid, { signal: life });
    // Found once: each lookup is slow on a long page.
    let theme = readPageTheme(document);
    // Lines may arrive before the tools exist.
    let tools: ListTools | undefined;
    const listing = createListing({
      reader: kind.reader,
      place: kind.badgePlace,
      signal: life,
      holds,
      readings: state.readings,
      findWatched: state.findWatched,
      isValid,
      theme: () => theme,
      onLines: () => tools?.refresh(),
    });
    const keeping = createEntrySaving({ listing, signal: life, isValid, theme: () => theme });
    const listTools = createListTools({
      listing,
      card: () => card,
      signal: life,
      theme: () => theme,
      findLines: () => (kind.controls ?? []).flatMap((selector) => document.querySelector(selector) ?? []),
      // Moving nodes that a framework renders would break its updates.
      manner: kind.lists === undefined ? 'style' : 'move',
      firstMode: state.order,
      isValid,
      onKeep: keeping.toggle,
    });
    const card: Card = createCard({
      listing,
      signal: life,
      theme: () => theme,
      isValid,
      onKeep: keeping.toggle,
      toolsAnswers: listTools.answers,
    });
    tools = listTools;
    if (state.tools) listTools.show();
    watchPageTheme(
      document,
      (next) => {
        theme = next;
        listing.setTheme(next);
        listTools.setTheme(next);
      },
      { signal: life },
    );
    watchChanges(kind, listing.rescan, life);
  };

  watchLocation((url) => runTask('listing', enter(pageOf(url))), { signal });
  watchSettingsChanged(() => runTask('listing', enter(pageOf(location.href))), { signal });
  runTask('listing', enter(pageOf(location.href)));
}

/** Resolves when the document and its scripts have loaded. */
async function hasLoaded(): Promise<void> {
  if (document.readyState !== 'complete')
    await new Promise((resolve) => window.addEventListener('load', resolve, { once: true }));
  await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1000 }));
}

/**
 * Calls back when entries may have been added or removed. On server-rendered pages only the lists are
 * observed; a framework may replace everything, or show another paper in the same card.
 */
function watchChanges({ lists }: SiteListing, onChange: () => void, signal: AbortSignal): void {
  const observer = new MutationObserver(debounce(onChange, { signal }));
  if (lists === undefined)
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['href'] });
  else for (const list of document.querySelectorAll(lists)) observer.observe(list, { childList: true });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}
