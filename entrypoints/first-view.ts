/** The popup's opening script in Chromium, which the build puts into its page (`lib/build/first-view.ts`). */
import { defineUnlistedScript } from '#imports';
import { openFirstView } from '@/lib/pages/first-view/open';

export default defineUnlistedScript(() => void openFirstView());
