import { browser, defineContentScript } from '#imports';
import { onFirstPaper } from '@/lib/services/sidebar/page-gate';
import { fetchSecondStage } from '@/lib/services/sidebar/second-stage';
import { PAPER_MATCHES } from '@/lib/sites/matches';
import type { SidebarModule } from './sidebar';

const isSidebarModule = (value: unknown): value is SidebarModule =>
  typeof value === 'object' && value !== null && 'start' in value && typeof value.start === 'function';

/** Loads the second stage into this script's own world, so that the page's rules for scripts do not matter. */
async function loadSidebar(isWanted: () => boolean): Promise<SidebarModule | undefined> {
  const sidebar: unknown = import.meta.env.FIREFOX
    ? await fetchSecondStage(isWanted)
    : await import(/* @vite-ignore */ browser.runtime.getURL('/sidebar.js'));
  return isSidebarModule(sidebar) ? sidebar : undefined;
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
    onFirstPaper(() => void run(), { signal });
  },
});
