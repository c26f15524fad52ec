/**
 * The elements of the card at a citation: a host element beside the body with a closed shadow root, so that the page
 * can neither clip, restyle nor read it. No text of the page is used as markup.
 */
import type { Theme } from '@/lib/messages';
import { t } from '@/lib/shared/texts';
import { CITATION_CARD_CSS } from './css';

/** Element name of the host, by which leftovers of an earlier copy of the script are found. */
export const CITATION_CARD = 'sidelight-citation';

/** The card's elements; the page cannot reach those inside the shadow root. */
export interface CitationCardView {
  readonly host: HTMLElement;
  readonly card: HTMLElement;
  /** Returns to the earlier scroll position; shown after a jump. */
  readonly back: HTMLButtonElement;
  readonly setTheme: (theme: Theme) => void;
  /** The focused control of the card. */
  readonly focused: () => Element | null;
}

/** An element with a class and plain text. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.className = className;
  element.append(...content);
  return element;
}

/** A keyboard shortcut, printed after its control, which names it to screen readers itself. */
export function makeKey(key: string): HTMLElement {
  const element = make('kbd', '', key);
  element.setAttribute('aria-hidden', 'true');
  return element;
}

/** Builds the elements, not yet inserted. */
export function createCitationCardView(): CitationCardView {
  const host = document.createElement(CITATION_CARD);
  host.setAttribute('data-nosnippet', '');
  const shadow = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = CITATION_CARD_CSS;
  const card = make('div', 'card');
  card.hidden = true;
  card.tabIndex = -1;
  card.setAttribute('role', 'dialog');
  card.setAttribute('aria-label', t('citationCard_label'));
  const back = make('button', 'back', t('citationCard_back'), makeKey('B'));
  back.type = 'button';
  back.hidden = true;
  back.tabIndex = -1;
  back.setAttribute('aria-keyshortcuts', 'b');
  const shell = make('div', 'citation-card', card, back);
  shadow.append(style, shell);
  return {
    host,
    card,
    back,
    setTheme: (theme) => shell.setAttribute('data-theme', theme),
    focused: () => shadow.activeElement,
  };
}
