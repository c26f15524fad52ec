/** Places on a page that its reader's tools must know: where the abstract stands, and what must stay reachable. */
import type { PageKind } from '@/lib/domain/page';

/** Seen on saved pages of 2021 to September 2026; the first that is found counts. */
const ABSTRACTS: { readonly [Kind in PageKind]?: readonly string[] } = {
  abs: ['#abs blockquote.abstract', 'blockquote.abstract'],
  html: ['.ltx_abstract'],
};

/**
 * The element that bears a face's abstract, or undefined where the face shows
 * none (a PDF, a full text without one). Hugging Face marks it by its heading
 * alone: the class names there are utilities that come and go.
 */
export function findAbstract(kind: PageKind, root: ParentNode): Element | undefined {
  for (const selector of ABSTRACTS[kind] ?? []) {
    const found = root.querySelector(selector);
    if (found) return found;
  }
  if (kind !== 'hf-paper') return undefined;
  const heading = [...root.querySelectorAll('main h2')].find((h2) => h2.textContent.trim() === 'Abstract');
  return heading?.parentElement ?? undefined;
}

/**
 * Controls that arXiv's full text, in both of its generations, pins to the right edge of the window: the report
 * button, the way out of reading mode. A margin on the root does not move those. The button at a selection is
 * placed by the selection, which moves by itself.
 */
const PINNED = ['#openForm', '#disable-reading-mode-btn'];

/** Dialogs that lie over the whole window, their own controls in the middle of it. */
const SPREAD = ['.arxiv-search-overlay', '.bib-modal', '#myForm.modal'];

/** arXiv's full text since February 2026 lays itself out by the window's width, in columns that never shrink. */
const SCAFFOLD = 'body:has(> header.arxiv-html-header)';

/**
 * Style rules by which a page that was pushed aside by `width` CSS pixels keeps all that it shows beside the
 * sidebar. Written after the sites' own style sheets of 2025 and 2026; where they no longer apply, they do nothing.
 */
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
