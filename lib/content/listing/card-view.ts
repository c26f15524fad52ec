/**
 * The card's elements on the page: a host element beside the body with a closed shadow root, which holds the frame
 * that shows the card, so that the page can neither clip, restyle nor read it.
 */
import { dark, light, shadow } from 'virtual:tokens';
import type { Theme } from '@/lib/messages';

/** Element name of the host, by which leftovers of an earlier copy of the script are found. */
export const CARD = 'sidelight-card';

/**
 * All rules are !important: without it, the page's rules for the host take precedence
 * (https://drafts.csswg.org/css-scoping/#shadow-cascading).
 */
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

/** Border and background of the frame until the card has painted. */
const COLOURS: Readonly<Record<Theme, string>> = {
  light: `border: 1px solid ${light.line}; background: ${light.paper};`,
  dark: `border: 1px solid ${dark.line}; background: ${dark.paper};`,
};

/** Position and size in the window, in CSS pixels. */
export interface CardBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The card's state. */
export interface CardState {
  readonly box: CardBox;
  readonly theme: Theme;
  /**
   * `sizing`: rendered but invisible until the card has reported its height; frames that are hidden in other
   * ways have no layout and cannot be focused.
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
  /** Applies a state. */
  readonly draw: (change: Partial<CardState>) => void;
}

/** Builds the elements, not yet inserted. The nonce lets the card know that we, not the page, put it there. */
export function createCardView(address: string, nonce: string): CardView {
  const host = document.createElement(CARD);
  host.setAttribute('data-nosnippet', '');
  const style = document.createElement('style');
  style.textContent = CSS;
  // The position is a rule inside the shadow root, where the page can neither read nor write it.
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
    // For tests; no other code reads it.
    host.toggleAttribute('data-shown', state.stage === 'shown');
  };
  return { host, frame, draw };
}
