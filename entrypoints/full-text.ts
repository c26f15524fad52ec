/** Third stage of the page script: loaded by the second, `sidebar`, where a page is a paper's full text. */
import { defineUnlistedScript } from '#imports';
import { runFullTextScript } from '@/lib/content/full-text/script';
import { leaveStage } from '@/lib/messages/stages/handover';

export default defineUnlistedScript(() => {
  leaveStage('full-text', { start: runFullTextScript });
});
