/** A listing's toolbar: filters that fold entries, and keys that move between them. */
import {
  isFiltering,
  NO_FILTER,
  passes,
  reportOn,
  type EntryFilter,
  type ListingReport,
} from '@/lib/domain/entry/filter';
import { isTyping } from '@/lib/dom/is-typing';
import { isByUser } from '@/lib/dom/trusted-event';
import type { ReorderManner } from '@/lib/dom/reorder';
import type { Card } from './card';
import type { Entry, Listing } from './entries';
import { createFolder } from './fold-entries';
import { createOrdering, type OrderMode, type OrderState } from './ordering';
import { createOrderView } from './order-view';
import { createToolsView, type ToolsView } from './tools-view';
import type { Theme } from '@/lib/messages';

/** Links to the paper of an entry. */
const LINK = 'a[title="Abstract"], .list-title a[href*="/abs/"], h3 a[href*="/papers/"]';

/** The listing and card that the toolbar controls. */
export interface ToolsOptions {
  readonly listing: Listing;
  readonly card: Card;
  readonly signal: AbortSignal;
  readonly theme: Theme;
  /** How entries are reordered on this page. */
  readonly manner: ReorderManner;
  /** Runs a step that moves entries. */
  readonly moving?: ((work: () => void) => void) | undefined;
  /** The initial order. */
  readonly firstMode: OrderMode;
  readonly isValid: () => boolean;
  readonly onClose: () => void;
  /** Called when another order was chosen. */
  readonly onMode: (mode: OrderMode) => void;
  /** Saves an entry's paper, or removes it. */
  readonly onSave: (entry: Entry) => void;
}

/** The events that the toolbar is notified of. */
export interface Tools {
  /** Lines arrived or entries changed. */
  readonly refresh: () => void;
  readonly setTheme: (theme: Theme) => void;
  readonly setFilter: (filter: EntryFilter) => void;
  /** The state of the filtered listing. */
  readonly report: () => ListingReport;
}

/** The lines of a listing's entries, for filtering. */
export const linesOf = (listing: Listing): readonly Entry['line'][] =>
  listing.entries().map(({ line }) => line);

/** Shows the toolbar until the signal aborts. */
export function createTools(options: ToolsOptions): Tools {
  const { listing, card, signal, theme, manner, moving, firstMode, isValid, onClose, onSave, onMode } =
    options;
  let filter: EntryFilter = NO_FILTER;
  let current: Entry | undefined;
  let frame: number | undefined;
  const folder = createFolder({ signal });

  /** Whether an entry may be folded: without a filter there is nothing to do for most of a list's life. */
  let mayBeFolded = false;
  const apply = (): void => {
    frame = undefined;
    ordering.refresh();
    if (mayBeFolded || isFiltering(filter)) {
      folder.apply(
        listing.entries().map(({ line, element, found }) => ({
          entry: element,
          parts: found?.parts ?? [],
          isFolded: !passes(line, filter),
        })),
      );
      mayBeFolded = isFiltering(filter);
    }
    view.show(report());
  };
  const report = (): ListingReport => reportOn(linesOf(listing), filter);
  const refresh = (): void => {
    frame ??= requestAnimationFrame(apply);
  };
  const setFilter = (next: EntryFilter): void => {
    filter = next;
    apply();
  };
  /** The scroll position is left to the browser's scroll anchoring. */
  const clear = (): void => {
    folder.forget();
    setFilter(NO_FILTER);
  };
  let mode = firstMode;
  let state: OrderState = { kind: 'none' };
  const orderView = createOrderView((next) => {
    mode = next;
    ordering.setMode(next);
    onMode(next);
  });
  const ordering = createOrdering({
    listing,
    manner,
    moving,
    signal,
    isValid,
    onState: (next) => {
      state = next;
      orderView.show(mode, state);
    },
  });
  const view = createToolsView({ onFilter: setFilter, onClear: clear, onClose }, orderView);

  const move = (step: 1 | -1): void => {
    const stays = ordering.inOrder(listing.entries()).filter(({ line }) => passes(line, filter));
    const held = stays.find(({ element }) => element.contains(document.activeElement)) ?? current;
    const at = held ? stays.indexOf(held) : -1;
    const first = stays.findIndex(({ element }) => element.getBoundingClientRect().bottom > 0);
    const next = stays[at < 0 ? Math.max(0, first) : at + step];
    if (!next) return;
    current = next;
    next.element.scrollIntoView({ block: 'center', behavior: 'instant' });
    linkOf(next)?.focus({ preventScroll: true });
    if (card.isOpen()) card.open(next, { focus: false });
  };
  document.addEventListener(
    'keydown',
    (event) => {
      const { key, ctrlKey, metaKey, altKey, shiftKey, isComposing, defaultPrevented } = event;
      const isHeld = ctrlKey || metaKey || altKey || shiftKey;
      if (!isByUser(event) || defaultPrevented || isComposing || isHeld || isInput(event, view)) return;
      if (key === 'j') move(1);
      else if (key === 'k') move(-1);
      else if (key === 'o' && current) card.open(current, { focus: true });
      else if (key === 's' && current) onSave(current);
      else return;
      event.preventDefault();
    },
    { signal },
  );
  signal.addEventListener(
    'abort',
    () => {
      if (frame !== undefined) cancelAnimationFrame(frame);
      view.host.remove();
    },
    { once: true },
  );
  view.setTheme(theme);
  document.documentElement.append(view.host);
  listing.readAll();
  orderView.show(mode, state);
  ordering.setMode(mode);
  apply();
  return { refresh, setTheme: view.setTheme, setFilter, report };
}

function linkOf(entry: Entry): HTMLElement | undefined {
  const link = entry.element.querySelector(LINK);
  return link instanceof HTMLElement ? link : undefined;
}

/** The toolbar's shadow root is closed, so a key pressed in it arrives with the host as its target. */
function isInput(event: KeyboardEvent, view: ToolsView): boolean {
  const [target = null] = event.composedPath();
  return target === view.host ? view.isTyping() : isTyping(target);
}
