/**
 * The card's elements on the page: a host of our own beside the body with a
 * closed shadow root, in it the frame that shows the card. Nothing of the page
 * can clip it, restyle it or read it.
 */
import { dark, light, shadow } from 'virtual:tokens';
import type { Theme } from '@/lib/messages';

/** Element name of the host; what a former copy of ourselves left is found by it. */
export const CARD = 'sidelight-card';

/** Everything is important, because on the host a page's rule or attribute would win otherwise. */
const CSS = `
:host {
  all: initial !important;
  position: fixed !important;
  z-index: 2147483647 !important;
}
@media print { :host { display: none !important; } }
iframe {
  display: block; box-sizing: border-box; width: 100%; height: 100%; border-radius: 10px;
  box-shadow: ${shadow}; color-scheme: normal;
}
`;

/** Edge and ground of the frame until the card has painted itself. */
const COLOURS: Readonly<Record<Theme, string>> = {
  light: `border: 1px solid ${light.line}; background: ${light.paper};`,
  dark: `border: 1px solid ${dark.line}; background: ${dark.paper};`,
};

/** A place on the window, in CSS pixels. */
export interface CardBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** How the card stands at a moment. */
export interface CardState {
  readonly box: CardBox;
  readonly theme: Theme;
  /**
   * `sizing`: drawn but not seen, until the card has said how high it is; frames that are hidden in other ways
   * neither lay themselves out nor take the keyboard.
   */
  readonly stage: 'sizing' | 'shown' | 'closed';
}

const STAGES: Readonly<Record<CardState['stage'], string>> = {
  sizing: 'opacity: 0 !important; pointer-events: none !important;',
  shown: '',
  closed: 'display: none !important;',
};

/** The card's elements on the page. */
export interface CardView {
  readonly host: HTMLElement;
  readonly frame: HTMLIFrameElement;
  /** Changes how it stands. */
  readonly draw: (change: Partial<CardState>) => void;
}

/** Builds the elements, not yet inserted. The nonce lets the card know that we, not the page, put it there. */
export function createCardView(address: string, nonce: string): CardView {
  const host = document.createElement(CARD);
  host.setAttribute('data-nosnippet', '');
  const style = document.createElement('style');
  style.textContent = CSS;
  // How it stands is a rule inside, where the page can neither read nor write it.
  const standing = document.createElement('style');
  const frame = document.createElement('iframe');
  frame.src = `${address}#${nonce}`;
  host.attachShadow({ mode: 'closed' }).append(style, standing, frame);
  let state: CardState = { box: { left: 0, top: 0, width: 0, height: 0 }, theme: 'light', stage: 'closed' };
  const draw: CardView['draw'] = (change) => {
    state = { ...state, ...change };
    const { left, top, width, height } = state.box;
    standing.textContent = `:host {
      inset: ${Math.round(top)}px auto auto ${Math.round(left)}px !important;
      width: ${Math.round(width)}px !important; height: ${Math.round(height)}px !important;
      ${STAGES[state.stage]}
    } iframe { ${COLOURS[state.theme]} }`;
    // For whoever looks on; nothing of ours follows it.
    host.toggleAttribute('data-shown', state.stage === 'shown');
  };
  return { host, frame, draw };
}
