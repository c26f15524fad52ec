import { browser, defineContentScript } from '#imports';
import { onFirstPaper } from '@/lib/services/page-gate';
import { PAPER_MATCHES } from '@/lib/sites/matches';
import type { SidebarModule } from './sidebar';

/** Loads the second stage into this script's own world, so that the page's rules for scripts do not matter. */
async function loadSidebar(): Promise<SidebarModule> {
  return import(/* @vite-ignore */ browser.runtime.getURL('/sidebar.js'));
}

export default defineContentScript({
  matches: [...PAPER_MATCHES],
  runAt: 'document_idle',
  // A page could forge that message; a newer copy is announced by an event as well.
  noScriptStartedPostMessage: true,
  main(ctx) {
    const { signal } = ctx;
    const run = async (): Promise<void> => {
      // The extension was replaced: there is nothing left to load, and a newer copy will come.
      if (ctx.isInvalid) return;
      const { start } = await loadSidebar();
      start({ signal, isValid: () => ctx.isValid });
    };
    onFirstPaper(() => void run(), { signal });
  },
});
