import { defineContentScript } from '#imports';
import { runTask } from '@/lib/shared/failures';
import { onFirstPaper } from '@/lib/content/sidebar/page-gate';
import { loadStage } from '@/lib/content/load-stage';
import { PAPER_MATCHES } from '@/lib/sites/matches';

export default defineContentScript({
  matches: [...PAPER_MATCHES],
  runAt: 'document_idle',
  // A page could forge that message; a newer copy is announced by an event as well.
  noScriptStartedPostMessage: true,
  main(ctx) {
    const { signal } = ctx;
    // Where the extension was replaced there is nothing left to load, and a newer copy will come.
    const isValid = (): boolean => ctx.isValid;
    const run = async (): Promise<void> => {
      const sidebar = isValid() ? await loadStage('sidebar', isValid) : undefined;
      if (isValid()) sidebar?.start({ signal, isValid });
    };
    onFirstPaper(() => runTask('page', run()), { signal });
  },
});
