/** Third stage of the page script: loaded by the second, `sidebar`, where a page is a paper's full text. */
import { defineUnlistedScript } from '#imports';
import { runFullTextScript } from '@/lib/services/full-text/script';
import { leaveStage } from '@/lib/services/stages/handover';

export default defineUnlistedScript(() => {
  leaveStage('full-text', { start: runFullTextScript });
});
