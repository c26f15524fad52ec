/** The panel's opening script, which the build puts into its page (`lib/build/panel-opening.ts`). */
import { defineUnlistedScript } from '#imports';
import { fillGapsInFrame } from '@/lib/pages/firefox-frame-api';
import { askAhead } from '@/lib/pages/panel-start';

export default defineUnlistedScript(() => {
  if (import.meta.env.FIREFOX) fillGapsInFrame();
  askAhead();
});
