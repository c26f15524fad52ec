/** First stage of the page script: decides by the address alone whether to load the rest. */
import { watchLocation } from '@/lib/dom/watch-location';
import { WITH_SCRIPTS } from '@/lib/sites/scripted';
import { namesPaperPage, pageAt } from '@/lib/sites/page-at';

/**
 * Content types that are handled: a paper's address can also be a picture of the full text, or a download.
 */
const DOCUMENTS: ReadonlySet<string> = new Set(['text/html', 'application/xhtml+xml', 'application/pdf']);

const isPaper = (address: string | URL): boolean => namesPaperPage(pageAt(address, WITH_SCRIPTS));

/** Calls back once, when the document is first a paper's page, which may never happen. */
export function onFirstPaper(onPaper: () => void, { signal }: { signal: AbortSignal }): void {
  if (!DOCUMENTS.has(document.contentType)) return;
  if (isPaper(location.href)) {
    onPaper();
    return;
  }
  const waiting = new AbortController();
  watchLocation(
    (url) => {
      if (!isPaper(url)) return;
      waiting.abort();
      onPaper();
    },
    { signal: AbortSignal.any([signal, waiting.signal]) },
  );
}
