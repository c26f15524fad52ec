/**
 * The meanings of short forms in headers, if the caption or text gives them: "R-order denotes reading order",
 * "success rate (SR)", "SR: success rate". The phrase must begin with the first letter of its short form;
 * without a verb, each letter must begin a word.
 */

import { isMetricLabel } from './labels';

/** Short forms with their meanings. */
export type Meanings = ReadonlyMap<string, string>;

const MOST_TEXT = 20_000;

const SHORT = String.raw`\p{L}[\p{L}\d.@-]{0,14}`;
/** Two at once: "SR and CR denote success rate and completion rate". */
const SAID_OF_TWO = new RegExp(
  String.raw`(?<![\p{L}\d-])(${SHORT})\sand\s(${SHORT})\s(?:denote|stand for|abbreviate)\s(?:the\s)?(\p{L}[\p{L}\d -]{3,60}?)\sand\s(?:the\s)?(\p{L}[\p{L}\d -]{3,60})`,
  'gu',
);
// A single one: after "and" a plural verb would refer to both.
const SAID = new RegExp(
  String.raw`(?<![\p{L}\d-])(${SHORT})\s(?:denotes|stands for|is short for|abbreviates|(?<!\sand\s${SHORT}\s)(?:denote|stand for))\s(?:the\s)?(\p{L}[\p{L}\d -]{3,60})`,
  'gu',
);
const BEHIND = /(?<![\p{L}\d-])(\p{Lu}[\p{L}\d]{1,5})\s?(?::|=|\()\s?(\p{L}[\p{L} -]{3,60})/gu;
const BEFORE = /(\p{L}[\p{L} -]{3,60}?)\s?\((\p{Lu}[\p{L}\d]{1,5})\)/gu;

const wordsIn = (text: string): readonly string[] => text.split(/[\s-]+/).filter(Boolean);
const lettersOf = (short: string): string => short.replace(/[^\p{L}]/gu, '').toLowerCase();
const initialsOf = (words: readonly string[]): string =>
  words.map((word) => word.slice(0, 1).toLowerCase()).join('');

/** The words at one end of a text whose initials spell a short form; undefined if they do not. */
function spelledAt(end: 'start' | 'end', text: string, short: string): string | undefined {
  const letters = lettersOf(short);
  const words = wordsIn(text);
  const some = end === 'start' ? words.slice(0, letters.length) : words.slice(-letters.length);
  return letters.length > 1 && initialsOf(some) === letters ? some.join(' ').toLowerCase() : undefined;
}

/** Reads definitions of short forms in texts; the first definition of each counts. Linear in the texts. */
export function findMeanings(texts: readonly string[]): Meanings {
  const meanings = new Map<string, string>();
  const note = (short: string, meaning: string | undefined): void => {
    if (meaning !== undefined && meaning.length > short.length && !meanings.has(short))
      meanings.set(short, meaning);
  };
  const noteSaid = (short: string, phrase: string): void => {
    const isShortened = /[.\d-]|\p{Lu}.*\p{Lu}/u.test(short) || short.length < 5;
    const begins = phrase.slice(0, 1).toLowerCase() === short.slice(0, 1).toLowerCase();
    if (isShortened && begins) note(short, phrase.trim().replace(/\s(?:and|where|while|with)\s.*$/, ''));
  };
  for (const whole of texts) {
    const text = whole.slice(0, MOST_TEXT);
    for (const [, one = '', other = '', first = '', second = ''] of text.matchAll(SAID_OF_TWO)) {
      noteSaid(one, first);
      noteSaid(other, second);
    }
    for (const [, short = '', phrase = ''] of text.matchAll(SAID)) noteSaid(short, phrase);
    for (const [, short = '', phrase = ''] of text.matchAll(BEHIND))
      note(short, spelledAt('start', phrase, short));
    for (const [, phrase = '', short = ''] of text.matchAll(BEFORE))
      note(short, spelledAt('end', phrase, short));
  }
  return meanings;
}

/** A label with its short forms spelled out, except those that are metrics themselves ("AP"). */
export function spellOut(label: string, meanings: Meanings): string {
  if (meanings.size === 0) return label;
  return label
    .split(' ')
    .map((word) => (isMetricLabel(word) ? word : (meanings.get(word) ?? word)))
    .join(' ');
}
