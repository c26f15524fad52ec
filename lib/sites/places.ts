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
 * Controls that the sites pin to the right edge of the window: the report and
 * navigation buttons of arXiv's full text in both of its generations, and its
 * table of contents where that is a drawer.
 */
export const FIXED_CONTROLS: readonly string[] = [
  '#openForm',
  '#small-report-button',
  '#fixed-buttons-container',
];
