/** First stage of the script on a page: the address alone says whether there is anything to do. */
import { watchLocation } from '@/lib/dom/watch-location';
import type { Page } from '@/lib/domain/page';
import { pageOf } from '@/lib/sites/pages';

/** Faces of a paper: the pages that bear a sidebar. */
const FACES: ReadonlySet<Page['kind']> = new Set(['abs', 'pdf', 'html', 'hf-paper']);

/** Whether a page is a face of a paper. */
export function isFace(page: Page): boolean {
  return FACES.has(page.kind) && page.paperId !== undefined;
}

/** A face's address can also lead to a picture of the full text, or to a download. */
const DOCUMENTS: ReadonlySet<string> = new Set(['text/html', 'application/xhtml+xml', 'application/pdf']);

/** Calls back once, as soon as the document is a face of a paper; that may be never. */
export function onFirstPaper(onPaper: () => void, { signal }: { signal: AbortSignal }): void {
  if (!DOCUMENTS.has(document.contentType)) return;
  if (isFace(pageOf(location.href))) {
    onPaper();
    return;
  }
  const waiting = new AbortController();
  watchLocation(
    (url) => {
      if (!isFace(pageOf(url))) return;
      waiting.abort();
      onPaper();
    },
    { signal: AbortSignal.any([signal, waiting.signal]) },
  );
}
