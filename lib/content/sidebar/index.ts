/** The sidebar on a page: opens, folds, resizes, and does not cover the page if there is room beside it. */
import { isByUser } from '@/lib/dom/trusted-event';
import { hasRoom, makeRoom } from '@/lib/dom/make-room';
import { findFreeSpot } from '@/lib/dom/free-spot';
import { keepInserted } from '@/lib/dom/keep-inserted';
import type { Theme } from '@/lib/messages';
import { isCoveredAt, isCoveredInFrame } from './cover';
import { enableResize } from './resize';
import type { EarlyParts } from './early';
import { createPanelFrame } from './parts';
import { createSidebarView } from './view';
import { WIDTH } from './state';
import { t } from '@/lib/shared/texts';

/** Options of `createSidebar`. */
export interface SidebarOptions {
  /**
   * The address of the panel page, and a new nonce for each frame, by which the panel verifies who made it.
   */
  readonly panel: { readonly address: string; readonly issueNonce: () => string };
  readonly width: number;
  /** Whether it is open from the start. */
  readonly startsOpen: boolean;
  /** What the first stage inserted, hidden, for a sidebar that starts open. */
  readonly early?: EarlyParts | undefined;
  /** Whether the page is the browser's PDF viewer, which has its own toolbar and scroll bar. */
  readonly isPdf: boolean;
  /** CSS rules that keep a site's pinned controls clear of a sidebar of this width in CSS pixels. */
  readonly roomRules: (width: number) => string;
  readonly signal: AbortSignal;
  /** Called when the user opened, folded or resized the sidebar, so that it can be stored. */
  readonly onChoice: (choice: { readonly open?: boolean; readonly width?: number }) => void;
}

/** The sidebar on a page. */
export interface Sidebar {
  readonly isOpen: () => boolean;
  /** Opens the sidebar; with `focus` the panel gets the keyboard focus. */
  readonly open: (options?: { readonly focus?: boolean }) => void;
  /** Folds the sidebar to its handle and returns the keyboard focus. */
  readonly fold: () => void;
  /**
   * Widens an open sidebar to the window, over the page, whose layout does not change, or restores its width.
   * False if it is folded.
   */
  readonly widen: (isWide: boolean) => boolean;
  /** Whether an element of the page covers a point of the frame, given as fractions of its size. */
  readonly isCovered: (point: { readonly x: number; readonly y: number }) => boolean;
  /** Sets the theme (absent: the system's) and whether the catalogue holds the paper; the handle shows both. */
  readonly describe: (page: { readonly theme: Theme | undefined; readonly isKnown: boolean }) => void;
}

/** Inserts a sidebar. When the signal aborts it is removed and the page is restored. */
export function createSidebar(options: SidebarOptions): Sidebar {
  const { signal, isPdf, early } = options;
  const view = createSidebarView({ isPdf, parts: early?.parts });
  const { host, shell, bar, handle, fold: foldButton, splitter } = view;
  let width = options.width;
  let frame: HTMLIFrameElement | undefined;
  // A page that removed or moved it has ended it, and its nonce may be used up.
  if (early?.parts.host.parentNode === document.documentElement) frame = early.frame;
  else early?.frame.remove();
  if (frame) frame.title = t('app_name');
  let room: AbortController | undefined;
  let focusBefore: (() => void) | undefined;
  /** Whether the page removed the sidebar more often than it is re-inserted. */
  let isGone = false;

  const isOpen = (): boolean => shell.hasAttribute('data-open');

  const showWidth = (next: number): void => {
    width = next;
    // On a phone-narrow window a strip of the page stays visible.
    bar.style.width = `min(${width}px, calc(100vw - 40px))`;
    splitter.setAttribute('aria-valuenow', String(width));
  };

  /** Places the sidebar beside the page if that leaves enough width, otherwise over it. */
  const place = (): void => {
    room?.abort();
    room = undefined;
    const isShown = isOpen() && !shell.hidden;
    const isBeside = isShown && hasRoom(width, window.innerWidth);
    shell.toggleAttribute('data-over', isShown && !isBeside);
    shell.toggleAttribute('data-beside', isBeside);
    if (!isBeside) return;
    room = new AbortController();
    makeRoom(width, {
      signal: AbortSignal.any([signal, room.signal]),
      of: isPdf ? 'viewer' : 'page',
      rules: options.roomRules(width),
    });
  };

  const addFrame = (): HTMLIFrameElement => {
    if (frame) return frame;
    frame = createPanelFrame(options.panel.address, options.panel.issueNonce());
    frame.title = t('app_name');
    bar.append(frame);
    return frame;
  };

  const dropFrame = (): void => {
    frame?.remove();
    frame = undefined;
  };

  const open: Sidebar['open'] = ({ focus = false } = {}) => {
    if (isGone) return;
    const panel = addFrame();
    if (!isOpen()) {
      focusBefore = rememberFocus(view.focused());
      shell.toggleAttribute('data-open', true);
      place();
    }
    if (!focus) return;
    panel.focus();
    panel.addEventListener('load', () => panel.focus(), { once: true, signal });
  };

  const fold = (): void => {
    if (!isOpen()) return;
    const hadFocus = document.activeElement === host;
    shell.removeAttribute('data-open');
    shell.removeAttribute('data-wide');
    place();
    if (hadFocus) focusBefore?.();
    focusBefore = undefined;
  };

  /**
   * Whether the effect of a pointer press may be stored: nothing that lets clicks pass through may cover the sidebar
   * there.
   */
  const mayStore = (event: MouseEvent): boolean => !isCoveredAt({ x: event.clientX, y: event.clientY }, host);

  /** The frame is loaded when the pointer reaches the handle, since loading takes longer than the click. */
  handle.addEventListener('pointerenter', addFrame, { signal });
  handle.addEventListener(
    'click',
    (event) => {
      if (!isByUser(event)) return;
      // A click without a pointer came from the keyboard.
      const isKey = event.detail === 0;
      open({ focus: isKey });
      if (isKey || mayStore(event)) options.onChoice({ open: true });
    },
    { signal },
  );
  foldButton.addEventListener(
    'click',
    (event) => {
      if (!isByUser(event)) return;
      fold();
      if (event.detail === 0 || mayStore(event)) options.onChoice({ open: false });
    },
    { signal },
  );
  document.addEventListener(
    'keydown',
    (event) => {
      if (
        !isByUser(event) ||
        event.key !== 'Escape' ||
        event.defaultPrevented ||
        !shell.hasAttribute('data-over')
      )
        return;
      fold();
      options.onChoice({ open: false });
    },
    { signal },
  );
  document.addEventListener(
    'fullscreenchange',
    () => {
      shell.hidden = document.fullscreenElement !== null;
      place();
    },
    { signal },
  );
  const placeHandle = (): void => {
    handle.style.top = `${100 * findFreeSpot(document, { width: 26, height: 44 })}%`;
  };
  let wasRoomy = hasRoom(width, window.innerWidth);
  window.addEventListener(
    'resize',
    () => {
      const isRoomy = hasRoom(width, window.innerWidth);
      if (isRoomy !== wasRoomy) place();
      wasRoomy = isRoomy;
      placeHandle();
    },
    { signal, passive: true },
  );
  enableResize(
    view,
    () => width,
    showWidth,
    (next, isStored) => {
      showWidth(next);
      place();
      if (isStored) options.onChoice({ width: next });
    },
    { mayStore, signal },
  );

  splitter.setAttribute('aria-valuemin', String(WIDTH.least));
  splitter.setAttribute('aria-valuemax', String(WIDTH.most));
  showWidth(width);
  placeHandle();
  // Before the host is in the page or shown there: afterwards, reading where the page is scrolled to would lay it out for
  // that alone.
  if (options.startsOpen) open();
  // What the first stage hid.
  for (const hidden of [shell, host]) hidden.style.removeProperty('display');
  // A child of the root element, not of the body, so that a framework that renders the body does not remove it.
  keepInserted(host, document.documentElement, {
    signal,
    onReturn: () => {
      if (!frame) return;
      // The frame has reloaded, and its nonce is used up.
      dropFrame();
      if (isOpen()) addFrame();
    },
    onGiveUp: () => {
      isGone = true;
      fold();
      dropFrame();
    },
  });

  return {
    isOpen,
    open,
    fold,
    widen: (isWide) => {
      shell.toggleAttribute('data-wide', isWide && isOpen());
      return isOpen();
    },
    isCovered: (point) => frame !== undefined && isCoveredInFrame(point, frame, host),
    describe: ({ theme, isKnown }) => {
      if (theme) shell.setAttribute('data-theme', theme);
      else shell.removeAttribute('data-theme');
      shell.toggleAttribute('data-known', isKnown);
    },
  };
}

/**
 * Returns a function that restores the current focus: one of the sidebar's controls, otherwise an element of
 * the page.
 */
function rememberFocus(own: Element | null): () => void {
  const element = own ?? document.activeElement;
  return () => {
    if (element instanceof HTMLElement) element.focus({ preventScroll: true });
  };
}
