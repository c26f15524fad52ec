/** Answers scripts on pages that ask for texts. */
import { browser } from 'wxt/browser';
import type { Handlers } from '@/lib/messages';
import type { PAGE_TEXTS } from '@/lib/messages/page-texts';
import { textWithPlaces } from '@/lib/shared/texts';

/** The answers to messages for texts. */
export const TEXT_ANSWERS: Handlers<typeof PAGE_TEXTS.messages> = {
  read: ({ names }) => ({
    language: browser.i18n.getUILanguage(),
    texts: names.map(textWithPlaces),
  }),
};
