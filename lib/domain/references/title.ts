/**
 * Finds the title in a bibliography entry whose page does not mark it. Styles print it in different places,
 * and some print none. In doubt there is no title, since papers are matched by it.
 */
import { endAtInitial, endOfSentence, isNameList, isSignedName, withoutYear } from './names';

/** Words that begin something other than a title: the venue, or where the work is found. */
const VENUE =
  /^(?:in[ :]|arxiv\b|corr\b|url\b|doi\b|https?:|proc\.|proceedings\b|journal\b|technical report\b|available\b|accessed\b|external links?\b|note:|preprint\b|ph\.?d\.? thesis\b|master[’']s thesis\b|vol\.|pp?\.|\(?(?:1[89]|20)\d\d[a-z]?\b\)?[.,;]|\(?\d[\d\s.,:;()–-]*$)/i;

/** Words in quotation marks, and the text before and after them. */
const QUOTED = /^(.{0,400}?)(?:[“"„]|``)([^“”"„`']{4,300}(?:['’][^“”"„`']{1,200}){0,4}?)(?:[”"“]|'')\s?(.?)/s;

/** The least number of words of a title between commas or full stops. */
const LEAST_WORDS = 3;

const countWords = (text: string): number => text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;

/** A title without its final full stop, comma and year. */
function tidy(title: string): string | undefined {
  const text = withoutYear(title.trim().replace(/[\s.,;:]+$/, '')).replace(/[\s.,;:]+$/, '');
  return /\p{L}{2}/u.test(text) ? text : undefined;
}

/**
 * The title in quotation marks, which end with a full stop or comma inside, or with a question mark if the
 * title is not a block of its own. A quotation within a title does not end it.
 */
function inQuotes(text: string, isTitleBlock: boolean): string | undefined {
  const [, before = '', title = '', next = ''] = QUOTED.exec(text) ?? [];
  if (isTitleBlock && before !== '') return undefined;
  const isClosed = /[.,]$/.test(title) || /^[.,]?$/.test(next);
  return isClosed || (!isTitleBlock && /[?!]$/.test(title)) ? tidy(title) : undefined;
}

const isVenue = (block: string): boolean => VENUE.test(block.trim());

/** "Quill, A., Holm, B.: A title. In: …", Springer's style. */
function behindColon(text: string): string | undefined {
  const colon = text.indexOf(': ');
  if (colon < 0 || !isNameList(text.slice(0, colon))) return undefined;
  const rest = text.slice(colon + 2);
  return tidy(rest.slice(0, endOfSentence(rest)));
}

/** "Quill, A. (2026). A title. …", the style of the American Psychological Association. */
function behindYear(text: string): string | undefined {
  const match = /\s?[([](?:1[89]|20)\d\d[a-z]?[)\]][.,:]?\s/.exec(text);
  if (!match || !isNameList(text.slice(0, match.index))) return undefined;
  const rest = text.slice(match.index + match[0].length);
  const title = rest.slice(0, endOfSentence(rest));
  return isVenue(title) || countWords(title) < LEAST_WORDS ? undefined : tidy(title);
}

/**
 * Where the names at the beginning of a text end: with the first sentence, or with an initial that a title
 * follows.
 */
function endOfNames(text: string): number | undefined {
  const end = endOfSentence(text);
  if (end < text.length && isNameList(text.slice(0, end))) return end;
  return endAtInitial(text);
}

const ONLY_YEAR = /^\s*\(?(?:1[89]|20)\d\d[a-z]?\)?\.\s+/;
/** Names of journals are abbreviated and numbered: "Phys. Lett. B 716". */
const JOURNAL = /^\p{Lu}\p{L}*\.? ?[^a-z]*\d/u;

/** "Ada Quill and Bo Holm. A title. …", or "Ada Quill. 2021. A title. …" */
function behindSentence(text: string): string | undefined {
  const end = endOfNames(text);
  if (end === undefined) return undefined;
  const rest = text.slice(end).replace(ONLY_YEAR, '').trimStart();
  const title = rest.slice(0, endOfSentence(rest));
  return JOURNAL.test(title) || isVenue(title) || countWords(title) < LEAST_WORDS ? undefined : tidy(title);
}

/** True for a part of a venue between commas: numbered, abbreviated, or recognised by its words. */
const isNumbered = (part: string): boolean =>
  /\d/.test(part) || /\p{L}\.(?:\s|$)/u.test(part) || isVenue(part);

/** "A. Quill, B. Holm, A title, Phys. Rev. D 1 (2020) 2", styles of physics and Elsevier. */
function behindCommas(text: string): string | undefined {
  const parts = text.split(/,\s+/);
  const first = parts.findIndex((part) => !isSignedName(part));
  if (first <= 0) return undefined;
  const rest = parts.slice(first);
  const end = rest.findIndex(isNumbered);
  // A single part directly before a number is a journal: "Physical Review Letters, 116".
  if (end <= 0 || (end === 1 && /^\(?\d/.test(rest[1] ?? ''))) return undefined;
  const title = rest.slice(0, end).join(', ');
  return countWords(title) < LEAST_WORDS ? undefined : tidy(title);
}

/** The title in the printed parts of an entry; undefined if it has none, or none that is certain. */
export function findTitle(blocks: readonly string[]): string | undefined {
  const [first = '', second] = blocks;
  const whole = first.trim();
  // BibTeX styles separate authors, title and venue.
  if (second !== undefined && !isVenue(second)) return inQuotes(second.trim(), true) ?? tidy(second);
  const told =
    inQuotes(whole, false) ??
    behindColon(whole) ??
    behindYear(whole) ??
    behindSentence(whole) ??
    behindCommas(whole);
  if (told !== undefined) return told;
  // An entry without authors: the title, then where it is found.
  return second !== undefined && !isNameList(whole) && !isVenue(whole) ? tidy(whole) : undefined;
}
