/**
 * Recognises names of people at the beginning of a bibliography entry, and the end of a sentence in spite of
 * dots in names.
 */
import { lazily } from '../lazily';

/** Small words within people's names, and words that stand among names. */
const AMONG_NAMES =
  /^(?:and|et|al|de|del|della|der|den|di|da|dos|du|la|le|van|von|ter|ten|el|al-|bin|ibn|y|jr|sr|i{2,3}|eds?|editors?)$/i;

/** Words of organisations that are listed as authors: "The Lantern Collaboration", "Office of Lamps". */
const OF_BODIES = /^(?:the|of|for|team|group|collaboration|consortium|others|inc|llc|ltd)$/i;

/** A word of a name: capitalised, or initials. Names in lower case such as "danah" cannot be recognised. */
const nameWord = lazily(() => /^['’(]?[\p{Lu}\p{Lo}@][\p{L}\p{M}'’.@-]*\)?$/u);

const isSmallWord = (word: string): boolean => AMONG_NAMES.test(word) || OF_BODIES.test(word);

/** Most words in the name of a person or organisation. */
const LONGEST_NAME = 7;

const LAST_YEAR =
  /(?:[\s,]+(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?)?[\s,]*[([]?(?:(?:1[89]|20)\d\d[a-z]?|n\. ?d\.)[)\]]?\.?$/;

/** A text without the year, and the month before it, at its end. */
export const withoutYear = (text: string): string => text.replace(LAST_YEAR, '');

/** Whether a text consists only of names of people or organisations. */
export function isNameList(text: string): boolean {
  const people = withoutYear(text.trim().replace(/[.,:\s]+$/, '')).split(/[,;&]|\band\b/);
  return people.every((person) => {
    const words = person
      .replace(/…|\.{3}/g, '')
      .split(/[\s~]+/)
      .filter(Boolean);
    return (
      words.length <= LONGEST_NAME &&
      words.every((word) => nameWord().test(word) || isSmallWord(word.replace(/\.+$/, '')))
    );
  });
}

/**
 * Whether a part between commas is a name with initials: "A. Quill", "and B.-C. Holm", "Quill A.", "et al.".
 */
export function isSignedName(part: string): boolean {
  const text = part.replace(/^and\s+/, '').trim();
  return /^et al\b/.test(text) || (/(?:^|[\s.-])\p{Lu}\.(?=[\s.-]|\p{Lu}|$)/u.test(text) && isNameList(text));
}

/** Abbreviations after which a full stop does not end the sentence. */
const shortened = lazily(() => /(?:^|[\s(.-])(?:\p{Lu}|vs|St|Jr|Sr|Dr|eds?|cf|e\.g|i\.e|approx)$/u);

/**
 * Where the first sentence of a text ends, after its punctuation mark; the text's length if there is only
 * one.
 */
export function endOfSentence(text: string): number {
  for (const { index } of text.matchAll(/[.?!](?=\s)/g))
    if (text[index] !== '.' || !shortened().test(text.slice(Math.max(0, index - 12), index)))
      return index + 1;
  return text.length;
}

/** An initial followed by a sentence: a capitalised word and then one in lower case. */
const beforeSentence = lazily(() => /\p{Lu}\.(?=\s+\p{Lu}[\p{L}-]*\s+(\p{Ll}[\p{L}-]*))/gu);

/**
 * Where a list of names ends that ends with an initial: "Quill, A., Reed, C. Lanterns for …"; undefined if
 * there is none.
 */
export function endAtInitial(text: string): number | undefined {
  for (const { 0: initial, 1: next = '', index } of text.slice(0, 2000).matchAll(beforeSentence()))
    if (!AMONG_NAMES.test(next)) {
      const end = index + initial.length;
      return isNameList(text.slice(0, end)) ? end : undefined;
    }
  return undefined;
}
