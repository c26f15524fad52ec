/** A listing's toolbar: filters that fold, keys that move, and an undo that leaves the page as it was. */
import {
  countAnswers,
  countTags,
  isFiltering,
  NO_FILTER,
  passes,
  type EntryFilter,
} from '@/lib/domain/entry/filter';
import type { Card } from './card';
import type { Entry, Listing } from './entries';
import { createFolder } from './fold';
import { createToolsView, TOOLS } from './tools-view';
import type { Theme } from '@/lib/services/messages';

/** Leads to the paper that an entry is about. */
const LINK = 'a[title="Abstract"], .list-title a[href*="/abs/"], h3 a[href*="/papers/"]';

/** Where somebody types. */
const TYPING =
  'input, textarea, select, [contenteditable]:not([contenteditable=false]), [role=textbox], [role=combobox]';

/** The listing and card that the toolbar works on. */
export interface ToolsOptions {
  readonly listing: Listing;
  readonly card: Card;
  readonly signal: AbortSignal;
  readonly theme: () => Theme;
  readonly onClose: () => void;
}

/** What the toolbar must be told. */
export interface Tools {
  /** Lines arrived or entries changed. */
  readonly refresh: () => void;
  readonly setTheme: (theme: Theme) => void;
}

/** Puts the toolbar on the page until the signal aborts. */
export function createTools({ listing, card, signal, theme, onClose }: ToolsOptions): Tools {
  let filter: EntryFilter = NO_FILTER;
  let current: Entry | undefined;
  let frame: number | undefined;
  const folder = createFolder({ signal });

  const apply = (): void => {
    frame = undefined;
    const entries = listing.entries();
    let shown = 0;
    let unread = 0;
    for (const entry of entries) {
      const stays = passes(entry.line, filter);
      if (stays) shown += 1;
      if (entry.line === undefined) unread += 1;
      folder.set(entry.element, entry.found?.parts ?? [], !stays);
    }
    const count = isFiltering(filter) ? `${shown} of ${entries.length}` : `${entries.length} papers`;
    view.setCount(unread > 0 ? `${count} · reading…` : count);
    const lines = entries.flatMap(({ line }) => line ?? []);
    view.setAnswers(countAnswers(lines));
    view.setTags(countTags(lines));
  };
  const refresh = (): void => {
    frame ??= requestAnimationFrame(apply);
  };
  const setFilter = (next: EntryFilter): void => {
    filter = next;
    view.setFilter(filter);
    apply();
  };
  /** Where to scroll is left to the browser, which keeps in place what the reader looks at. */
  const undo = (): void => {
    folder.clear();
    setFilter(NO_FILTER);
  };
  const view = createToolsView({ onFilter: setFilter, onUndo: undo, onClose });

  const move = (step: 1 | -1): void => {
    const stays = listing.entries().filter(({ line }) => passes(line, filter));
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
      if (defaultPrevented || isComposing || ctrlKey || metaKey || altKey || shiftKey || isTyping(event))
        return;
      if (key === 'j') move(1);
      else if (key === 'k') move(-1);
      else if (key === 'o' && current) card.open(current, { focus: true });
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
  view.setTheme(theme());
  document.documentElement.append(view.host);
  listing.readAll();
  apply();
  return { refresh, setTheme: view.setTheme };
}

function linkOf(entry: Entry): HTMLElement | undefined {
  const link = entry.element.querySelector(LINK);
  return link instanceof HTMLElement ? link : undefined;
}

function isTyping(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  return target instanceof Element && (target.localName === TOOLS || target.closest(TYPING) !== null);
}
