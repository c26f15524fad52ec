/** What the script on a page asks of Firefox's background to be loaded further. Apart, for the page script's size. */
import { isBoolean, oneOf, shape } from '@/lib/domain/guard';
import { STAGES } from './handover';
import { message, type Receiver } from '../table';

/** The background, as far as it loads stages. */
export const STAGE_LOADER = {
  name: 'stages',
  hears: 'page',
  messages: {
    /** Run a later stage of the page script in the asking document; only Firefox's stages ask. */
    inject: message(shape({ stage: oneOf(STAGES) }), shape({ done: isBoolean })),
  },
} as const satisfies Receiver<unknown>;
