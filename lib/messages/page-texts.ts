/** Texts in the user's language for scripts on pages, which ask for all that they need in one message. */
import { list, shape, text } from '@/lib/domain/guard';
import { message, type Receiver } from './table';

/** The most names in one message. */
const MOST_NAMES = 400;

/** The background as a source of texts. */
export const PAGE_TEXTS = {
  name: 'texts',
  hears: 'page',
  messages: {
    /** The texts of these names, in their order, and the language as a BCP 47 tag. */
    read: message(
      shape({ names: list(text(80), MOST_NAMES) }),
      shape({ language: text(40), texts: list(text(2000), MOST_NAMES) }),
    ),
  },
} as const satisfies Receiver<unknown>;
