const DARK = '--back: #14181a; --line: #2b3437; --quiet: #93a19f; --accent: #74c8c6; --lamp: #f0b84a;';

/**
 * Styles of the sidebar's own elements; the colours are the panel's tokens. Pixels, never rem: the root's font size
 * is the page's. Everything on the host is important, because there a page's
 * rule would win otherwise.
 */
export const SIDEBAR_CSS = `
:host {
  all: initial !important;
  direction: ltr !important;
  position: fixed !important;
  z-index: 2147483647 !important;
  inset: 0 0 auto auto !important;
  --top: 0px; --right: 0px; --back: #fff; --line: #e0e6e4; --quiet: #5e6b68; --accent: #0b6166; --lamp: #d38b07;
  font: 13px/1.3 system-ui, sans-serif !important;
}
:host([data-viewer=pdf]:not([data-beside])) { --top: 56px; --right: 16px; }
:host([data-theme=dark]) { ${DARK} }
@media (prefers-color-scheme: dark) { :host(:not([data-theme])) { ${DARK} } }
:host([hidden]) { display: none !important; }
@media print { :host { display: none !important; } }
.bar, .handle { position: fixed; box-sizing: border-box; background: var(--back); color: var(--quiet); }
.bar { display: none; inset: var(--top) var(--right) 0 auto; width: var(--width); border-left: 1px solid var(--line); }
:host([data-over]) .bar { box-shadow: -4px 0 24px #0005; }
:host([data-open]) .bar { display: block; }
:host([data-open]) .handle { display: none; }
iframe { display: block; box-sizing: border-box; border: 0; width: 100%; height: 100%; padding-left: 9px; }
:host([data-dragging]) iframe { pointer-events: none; }
.splitter { position: absolute; inset: 0 auto 0 -3px; width: 12px; cursor: ew-resize; touch-action: none; }
button { all: unset; cursor: pointer; }
.fold { position: absolute; left: -1px; top: calc(50% - 24px); width: 10px; height: 48px; text-align: center;
  line-height: 46px; border-radius: 0 5px 5px 0; background: var(--line); color: var(--quiet); }
.fold:hover, .splitter:hover, :host([data-dragging]) .splitter { background: var(--accent); color: var(--back); }
.handle { right: var(--right); top: 62%; width: 26px; height: 44px; padding: 0 4px; border: 1px solid var(--line);
  border-right: 0; border-radius: 8px 0 0 8px; display: grid; place-items: center; box-shadow: 0 1px 4px #0002; }
.handle svg { width: 16px; height: 16px; fill: currentColor; }
:host([data-known]) .handle { color: var(--accent); }
:host([data-known]) .light { fill: var(--lamp); }
.handle:hover { border-color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
@media (forced-colors: active) { .bar, .handle, .fold { border: 1px solid; } }
`;
