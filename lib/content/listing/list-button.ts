/**
 * The button that shows a listing's toolbar, at the end of the page's own line of controls. Like a badge it is
 * positioned absolutely, so nothing of the page moves.
 */
import { accent, accentSoft, lamp, lineStrong, paper } from 'virtual:tokens';
import { keepInserted } from '@/lib/dom/keep-inserted';
import type { Theme } from '@/lib/messages';
import { t } from '@/lib/shared/texts';

/** Element name of the host, by which leftovers of an earlier copy of the script are found. */
export const LIST_BUTTON = 'sidelight-list-button';

/**
 * Without insets an absolutely positioned inline box is placed at the end of the text before it, and its width is
 * limited to the rest of the line, so that it shrinks instead of widening the page.
 */
const CSS = `
:host {
  all: initial !important; direction: ltr !important; position: absolute !important; z-index: 1 !important;
  display: inline-grid !important; grid-template-columns: minmax(0, max-content) !important; margin: -2px 0 0 12px !important; font: 12px/16px system-ui, sans-serif !important; user-select: none !important;
  color-scheme: light !important;
}
:host([data-theme=dark]) { color-scheme: dark !important; }
@media print { :host { display: none !important; } }
button {
  all: unset; box-sizing: border-box; display: flex; align-items: center; gap: 5px; min-width: 0; overflow: hidden; height: 20px; padding: 0 8px 0 6px;
  border: 1px solid ${lineStrong}; border-radius: 10px; background: ${paper}; color: ${accent}; cursor: pointer; white-space: nowrap;
}
button::before { content: ''; flex: none; box-sizing: border-box; width: 7px; height: 7px; border-radius: 50%; background: ${lamp}; }
button:hover, button[aria-pressed=true] { background: ${accentSoft}; }
button:focus-visible { outline: 2px solid ${accent}; outline-offset: 1px; }
@media (pointer: coarse) { button::after { content: ''; position: absolute; inset: -4px 0; } }
@media (forced-colors: active) { button::before { background: CanvasText; } }
`;

/** Elements that must not be covered. */
const CONTROLS = 'a, button, input, select, textarea, [role=button], label';

/** How often the button looks for another line after a framework has replaced the one that it was on. */
const PATIENCE = 10;

/** Whether a control of the page is under an element: in a narrow window a heading's neighbour may begin there. */
function covers(host: Element): boolean {
  const { left, right, top, bottom } = host.getBoundingClientRect();
  return [left + 1, (left + right) / 2, right - 1].some((x) =>
    document
      .elementsFromPoint(x, (top + bottom) / 2)
      .some((element) => element.matches(CONTROLS) && !element.contains(host)),
  );
}

/** The button. */
export interface ListButton {
  /** Must be called when the page changed: the button looks for a line if it has none. */
  readonly refresh: () => void;
  readonly setTheme: (theme: Theme) => void;
  readonly setPressed: (isPressed: boolean) => void;
}

/**
 * Puts the button at the end of the first line of the page that has space for it, if there is one, until the
 * signal aborts. `findLines` returns the page's lines, the best first.
 */
export function createListButton(
  findLines: () => readonly Element[],
  {
    theme,
    signal,
    onPress,
  }: { readonly theme: Theme; readonly signal: AbortSignal; readonly onPress: () => void },
): ListButton {
  const host = document.createElement(LIST_BUTTON);
  host.setAttribute('data-nosnippet', '');
  host.setAttribute('data-theme', theme);
  const style = document.createElement('style');
  style.textContent = CSS;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = t('tools_button');
  button.setAttribute('aria-label', t('tools_buttonLabel'));
  button.setAttribute('aria-pressed', 'false');
  button.addEventListener('click', (event) => {
    // The line may be a link, or inside one.
    event.stopPropagation();
    event.preventDefault();
    onPress();
  });
  host.attachShadow({ mode: 'closed' }).append(style, button);
  let line: Element | undefined;
  let life = new AbortController();
  let left = PATIENCE;
  /**
   * Leaves the button on the first of these lines that has space for it. This is read once a frame is drawn: before
   * that, the browser would have to lay out the whole page for the answer.
   */
  const tryLines = ([next, ...others]: readonly Element[], trial: AbortSignal): void => {
    line = next;
    if (!next) {
      host.remove();
      return;
    }
    next.append(host);
    requestAnimationFrame(() => {
      setTimeout(() => {
        if (trial.aborted) return;
        if (button.scrollWidth > button.clientWidth || covers(host)) tryLines(others, trial);
        else keepInserted(host, next, { signal: trial });
      });
    });
  };
  const refresh = (): void => {
    if (signal.aborted || line?.isConnected || left === 0) return;
    const lines = findLines();
    if (lines.length === 0) return;
    left -= 1;
    life.abort();
    life = new AbortController();
    tryLines(lines, AbortSignal.any([signal, life.signal]));
  };
  signal.addEventListener('abort', () => host.remove(), { once: true });
  refresh();
  return {
    refresh,
    setTheme: (next) => host.setAttribute('data-theme', next),
    setPressed: (isPressed) => button.setAttribute('aria-pressed', String(isPressed)),
  };
}
