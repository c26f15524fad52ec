/** Gives every test the English messages, as the browser would: the fake browser has none. */
import { browser } from 'wxt/browser';
import messages from '@/public/_locales/en/messages.json';

const texts = new Map(Object.entries(messages));

Object.assign(browser, {
  i18n: {
    getUILanguage: () => 'en',
    getMessage: (key: string, values: readonly string[] = []) =>
      (texts.get(key)?.message ?? '').replaceAll(/\$(\$|\d)/g, (_, sign: string) =>
        sign === '$' ? '$' : (values[Number(sign) - 1] ?? ''),
      ),
  },
});
