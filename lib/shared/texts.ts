/**
 * The door to the catalogue of messages, `public/_locales/<language>/messages.json`:
 * the browser picks the language, and a language is one more file. It holds what
 * the extension itself says. What comes from a paper, or goes into copied text or
 * onto the command line (tags, summaries, figures, citations), is data and is made
 * in `lib/domain`; so is the English of reasons, whose parts other languages put
 * into words of their own (`components/hooks/reason-words.ts`).
 */
import { browser } from 'wxt/browser';
import type messages from '@/public/_locales/en/messages.json';
import { countIn } from './counting';

/** The name of a message. */
export type TextKey = keyof typeof messages;

type StemOf<Key> = Key extends `${infer Stem}_other` ? Stem : never;

/**
 * The name of a message that depends on a number: it has a form for each plural category, such as
 * `<name>_one`, `<name>_other`.
 */
type CountKey = StemOf<TextKey>;

function getMessage(key: string, values: readonly (string | number)[]): string {
  // Our own type of names is stricter than the browser's: it follows the file without a generated copy.
  const i18n: { getMessage(name: string, values: string[]): string } = browser.i18n;
  return i18n.getMessage(key, values.map(String));
}

/** The message in the user's language; `$1`, `$2`… in it are replaced by the values. */
export function t(key: TextKey, ...values: readonly (string | number)[]): string {
  return getMessage(key, values);
}

/** The form of a message for a number, by Unicode's plural categories; `$1` is the number. */
export function tCount(key: CountKey, count: number): string {
  const { category, written } = countIn(browser.i18n.getUILanguage(), count);
  return getMessage(`${key}_${category}`, [written]) || getMessage(`${key}_other`, [written]);
}
