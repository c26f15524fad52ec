/**
 * Changes the sidebar's width by dragging the splitter, or with the keys of a separator
 * (https://www.w3.org/TR/wai-aria-1.2/#separator).
 */
import { isByUser } from '@/lib/dom/trusted-event';
import type { SidebarView } from './view';
import { limitWidth, WIDTH } from './state';

/** One press of an arrow key, in CSS pixels. */
const STEP = 16;

/**
 * Enables resizing by mouse and keyboard. `onMove` is called during the drag; `onEnd` when it ends, and only then is
 * the page laid out again: the layout of a long paper is too slow for every pixel. `onEnd` gets whether the width
 * may be stored, which `mayStore` decides for a pointer press.
 */
export function enableResize(
  { shell, splitter }: SidebarView,
  current: () => number,
  onMove: (width: number) => void,
  onEnd: (width: number, isStored: boolean) => void,
  { mayStore, signal }: { readonly mayStore: (event: MouseEvent) => boolean; readonly signal: AbortSignal },
): void {
  const set = (width: number, isStored = true): void => {
    onMove(limitWidth(width));
    onEnd(limitWidth(width), isStored);
  };

  splitter.addEventListener(
    'pointerdown',
    (down) => {
      if (down.button !== 0 || !isByUser(down)) return;
      // preventDefault stops text selection, but also focusing, which the arrow keys need.
      down.preventDefault();
      splitter.focus({ preventScroll: true });
      const isStored = mayStore(down);
      const from = current() + down.clientX;
      const drag = new AbortController();
      const during = { signal: AbortSignal.any([signal, drag.signal]) };
      // The frame would receive the pointer events as soon as the pointer is over it.
      shell.toggleAttribute('data-dragging', true);
      splitter.setPointerCapture(down.pointerId);
      splitter.addEventListener(
        'pointermove',
        (move) => {
          if (isByUser(move)) onMove(limitWidth(from - move.clientX));
        },
        during,
      );
      const end = (): void => {
        drag.abort();
        shell.removeAttribute('data-dragging');
        onEnd(current(), isStored);
      };
      splitter.addEventListener('pointerup', end, during);
      splitter.addEventListener('lostpointercapture', end, during);
    },
    { signal },
  );
  splitter.addEventListener(
    'dblclick',
    (event) => {
      if (isByUser(event)) set(WIDTH.usual, mayStore(event));
    },
    { signal },
  );
  splitter.addEventListener(
    'keydown',
    (event) => {
      if (!isByUser(event)) return;
      const { key } = event;
      if (key === 'ArrowLeft') set(current() + STEP);
      else if (key === 'ArrowRight') set(current() - STEP);
      else if (key === 'Home') set(WIDTH.least);
      else if (key === 'End') set(WIDTH.most);
    },
    { signal },
  );
}
