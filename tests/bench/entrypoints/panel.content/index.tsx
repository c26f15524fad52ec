/**
 * The road not taken, for the bench alone: React and the catalogue inside the
 * script on the page, mounted into a shadow root.
 */
import { createRoot } from 'react-dom/client';
import { defineContentScript } from '#imports';
import { PaperPanel } from '@/components/panel/PaperPanel';
import css from '@/components/panel/panel.css?inline';
import { annotateFromCatalogue } from '@/lib/domain/annotation';
import { loadCatalogue } from '@/lib/services/catalogue';
import { addressOf, pageOf } from '@/lib/sites';
import { PAPER_MATCHES } from '@/lib/sites/matches';
import { pagesOfPaper } from '@/lib/sites/paper-pages';

const nothing = (): void => undefined;

export default defineContentScript({
  matches: [...PAPER_MATCHES],
  runAt: 'document_idle',
  async main() {
    const page = pageOf(location.href);
    const outcome = await loadCatalogue();
    const paper = page.paperId && outcome.ok ? outcome.catalogue.get(page.paperId) : undefined;
    if (!paper || !outcome.ok) return;
    const { catalogue } = outcome;
    const findTag = (id: string) => catalogue.tag(id);
    const annotate = (each: typeof paper) => annotateFromCatalogue(each, findTag, undefined);
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
      <PaperPanel
        annotation={annotate(paper)}
        jumps={[]}
        pages={pagesOfPaper({ ...page, paperId: paper.id }, undefined)}
        viewedVersion={page.version}
        catalogue={{
          date: catalogue.header.date,
          count: catalogue.header.count,
          findPaper: (id) => {
            const found = catalogue.get(id);
            return found && annotate(found);
          },
          findTagged: () => [],
          addressOf: (id) => addressOf({ kind: 'abs', paperId: id }),
        }}
        cameFrom={undefined}
        actions={{
          openPage: nothing,
          openPaper: nothing,
          openLink: nothing,
          goBack: nothing,
          showResult: () => Promise.resolve('no-page'),
          returnFromResult: nothing,
          copy: () => Promise.resolve('refused'),
        }}
      />,
    );
  },
});
