/** Keeps controls on arXiv's pages reachable beside the sidebar. */

/**
 * Controls that arXiv's full text, in both versions of the page, fixes to the right edge of the window: the
 * report button, and the button that ends reading mode. A margin on the root element does not move these. The
 * button at a selection follows the selection.
 */
const PINNED = ['#openForm', '#disable-reading-mode-btn'];

/** Dialogs that cover the whole window, with their controls in its middle. */
const SPREAD = ['.arxiv-search-overlay', '.bib-modal', '#myForm.modal'];

/** arXiv's full text since February 2026 is laid out by the window's width, in columns that never shrink. */
const SCAFFOLD = 'body:has(> header.arxiv-html-header)';

/** Written for arXiv's style sheets of 2025 and 2026. */
export function roomRules(width: number): string {
  return `
:is(${PINNED.join(', ')}) { translate: -${width}px 0 !important; }
:is(${SPREAD.join(', ')}) { right: ${width}px !important; width: auto !important; }
@media (width < 1280px) { ${SCAFFOLD} > .ltx_page_navbar { translate: -${width}px 0 !important; } }
@media (width >= 1280px) { ${SCAFFOLD} { grid-template-columns: minmax(0, 1fr) minmax(0, var(--nav-width))
  minmax(0, var(--main-width)) minmax(var(--sidelight-notes, 0px), 1fr) 0 !important; } }
@media (width >= 96rem) { ${SCAFFOLD} { --sidelight-notes: 24rem; } }
@media (width >= 109rem) { ${SCAFFOLD} { --sidelight-notes: 31rem; } }`;
}
