/** A notice at the window's lower corner after a paper was saved or removed, with an undo button. */
import { accentStrong, ink, paper, shadow } from 'virtual:tokens';
import type { Theme } from '@/lib/messages';

/** Element name of the host, by which leftovers of an earlier copy of the script are found. */
export const SAVE_NOTICE = 'sidelight-notice';

/** How long it is shown, in milliseconds: time to read it and to press its button. */
const STANDS = 8000;

const CSS = `
:host {
  all: initial !important; direction: ltr !important; position: fixed !important; z-index: 2147483647 !important;
  inset: auto auto 12px 12px !important; max-width: min(420px, 100% - 24px) !important; font: 13px/1.4 system-ui, sans-serif !important;
  color-scheme: dark !important;
}
/* Contrasts with the page: dark on a light one, light on a dark one. */
:host([data-theme=dark]) { color-scheme: light !important; }
@media print { :host { display: none !important; } }
div { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 12px; padding: 8px 12px; border-radius: 8px; background: ${paper}; color: ${ink}; box-shadow: ${shadow}; }
button { all: unset; min-height: 24px; color: ${accentStrong}; font-weight: 600; cursor: pointer; }
button:focus-visible { outline: 2px solid ${accentStrong}; outline-offset: 2px; }
@media (forced-colors: active) { div { border: 1px solid; } }
`;

/** An action offered in the notice. */
export interface NoticeAction {
  readonly label: string;
  readonly act: () => void;
}

/** Shows one notice at a time. */
export interface SaveNotice {
  readonly say: (text: string, action?: NoticeAction) => void;
}

/** Creates the notice, which is inserted when first needed and removed when the signal aborts. */
export function createSaveNotice({
  signal,
  theme,
}: {
  readonly signal: AbortSignal;
  readonly theme: () => Theme;
}): SaveNotice {
  const host = document.createElement(SAVE_NOTICE);
  const style = document.createElement('style');
  style.textContent = CSS;
  const line = document.createElement('div');
  line.setAttribute('role', 'status');
  host.attachShadow({ mode: 'closed' }).append(style, line);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const leave = (): void => {
    clearTimeout(timer);
    host.remove();
  };
  signal.addEventListener('abort', leave, { once: true });
  return {
    say: (text, action) => {
      if (signal.aborted) return;
      clearTimeout(timer);
      host.setAttribute('data-theme', theme());
      if (!host.isConnected) document.documentElement.append(host);
      const words = document.createElement('span');
      words.textContent = text;
      line.replaceChildren(words);
      if (action) {
        const button = document.createElement('button');
        button.type = 'button';
        button.textContent = action.label;
        button.addEventListener('click', (event) => {
          event.stopPropagation();
          if (!event.isTrusted) return;
          leave();
          action.act();
        });
        line.append(button);
      }
      timer = setTimeout(leave, STANDS);
    },
  };
}
