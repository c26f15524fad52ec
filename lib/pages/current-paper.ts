/** Which paper the user's tab shows, and what is known about it. */
import type { PageFacts } from '@/lib/domain/page';
import {
  addPageFacts,
  annotateFromPage,
  chooseAnnotation,
  type Annotation,
  type Annotator,
} from '@/lib/domain/annotation';
import type { RelatedSubject } from '@/lib/domain/store';
import { subjectOf } from '@/lib/domain/store/subject';
import { isPaperPage, type Page, type PaperPage } from '@/lib/sites';
import { jumpsFrom, pagesOfPaper, type JumpLink, type PaperPageLink } from '@/lib/sites/paper-pages';
import type { PageReport } from '@/lib/messages';
import { findReading, rememberReading } from './seen-readings';
import { runTask } from '@/lib/shared/failures';
import type { StoreOutcome } from '@/lib/extension/store';

export type { PaperPage } from '@/lib/sites';
export { jumpsFrom, pagesOfPaper, type JumpLink, type PaperPageLink } from '@/lib/sites/paper-pages';

/** What a panel shows for a tab, or why it shows no paper. */
export type PaperView =
  | { readonly status: 'loading' }
  /** Not a page of a paper. */
  | { readonly status: 'no-paper'; readonly page?: Page | undefined }
  /** The document states another paper than its address. */
  | { readonly status: 'mismatch'; readonly page: PaperPage }
  | { readonly status: 'catalogue-failed'; readonly reason: 'missing' | 'damaged' }
  /** A paper that is not in the catalogue and could not be read from its page. */
  | {
      readonly status: 'unread';
      readonly page: PaperPage;
      readonly reason: 'readings-off' | 'no-script' | 'no-abstract';
    }
  | {
      readonly status: 'ready';
      readonly page: PaperPage;
      /** The version in view, from the address or the document; undefined if neither gives it. */
      readonly viewedVersion: number | undefined;
      /** The paper's pages, this one included. */
      readonly pages: readonly PaperPageLink[];
      /** Pages of other sites about the paper. */
      readonly jumps: readonly JumpLink[];
      readonly annotation: Annotation;
      /** What related papers are searched for. */
      readonly subject: RelatedSubject;
      /** The facts on the page; undefined if no script of ours read it. */
      readonly facts: PageFacts | undefined;
    };

/** The facts from which a panel decides. */
export interface PaperSources {
  /** The store's annotation of the page's paper, or the error of the store. */
  readonly stored:
    | { readonly ok: true; readonly held: Annotation | undefined }
    | { readonly ok: false; readonly reason: 'missing' | 'damaged' };
  /** The report of the script on the page; undefined if there is none. */
  readonly report: PageReport | undefined;
  readonly readingsShown: boolean;
  /** The function that reads a page; undefined if the paper is curated, or readings are switched off. */
  readonly annotator: Annotator | undefined;
}

/** Facts about another paper come from a page during a navigation, and are ignored. */
const factsOf = (page: PaperPage, report: PageReport | undefined): PageFacts | undefined =>
  report?.page.paperId === page.paperId ? report.facts : undefined;

/**
 * Decides what to show for a page: the paper of the address, if the document does not contradict, with the annotation
 * of the best provenance.
 */
export function viewPaper(page: Page | undefined, sources: PaperSources): PaperView {
  if (!page || !isPaperPage(page)) return { status: 'no-paper', page };
  const { report, stored, annotator } = sources;
  const facts = factsOf(page, report);
  if (facts && report && !report.confirmed) return { status: 'mismatch', page };
  if (!stored.ok) return { status: 'catalogue-failed', reason: stored.reason };
  const read = () => (facts && annotator ? annotateFromPage(page.paperId, facts, annotator) : undefined);
  const annotation = chooseAnnotation(stored.held, read);
  if (annotation) {
    return {
      status: 'ready',
      page,
      viewedVersion: page.version ?? facts?.version,
      pages: pagesOfPaper(page, facts),
      jumps: jumpsFrom(page, facts),
      annotation: addPageFacts(annotation, facts),
      subject: subjectOf(annotation, facts),
      facts,
    };
  }
  if (!sources.readingsShown) return { status: 'unread', page, reason: 'readings-off' };
  return { status: 'unread', page, reason: facts ? 'no-abstract' : 'no-script' };
}

/** Where a page's paper is looked up. */
interface PaperQuestion {
  readonly page: Page | undefined;
  readonly report: PageReport | undefined;
  readonly readingsShown: boolean;
}

/** Asks the store for the page's paper, loads the code that reads abstracts if needed, and decides. */
export async function loadPaperView(
  { page, report, readingsShown }: PaperQuestion,
  outcome: StoreOutcome,
): Promise<PaperView> {
  if (!page || !isPaperPage(page) || !outcome.ok)
    return viewPaper(page, {
      stored: outcome.ok ? { ok: true, held: undefined } : outcome,
      report,
      readingsShown,
      annotator: undefined,
    });
  const { taxonomy } = outcome;
  const held = await outcome.store.get(page.paperId);
  const isWanted = readingsShown && held?.provenance !== 'curated';
  const isRead = isWanted && factsOf(page, report)?.abstract !== undefined;
  const annotator = isRead ? (await import('@/lib/extension/annotator')).annotatorOf(taxonomy) : undefined;
  // The text of a PDF cannot be read: the reading of its abstract page is used instead.
  const seen = isWanted && !isRead ? await findReading(page.paperId, (id) => taxonomy.tag(id)) : undefined;
  const best = seen && held?.marks ? { ...seen, marks: held.marks } : (seen ?? held);
  const view = viewPaper(page, { stored: { ok: true, held: best }, report, readingsShown, annotator });
  // Not awaited: what is shown does not depend on it, and storage may be slow.
  if (annotator && view.status === 'ready') runTask('readings', rememberReading(view.annotation));
  return view;
}
