/** The sidebar on a page: opens, folds, resizes and keeps out of the way. */
import { isByUser } from '@/lib/dom/by-user';
import { hasRoom, makeRoom } from '@/lib/dom/make-room';
import { findFreeSpot } from '@/lib/dom/free-spot';
import { keepInserted } from '@/lib/dom/keep-inserted';
import type { Theme } from '@/lib/messages';
import { enableResize } from './resize';
import { createPanelFrame, createSidebarView } from './view';
import { WIDTH } from './state';

/** What a sidebar is made with. */
export interface SidebarOptions {
  /** Address of the panel page, and a new nonce for each frame, by which the panel knows us. */
  readonly panel: { readonly address: string; readonly issueNonce: () => string };
  readonly width: number;
  /** The page is the browser's own PDF viewer, with a toolbar and a scroll bar of its own. */
  readonly isPdf: boolean;
  /** Style rules by which the page yields so many CSS pixels, beyond a margin on its root. */
  readonly roomRules: (width: number) => string;
  readonly signal: AbortSignal;
  /** The reader opened or folded it, or chose a width; worth remembering. */
  readonly onChoice: (choice: { readonly open?: boolean; readonly width?: number }) => void;
}

/** The sidebar on a page. */
export interface Sidebar {
  readonly isOpen: () => boolean;
  /** Opens; `focus` hands the keyboard to the panel. */
  readonly open: (options?: { readonly focus?: boolean }) => void;
  /** Folds to the handle and gives the keyboard back. */
  readonly fold: () => void;
  /**
   * While it is open: the width of the window, over the page, whose layout stays as it is; or its own width again.
   * False where it is folded.
   */
  readonly widen: (isWide: boolean) => boolean;
  /** Colours to wear (absent: the system's), and whether the catalogue holds its paper: the handle shows both. */
  readonly describe: (page: { readonly theme: Theme | undefined; readonly isKnown: boolean }) => void;
}

/** Puts a folded sidebar on the page. It leaves, and the page is as it was, when the signal aborts. */
export function createSidebar(options: SidebarOptions): Sidebar {
  const { signal, isPdf } = options;
  const view = createSidebarView({ isPdf });
  const { host, shell, bar, handle, fold: foldButton, splitter } = view;
  let width = options.width;
  let frame: HTMLIFrameElement | undefined;
  let room: AbortController | undefined;
  let focusBefore: (() => void) | undefined;
  /** The page would not have it. */
  let isGone = false;

  const isOpen = (): boolean => shell.hasAttribute('data-open');

  const showWidth = (next: number): void => {
    width = next;
    // On a phone-narrow window a strip of the page stays visible.
    bar.style.width = `min(${width}px, calc(100vw - 40px))`;
    splitter.setAttribute('aria-valuenow', String(width));
  };

  /** Beside the page where it keeps enough width, else over it. */
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

  /** The frame's page loads slower than a hand moves: begin when it comes near. */
  handle.addEventListener('pointerenter', addFrame, { signal });
  handle.addEventListener(
    'click',
    (event) => {
      if (!isByUser(event)) return;
      // A click without a pointer came from the keyboard.
      open({ focus: event.detail === 0 });
      options.onChoice({ open: true });
    },
    { signal },
  );
  foldButton.addEventListener(
    'click',
    (event) => {
      if (!isByUser(event)) return;
      fold();
      options.onChoice({ open: false });
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
    (next) => {
      showWidth(next);
      place();
      options.onChoice({ width: next });
    },
    { signal },
  );

  splitter.setAttribute('aria-valuemin', String(WIDTH.least));
  splitter.setAttribute('aria-valuemax', String(WIDTH.most));
  showWidth(width);
  placeHandle();
  // A child of the root, beside the body: frameworks that render the body anew do not own it.
  keepInserted(host, document.documentElement, {
    signal,
    onReturn: () => {
      if (!frame) return;
      // Its page has loaded anew, and the nonce was the former one's.
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
    describe: ({ theme, isKnown }) => {
      if (theme) shell.setAttribute('data-theme', theme);
      else shell.removeAttribute('data-theme');
      shell.toggleAttribute('data-known', isKnown);
    },
  };
}

/** A way back to what has the keyboard now: one of our own controls, else the page's. */
function rememberFocus(own: Element | null): () => void {
  const element = own ?? document.activeElement;
  return () => {
    if (element instanceof HTMLElement) element.focus({ preventScroll: true });
  };
}
