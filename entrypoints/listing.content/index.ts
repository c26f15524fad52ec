import { defineContentScript } from '#imports';
import { isInCatalogue } from '@/data/ids';
import { runListingScript } from '@/lib/content/listing/script';
import { LISTING_MATCHES } from '@/lib/sites/matches';

export default defineContentScript({
  matches: [...LISTING_MATCHES],
  runAt: 'document_idle',
  // A page could forge WXT's message about a newer script; an event announces it too.
  noScriptStartedPostMessage: true,
  main(ctx) {
    if (document.contentType !== 'text/html') return;
    runListingScript({ signal: ctx.signal, isValid: () => ctx.isValid, holds: isInCatalogue });
  },
});
