import { browser, defineContentScript } from '#imports';
import { runTask } from '@/lib/services/failures';
import { onFirstPaper } from '@/lib/services/sidebar/page-gate';
import { fetchSecondStage } from '@/lib/services/sidebar/second-stage';
import { takeSecondStage, type SecondStage } from '@/lib/services/sidebar/stage-handover';
import { PAPER_MATCHES } from '@/lib/sites/matches';

/** Loads the second stage into this script's own world, so that the page's rules for scripts do not matter. */
async function loadSidebar(isWanted: () => boolean): Promise<SecondStage | undefined> {
  if (import.meta.env.FIREFOX) return (await fetchSecondStage(isWanted)) ? takeSecondStage() : undefined;
  await import(/* @vite-ignore */ browser.runtime.getURL('/sidebar.js'));
  return takeSecondStage();
}

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
      const sidebar = isValid() ? await loadSidebar(isValid) : undefined;
      if (isValid()) sidebar?.start({ signal, isValid });
    };
    onFirstPaper(() => runTask('page', run()), { signal });
  },
});
