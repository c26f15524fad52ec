/**
 * The card's elements on the page: a host of our own beside the body with a
 * closed shadow root, in it the frame that shows the card. Nothing of the page
 * can clip it, restyle it or read it.
 */
import type { Theme } from '@/lib/services/messages';

/** Element name of the host; what a former copy of ourselves left is found by it. */
export const CARD = 'sidelight-card';

/**
 * Until the card has said how high it is, it is drawn but not seen: frames that
 * are hidden in other ways neither lay themselves out nor take the keyboard.
 */
const CSS = `
:host {
  all: initial !important;
  position: fixed !important;
  z-index: 2147483647 !important;
  inset: var(--top, 0) auto auto var(--left, 0) !important;
  width: var(--width, 0) !important;
  height: var(--height, 0) !important;
  opacity: 0 !important;
  pointer-events: none !important;
  --back: #fff; --line: #d5dddb;
}
:host([data-theme=dark]) { --back: #14181a; --line: #2b3437; }
:host([data-shown]) { opacity: 1 !important; pointer-events: auto !important; }
:host([data-closed]) { display: none !important; }
@media print { :host { display: none !important; } }
iframe {
  display: block; box-sizing: border-box; width: 100%; height: 100%; border: 1px solid var(--line); border-radius: 10px;
  background: var(--back); box-shadow: 0 1px 2px #0f1e1e14, 0 8px 24px #0f1e1e33; color-scheme: normal;
}
`;

/** The card's elements on the page. */
export interface CardView {
  readonly host: HTMLElement;
  readonly frame: HTMLIFrameElement;
}

/** Builds the elements, not yet inserted. The nonce lets the card know that we, not the page, put it there. */
export function createCardView(address: string, nonce: string): CardView {
  const host = document.createElement(CARD);
  host.setAttribute('data-nosnippet', '');
  const style = document.createElement('style');
  style.textContent = CSS;
  const frame = document.createElement('iframe');
  frame.src = `${address}#${nonce}`;
  host.attachShadow({ mode: 'closed' }).append(style, frame);
  return { host, frame };
}

/** Puts the host where the box says, in CSS pixels of the window. */
export function moveCard(
  { host }: CardView,
  box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number },
): void {
  for (const side of ['left', 'top', 'width', 'height'] as const)
    host.style.setProperty(`--${side}`, `${Math.round(box[side])}px`);
}

/** Gives the card's edge the page's colours; the frame asks for them itself. */
export function paintCard({ host }: CardView, theme: Theme): void {
  host.setAttribute('data-theme', theme);
}
