/** Second stage of the page script: loaded by the first, `page.content`, where a page is a face of a paper. */
import { defineUnlistedScript } from '#imports';
import { isInCatalogue } from '@/data/ids';
import { runPageScript } from '@/lib/services/sidebar/page-script';
import { leaveSecondStage } from '@/lib/services/sidebar/stage-handover';

export default defineUnlistedScript(() => {
  leaveSecondStage({
    start: (life) => runPageScript({ ...life, holds: (id) => id !== undefined && isInCatalogue(id) }),
  });
});
