/** First stage of the script on a page: the address alone says whether there is anything to do. */
import { watchLocation } from '@/lib/dom/watch-location';
import { isPaperPage, pageOf } from '@/lib/sites/pages';

/** A paper's address can also lead to a picture of the full text, or to a download. */
const DOCUMENTS: ReadonlySet<string> = new Set(['text/html', 'application/xhtml+xml', 'application/pdf']);

/** Calls back once, as soon as the document is a paper's page; that may be never. */
export function onFirstPaper(onPaper: () => void, { signal }: { signal: AbortSignal }): void {
  if (!DOCUMENTS.has(document.contentType)) return;
  if (isPaperPage(pageOf(location.href))) {
    onPaper();
    return;
  }
  const waiting = new AbortController();
  watchLocation(
    (url) => {
      if (!isPaperPage(pageOf(url))) return;
      waiting.abort();
      onPaper();
    },
    { signal: AbortSignal.any([signal, waiting.signal]) },
  );
}
