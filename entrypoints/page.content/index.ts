import { defineContentScript } from '#imports';
import { runTask } from '@/lib/shared/failures';
import { onFirstPaper } from '@/lib/content/sidebar/first-stage';
import { isInCatalogue } from '@/data/ids';
import { prepareSidebar } from '@/lib/content/sidebar/early';
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
      if (!isValid()) return;
      const loading = loadStage('sidebar', isValid);
      // Firefox's script gets the later stages by messages, which leave no room for it; there the second stage does it.
      const early = import.meta.env.FIREFOX ? undefined : prepareSidebar(location.href, isInCatalogue);
      const sidebar = await loading;
      if (isValid() && sidebar) sidebar.start({ signal, isValid, early });
      else early?.drop();
    };
    onFirstPaper(() => runTask('page', run()), { signal });
  },
});
