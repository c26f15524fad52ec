import { defineContentScript } from '#imports';
import { runTask } from '@/lib/shared/failures';
import { onFirstPaper } from '@/lib/content/sidebar/first-stage';
import { loadStage } from '@/lib/content/load-stage';
import { PAPER_MATCHES } from '@/lib/sites/matches';

export default defineContentScript({
  matches: [...PAPER_MATCHES],
  runAt: 'document_idle',
  // A page could forge WXT's message about a newer script; an event announces it too.
  noScriptStartedPostMessage: true,
  main(ctx) {
    const { signal } = ctx;
    // After the extension was replaced, the second stage cannot be loaded, and a newer script will run.
    const isValid = (): boolean => ctx.isValid;
    const run = async (): Promise<void> => {
      const sidebar = isValid() ? await loadStage('sidebar', isValid) : undefined;
      if (isValid()) sidebar?.start({ signal, isValid });
    };
    onFirstPaper(() => runTask('page', run()), { signal });
  },
});
