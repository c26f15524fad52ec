/** Reading the faces of papers: which adapter a page takes, and whether its document confirms its address. */
import type { Page, PageFacts, PageKind } from '@/lib/domain/page';
import { arxivAbs } from './arxiv-abs';
import { huggingFacePaper } from './hugging-face-paper';
import { latexml } from './latexml';
import { findAbstract } from './places';
import type { FaceReader } from './site';

/** `other` is there for ar5iv: a full text that is no face of ours, but can be read. */
const READERS: { readonly [Kind in PageKind]?: FaceReader } = {
  abs: arxivAbs,
  html: latexml,
  other: latexml,
  'hf-paper': huggingFacePaper,
};

/**
 * What the document of a paper's page states, as text. Undefined where the page
 * has nothing to read (a PDF, a listing) or is not what its address says (an
 * error page). The id among the facts is the document's own: see `isConfirmed`.
 */
export function readFacts(page: Page, root: ParentNode): PageFacts | undefined {
  return READERS[page.kind]?.readFacts(root);
}

/**
 * Whether a page shows the paper of its address. The address decides, the page
 * may object: another id in the document means no. An abstract page has to
 * state its id (error pages do not); a PDF cannot be asked.
 */
export function isConfirmed(page: Page, facts: PageFacts | undefined): boolean {
  if (!page.paperId) return false;
  const stated = facts?.paperId;
  return stated === page.paperId || (stated === undefined && page.kind !== 'abs');
}

/** Where 'show on page' scrolls to; undefined where the page shows no abstract. */
export function findAbstractElement(page: Page, root: ParentNode): Element | undefined {
  return findAbstract(page.kind === 'other' ? 'html' : page.kind, root);
}
