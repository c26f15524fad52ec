import { accent, ink, inkFaint, line, paper, shadow, surface } from 'virtual:tokens';

/**
 * Styles of the card at a citation. As for the sidebar: pixels, since the page sets the root's font size, and all
 * state inside the shadow root, where a page cannot write. The list of other places that cite a work stays at the
 * card's lower edge while a long entry scrolls above it.
 */
export const CITATION_CARD_CSS = `
:host {
  all: initial !important;
  direction: ltr !important;
  position: fixed !important;
  z-index: 2147483647 !important;
  inset: 0 auto auto 0 !important;
  font: 13px/1.45 system-ui, sans-serif !important;
}
@media print { :host { display: none !important; } }
.citation-card { color-scheme: light dark; }
.citation-card[data-theme=light] { color-scheme: light; }
.citation-card[data-theme=dark] { color-scheme: dark; }
.card, .back { position: fixed; box-sizing: border-box; background: ${paper}; color: ${ink}; border: 1px solid ${line};
  box-shadow: ${shadow}; }
.card { left: 0; top: 0; width: min(400px, calc(100vw - 16px)); max-height: 320px; overflow: auto; padding: 10px 14px;
  border-radius: 10px; overscroll-behavior: contain; scrollbar-width: thin; animation: appear 90ms ease-out; }
.card[hidden], .back[hidden] { display: none; }
@keyframes appear { from { opacity: 0; } }
@media (prefers-reduced-motion: reduce) { .card { animation: none; } }
.work + .work { margin-top: 10px; padding-top: 10px; border-top: 1px solid ${line}; }
.title { margin: 0; font-weight: 600; font-size: 13px; line-height: 1.35; text-wrap: pretty; }
.key { color: ${inkFaint}; font-weight: 400; margin-right: 6px; }
.entry { margin: 3px 0 0; color: ${inkFaint}; font-size: 12px; overflow-wrap: anywhere; }
.known { margin: 6px 0 0; padding: 5px 8px; border-radius: 6px; background: ${surface}; font-size: 12px; }
.known strong { color: ${accent}; font-weight: 600; }
.row { display: flex; flex-wrap: wrap; align-items: baseline; gap: 2px 12px; margin: 6px 0 0; font-size: 12px; }
a, button { all: unset; color: ${accent}; cursor: pointer; min-height: 20px; border-radius: 3px; }
a:hover, button:hover { text-decoration: underline; text-underline-offset: 2px; }
:focus-visible { outline: 2px solid ${accent}; outline-offset: 1px; }
.card:focus { outline: none; }
.card:focus-visible { outline: 2px solid ${accent}; outline-offset: -2px; }
.cited { color: ${inkFaint}; position: sticky; bottom: -10px; margin: 4px -14px 0; padding: 2px 14px 10px;
  background: ${paper}; }
.work:not(:last-child) > .cited { padding-bottom: 2px; }
.more { display: block; width: 100%; color: ${ink}; }
kbd { font: 11px/1 system-ui, sans-serif; color: ${inkFaint}; border: 1px solid ${line}; border-radius: 3px; padding: 1px 4px; margin-left: 4px; }
.back { left: 50%; bottom: 20px; translate: -50% 0; padding: 6px 12px; border-radius: 999px; color: ${accent}; font-size: 13px; }
@media (forced-colors: active) { .card, .back { border: 2px solid; } }
`;
