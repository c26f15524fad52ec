/** Which paper stands in the reader's tab, and what can be said about it. */
import {
  annotateFromCatalogue,
  annotateFromPage,
  type Annotation,
  type Readers,
} from '@/lib/domain/annotation';
import { isPaperPage, type Page, type PaperPage } from '@/lib/sites';
import { jumpsFrom, pagesOfPaper, type JumpLink, type PaperPageLink } from '@/lib/sites/paper-pages';
import type { CatalogueOutcome } from './catalogue';
import type { PageReport } from '@/lib/services/messages';

export type { PaperPage } from '@/lib/sites';
export { jumpsFrom, pagesOfPaper, type JumpLink, type PaperPageLink } from '@/lib/sites/paper-pages';

/** What a panel shows of a tab, and why where it shows no paper. */
export type PaperView =
  | { readonly status: 'loading' }
  /** The frame was not made by our script: a page put our panel into itself. */
  | { readonly status: 'inert' }
  /** Nothing of ours. */
  | { readonly status: 'no-paper'; readonly page?: Page | undefined }
  /** The document states another paper than its address. */
  | { readonly status: 'mismatch'; readonly page: PaperPage }
  | { readonly status: 'catalogue-failed'; readonly reason: 'missing' | 'damaged' }
  /** A paper that the catalogue does not hold and that was not read from its page. */
  | {
      readonly status: 'unread';
      readonly page: PaperPage;
      readonly reason: 'readings-off' | 'no-script' | 'no-abstract';
    }
  | {
      readonly status: 'ready';
      readonly page: PaperPage;
      /** The version in view: the address names it, or else the document does; undefined where neither does. */
      readonly viewedVersion: number | undefined;
      /** The paper's pages that there are, this one included. */
      readonly pages: readonly PaperPageLink[];
      /** Pages of other sites about the paper. */
      readonly jumps: readonly JumpLink[];
      readonly annotation: Annotation;
    };

/** What is known when a panel decides. */
export interface PaperSources {
  readonly catalogue: CatalogueOutcome;
  /** What the script on the page said; undefined where none lives there. */
  readonly report: PageReport | undefined;
  readonly readingsShown: boolean;
  /** What reads a page; undefined where the catalogue holds the paper, or readings are not wanted. */
  readonly readers: Omit<Readers, 'findTag'> | undefined;
}

/** Decides what to show for a page. The address decides, the page confirms, the catalogue comes first. */
export function viewPaper(page: Page | undefined, sources: PaperSources): PaperView {
  if (!page || !isPaperPage(page)) return { status: 'no-paper', page };
  const { report } = sources;
  // A report about another paper is a page that is being left or entered, not a contradiction.
  const facts = report?.page.paperId === page.paperId ? report.facts : undefined;
  if (facts && report && !report.confirmed) return { status: 'mismatch', page };
  if (!sources.catalogue.ok) return { status: 'catalogue-failed', reason: sources.catalogue.reason };
  const { catalogue } = sources.catalogue;
  const findTag = (id: string) => catalogue.tag(id);
  const shown = {
    page,
    viewedVersion: page.version ?? facts?.version,
    pages: pagesOfPaper(page, facts),
    jumps: jumpsFrom(page, facts),
  };
  const paper = catalogue.get(page.paperId);
  if (paper) {
    const annotation = annotateFromCatalogue(paper, findTag, facts);
    return { status: 'ready', ...shown, annotation };
  }
  if (!sources.readingsShown) return { status: 'unread', page, reason: 'readings-off' };
  if (!facts) return { status: 'unread', page, reason: 'no-script' };
  const { readers } = sources;
  const annotation = readers && annotateFromPage(page.paperId, facts, { ...readers, findTag });
  return annotation
    ? { status: 'ready', ...shown, annotation }
    : { status: 'unread', page, reason: 'no-abstract' };
}
