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

/** The user's language and texts with their `$1`, `$2`…, asked for beforehand. */
export interface KeptTexts {
  /** A BCP 47 tag. */
  readonly language: string;
  /** By the names of messages. */
  readonly texts: ReadonlyMap<string, string>;
}

let kept: KeptTexts | undefined;

/**
 * For scripts on pages: texts that the background was asked for. The first text that the browser itself is asked for
 * has the page wait until the browser's main process has sent all of them, a quarter of our work on a short list.
 */
export function keepTexts(texts: KeptTexts): void {
  kept = texts;
}

/** The placeholders of a message. */
const PLACES = ['$1', '$2', '$3', '$4', '$5', '$6', '$7', '$8', '$9'] as const;

/** A message with its placeholders, for another context; Firefox reports a name that does not exist as an error. */
export const textWithPlaces = (key: string): string => getMessage(key, PLACES);

function getMessage(key: string, values: readonly (string | number)[]): string {
  const text = kept?.texts.get(key);
  if (text !== undefined)
    return text.replaceAll(/\$(\d)/g, (_, place) => String(values[Number(place) - 1] ?? ''));
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
  const { category, written } = countIn(kept?.language ?? browser.i18n.getUILanguage(), count);
  return getMessage(`${key}_${category}`, [written]) || getMessage(`${key}_other`, [written]);
}
