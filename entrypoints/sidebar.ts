/** Second stage of the page script: loaded by the first, `page.content`, where a page shows a paper. */
import { defineUnlistedScript } from '#imports';
import { isInCatalogue } from '@/data/ids';
import { isEarlySidebar } from '@/lib/content/sidebar/early';
import { runPageScript } from '@/lib/content/sidebar/page-script';
import { leaveStage } from '@/lib/messages/stages/handover';
import { loadStage } from '@/lib/content/load-stage';

export default defineUnlistedScript(() => {
  leaveStage('sidebar', {
    start: (life) =>
      runPageScript({
        ...life,
        early: isEarlySidebar(life.early) ? life.early : undefined,
        holds: (id) => id !== undefined && isInCatalogue(id),
        loadFullText: () => loadStage('full-text', life.isValid),
      }),
  });
});
