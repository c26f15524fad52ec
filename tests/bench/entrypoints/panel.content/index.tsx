/**
 * The rejected alternative, for the benchmark only: React and the catalogue inside the script on the page, mounted
 * into a shadow root.
 */
import { createRoot } from 'react-dom/client';
import { defineContentScript } from '#imports';
import { PaperPanel } from '@/components/panel/PaperPanel';
import css from '@/components/panel/panel.css?inline';
import { PapersContext } from '@/components/hooks/papers-context';
import { openStore } from '@/lib/extension/store';
import { addressOf, pageOf } from '@/lib/sites';
import { PAPER_MATCHES } from '@/lib/sites/matches';
import { pagesOfPaper } from '@/lib/sites/paper-pages';

const nothing = (): void => undefined;

export default defineContentScript({
  matches: [...PAPER_MATCHES],
  runAt: 'document_idle',
  async main() {
    const page = pageOf(location.href);
    const outcome = await openStore();
    const annotation = page.paperId && outcome.ok ? await outcome.store.get(page.paperId) : undefined;
    if (!annotation || !outcome.ok) return;
    const { store, facts } = outcome;
    const addressOfPaper = (paperId: typeof annotation.id) => addressOf({ kind: 'abs', paperId });
    const host = document.createElement('react-in-page');
    host.style.cssText =
      'position: fixed; inset: 0 0 0 auto; width: 368px; overflow: auto; z-index: 2147483647';
    const shadow = host.attachShadow({ mode: 'open' });
    const style = document.createElement('style');
    style.textContent = css;
    const root = document.createElement('div');
    shadow.append(style, root);
    document.documentElement.append(host);
    createRoot(root).render(
      <PapersContext value={{ store, facts, addressOf: addressOfPaper }}>
        <PaperPanel
          annotation={annotation}
          jumps={[]}
          pages={pagesOfPaper({ ...page, paperId: annotation.id }, undefined)}
          viewedVersion={page.version}
          subject={{ kind: 'paper', id: annotation.id }}
          cameFrom={undefined}
          actions={{
            openPage: nothing,
            openPaper: nothing,
            openLink: nothing,
            search: nothing,
            goBack: nothing,
            showResult: () => Promise.resolve('no-page'),
            returnFromResult: nothing,
            copy: () => Promise.resolve('refused'),
            report: () => Promise.resolve('refused'),
          }}
        />
      </PapersContext>,
    );
  },
});
