/**
 * One card for a whole listing: opens at an entry's badge on hover, focus, tap or click. Its elements are created
 * when it first opens.
 */
import { browser } from 'wxt/browser';
import { listenToUser } from '@/lib/dom/listen-to-user';
import { placeBeside, type Box } from '@/lib/dom/place-near';
import { watchPointing } from '@/lib/dom/pointing';
import { BADGE } from '@/lib/shared/listing/badge';
import { createCardView, type CardView } from './card-view';
import type { Entry, Listing } from './entries';
import type { ToolsAnswers } from './list-tools';
import { announceEntry, handleMessages, type Theme } from '@/lib/messages';
import { createFrameNonce } from '@/lib/content/frame-nonce';
import { withinLimits } from '@/lib/messages/limits';
import { LISTING_SCRIPT } from '@/lib/messages/table';
import { t } from '@/lib/shared/texts';

/** Size in CSS pixels; the height is what its content needs, up to a limit. */
const WIDTH = 384;
const HEIGHT = { usual: 320, most: 520 } as const;

/**
 * Hover delays in milliseconds: a pointer that passes over a badge opens nothing, one on its way to the card closes
 * nothing.
 */
const HOVER = 200;
const LEAVE = 450;

/** How far a badge may scroll out of the window before its card closes, in CSS pixels. */
const GONE = 40;

/** Options of `createCard`. */
export interface CardOptions {
  readonly listing: Listing;
  readonly signal: AbortSignal;
  readonly theme: () => Theme;
  readonly isValid: () => boolean;
  /** Saves an entry's paper, or removes it. */
  readonly onSave: (entry: Entry) => void;
  /** Answers to messages for the listing's tools. */
  readonly toolsAnswers: ToolsAnswers;
}

/** The one card of a listing. */
export interface Card {
  /** Opens an entry's card; with `focus` it gets the keyboard focus. Entries without a badge have no card. */
  readonly open: (entry: Entry, options: { readonly focus: boolean }) => void;
  readonly close: () => void;
  readonly isOpen: () => boolean;
  /** The page's theme changed: an open card follows it. */
  readonly setTheme: (theme: Theme) => void;
}

/** Listens for the badges' events. The card is removed when the signal aborts. */
export function createCard({ listing, signal, theme, isValid, onSave, toolsAnswers }: CardOptions): Card {
  const frameNonce = createFrameNonce();
  let nonce = '';
  let view: CardView | undefined;
  let current: Entry | undefined;
  /** Opened by click or keyboard: it stays open when the pointer leaves. */
  let isPinned = false;
  let height: number = HEIGHT.usual;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The badge that gets the focus back from the card or another window: this focus must not reopen the card. */
  let returnsTo: Element | null = null;

  const place = (): void => {
    const badge = current?.badge;
    if (!view || !badge) return;
    const anchor = badge.host.getBoundingClientRect();
    const { innerWidth, innerHeight } = window;
    if (!badge.host.isConnected || anchor.bottom < -GONE || anchor.top > innerHeight + GONE) {
      close();
      return;
    }
    const width = Math.min(WIDTH, innerWidth - 16);
    const box = placeBeside(
      anchor,
      boxOf(anchor, current?.found?.parts ?? []),
      { width, height },
      { width: document.documentElement.clientWidth, height: innerHeight },
    );
    view.draw({ box: { ...box, width } });
  };

  const ensureView = (): CardView => {
    if (view?.host.isConnected) return view;
    nonce = frameNonce.issue();
    view = createCardView(browser.runtime.getURL('/card.html'), nonce);
    document.documentElement.append(view.host);
    return view;
  };

  const close = (): void => {
    clearTimeout(timer);
    if (!current) return;
    const { badge } = current;
    const hadFocus = view !== undefined && document.activeElement === view.host;
    current = undefined;
    isPinned = false;
    view?.draw({ stage: 'closed' });
    badge?.setOpen(false);
    if (!hadFocus || !badge) return;
    returnsTo = badge.host;
    badge.focus();
  };

  const open: Card['open'] = (entry, { focus }) => {
    clearTimeout(timer);
    const { badge, found } = entry;
    if (!badge || !found || !isValid()) return;
    isPinned ||= focus;
    if (current !== entry) {
      current?.badge?.setOpen(false);
      const isNew = !view?.host.isConnected;
      const { frame, draw } = ensureView();
      draw({ stage: 'sizing' });
      frame.title = t('card_frameTitle', found.entry.paperId);
      current = entry;
      height = HEIGHT.usual;
      badge.setOpen(true);
      // A new frame asks for its entry itself once it has loaded.
      if (!isNew) void announceEntry(nonce);
    }
    if (!view) return;
    view.draw({ theme: theme() });
    place();
    if (!focus) return;
    const { frame } = view;
    frame.focus({ preventScroll: true });
    frame.addEventListener('load', () => frame.focus({ preventScroll: true }), { once: true, signal });
  };

  const later = (work: () => void, delay: number): void => {
    clearTimeout(timer);
    timer = setTimeout(work, delay);
  };

  const entryAt = ({ target }: Event): Entry | undefined =>
    target instanceof Element && target.localName === BADGE ? listing.entryOf(target) : undefined;
  const isCard = ({ target }: Event): boolean => view !== undefined && target === view.host;

  const on = listenToUser({ signal });

  const hover = (entry: Entry): void => {
    if (!isPinned) later(() => open(entry, { focus: false }), HOVER);
  };
  const pointing = watchPointing({ signal });
  on('pointerover', (event) => {
    if (event.pointerType === 'touch') return;
    const entry = entryAt(event);
    if (entry) pointing.act(event, () => hover(entry));
    else if (isCard(event)) clearTimeout(timer);
  });
  on('pointerout', (event) => {
    pointing.forget();
    if (isPinned || (!entryAt(event) && !isCard(event))) return;
    later(close, LEAVE);
  });
  // A click focuses as well, and opens the card itself; `:focus-visible` is not reliable on shadow hosts.
  let hasKeyboard = true;
  on('pointerdown', () => (hasKeyboard = false));
  window.addEventListener('blur', () => (returnsTo = document.activeElement), { signal });
  on('focusin', (event) => {
    const entry = entryAt(event);
    const isReturn = event.target === returnsTo;
    returnsTo = null;
    if (entry && hasKeyboard && !isPinned && !isReturn) later(() => open(entry, { focus: false }), HOVER);
  });
  on('focusout', (event) => {
    if (!isPinned && entryAt(event)) later(close, LEAVE);
  });
  on('click', (event) => {
    const entry = entryAt(event);
    if (!entry) {
      if (isPinned && !isCard(event)) close();
      return;
    }
    // A click on the badge must not reach the page's card or link around it.
    event.stopPropagation();
    if (entry.badge?.isOnSave(event)) {
      onSave(entry);
      return;
    }
    if (entry === current && isPinned) close();
    else {
      isPinned = true;
      // A click without a pointer came from the keyboard.
      open(entry, { focus: event.detail === 0 });
    }
  });
  on('keydown', (event) => {
    hasKeyboard = true;
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    const entry = entryAt(event);
    if (entry && key === 's' && !(ctrlKey || metaKey || altKey || shiftKey)) {
      event.stopPropagation();
      event.preventDefault();
      onSave(entry);
    } else if (event.key === 'Escape' && current && !event.defaultPrevented) {
      event.stopPropagation();
      close();
    }
  });
  window.addEventListener('scroll', place, { signal, passive: true, capture: true });
  window.addEventListener('resize', place, { signal, passive: true });

  handleMessages(
    LISTING_SCRIPT,
    {
      readEntry: (asked) =>
        frameNonce.accepts(asked) && current?.found
          ? { entry: withinLimits(current.found.entry), theme: theme() }
          : null,
      sizeCard: (asked) => {
        if (!frameNonce.accepts(asked) || asked.paperId !== current?.found?.entry.paperId || !view)
          return { done: false };
        height = Math.min(HEIGHT.most, Math.max(80, asked.height));
        place();
        view.draw({ stage: 'shown' });
        return { done: true };
      },
      closeCard: (asked) => {
        if (!frameNonce.accepts(asked)) return { done: false };
        close();
        return { done: true };
      },
      ...toolsAnswers,
    },
    signal,
  );
  signal.addEventListener(
    'abort',
    () => {
      clearTimeout(timer);
      view?.host.remove();
    },
    { once: true },
  );
  return {
    open,
    close,
    isOpen: () => current !== undefined,
    setTheme: (next) => {
      if (!current || !view) return;
      view.draw({ theme: next });
      // The card reads the theme with its entry.
      void announceEntry(nonce);
    },
  };
}

/** The bounding box of a badge and all rendered parts of its entry, in CSS pixels of the window. */
function boxOf(badge: Box, parts: readonly Element[]): Box {
  const drawn = parts.map((part) => part.getBoundingClientRect()).filter(({ height }) => height > 0);
  const boxes: readonly Box[] = [badge, ...drawn];
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}
