/**
 * The message by which a script on a page asks Firefox's background to load a later stage. Separate, to keep
 * the page script small.
 */
import { isBoolean, oneOf, shape } from '@/lib/domain/guard';
import { STAGES } from './handover';
import { message, type Receiver } from '../table';

/** The background as a receiver of this message. */
export const STAGE_LOADER = {
  name: 'stages',
  hears: 'page',
  messages: {
    /** Run a later stage of the page script in the asking document; only used in Firefox. */
    inject: message(shape({ stage: oneOf(STAGES) }), shape({ done: isBoolean })),
  },
} as const satisfies Receiver<unknown>;
