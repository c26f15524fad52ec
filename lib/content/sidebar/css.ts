import { accent, inkFaint, lamp, line, paper, shadowEdge } from 'virtual:tokens';

/**
 * Styles of the sidebar's own elements. In pixels, never rem, because the page sets the root's font size.
 * Rules for the host are `!important`, because otherwise a page's rules take precedence. There are no custom
 * properties, which a page could set on the host or register for its document, and the host has no state: all
 * of it is on `.sidebar`, inside.
 */
export const SIDEBAR_CSS = `
:host {
  all: initial !important;
  direction: ltr !important;
  position: fixed !important;
  z-index: 2147483647 !important;
  inset: 0 0 auto auto !important;
  font: 13px/1.3 system-ui, sans-serif !important;
}
@media print { :host { display: none !important; } }
.sidebar { color-scheme: light dark; }
.sidebar[data-theme=light] { color-scheme: light; }
.sidebar[data-theme=dark] { color-scheme: dark; }
.sidebar[hidden] { display: none; }
.bar, .handle { position: fixed; box-sizing: border-box; background: ${paper}; color: ${inkFaint}; }
.bar { display: none; inset: 0 0 0 auto; border-left: 1px solid ${line}; }
[data-wide] .bar { width: min(1100px, calc(100vw - 40px)) !important; }
[data-wide] .splitter { display: none; }
[data-over] .bar, [data-wide] .bar { box-shadow: ${shadowEdge}; }
[data-open] .bar { display: block; }
[data-open] .handle { display: none; }
iframe { display: block; box-sizing: border-box; border: 0; width: 100%; height: 100%; padding-left: 9px; color-scheme: normal; }
[data-dragging] iframe { pointer-events: none; }
.splitter { position: absolute; inset: 0 auto 0 -3px; width: 12px; cursor: ew-resize; touch-action: none; }
button { all: unset; cursor: pointer; }
.fold { position: absolute; left: -1px; top: calc(50% - 24px); width: 10px; height: 48px; text-align: center;
  line-height: 46px; border-radius: 0 5px 5px 0; background: ${line}; color: ${inkFaint}; }
.fold:hover, .splitter:hover, [data-dragging] .splitter { background: ${accent}; color: ${paper}; }
.handle { right: 0; top: 62%; width: 26px; height: 44px; padding: 0 4px; border: 1px solid ${line};
  border-right: 0; border-radius: 8px 0 0 8px; display: grid; place-items: center; box-shadow: ${shadowEdge}; }
.handle svg { width: 16px; height: 16px; fill: currentColor; }
[data-known] .handle { color: ${accent}; }
[data-known] .light { fill: ${lamp}; }
.handle:hover { border-color: ${accent}; }
[data-viewer=pdf]:not([data-beside]) .bar { top: 56px; right: 16px; }
[data-viewer=pdf]:not([data-beside]) .handle { right: 16px; }
:focus-visible { outline: 2px solid ${accent}; outline-offset: 1px; }
@media (forced-colors: active) { .bar, .handle, .fold { border: 1px solid; } }
`;
