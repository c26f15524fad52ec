/**
 * The title in an entry of a bibliography whose page does not mark it. Styles differ in where they print it; some
 * print none, and an entry in one of those gets none. In doubt there is none either: a title is what papers are
 * matched by.
 */
import { endAtInitial, endOfSentence, isNameList, isSignedName, withoutYear } from './names';

/** Begins what is no title: where the work appeared, or where it is found. */
const VENUE =
  /^(?:in[ :]|arxiv\b|corr\b|url\b|doi\b|https?:|proc\.|proceedings\b|journal\b|technical report\b|available\b|accessed\b|external links?\b|note:|preprint\b|ph\.?d\.? thesis\b|master[’']s thesis\b|vol\.|pp?\.|\(?(?:1[89]|20)\d\d[a-z]?\b\)?[.,;]|\(?\d[\d\s.,:;()–-]*$)/i;

/** Words in quotation marks, what stands before them and behind them. */
const QUOTED = /^(.{0,400}?)(?:[“"„]|``)([^“”"„`']{4,300}(?:['’][^“”"„`']{1,200}){0,4}?)(?:[”"“]|'')\s?(.?)/s;

/** The least number of words by which a stretch between commas or full stops is taken for a title. */
const LEAST_WORDS = 3;

const countWords = (text: string): number => text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;

/** A title without what closes it: full stop, comma, year. */
function tidy(title: string): string | undefined {
  const text = withoutYear(title.trim().replace(/[\s.,;:]+$/, '')).replace(/[\s.,;:]+$/, '');
  return /\p{L}{2}/u.test(text) ? text : undefined;
}

/**
 * The title where it stands in quotation marks: they close it with its full stop or comma, or with a question
 * mark where the title is no block of its own. A quotation within a title goes on behind it.
 */
function inQuotes(text: string, isTitleBlock: boolean): string | undefined {
  const [, before = '', title = '', next = ''] = QUOTED.exec(text) ?? [];
  if (isTitleBlock && before !== '') return undefined;
  const isClosed = /[.,]$/.test(title) || /^[.,]?$/.test(next);
  return isClosed || (!isTitleBlock && /[?!]$/.test(title)) ? tidy(title) : undefined;
}

const isVenue = (block: string): boolean => VENUE.test(block.trim());

/** "Quill, A., Holm, B.: A title. In: …", as Springer's styles print it. */
function behindColon(text: string): string | undefined {
  const colon = text.indexOf(': ');
  if (colon < 0 || !isNameList(text.slice(0, colon))) return undefined;
  const rest = text.slice(colon + 2);
  return tidy(rest.slice(0, endOfSentence(rest)));
}

/** "Quill, A. (2026). A title. …", as the American Psychological Association has it. */
function behindYear(text: string): string | undefined {
  const match = /\s?[([](?:1[89]|20)\d\d[a-z]?[)\]][.,:]?\s/.exec(text);
  if (!match || !isNameList(text.slice(0, match.index))) return undefined;
  const rest = text.slice(match.index + match[0].length);
  const title = rest.slice(0, endOfSentence(rest));
  return isVenue(title) || countWords(title) < LEAST_WORDS ? undefined : tidy(title);
}

/** Where the names at the head of a text end: with the first sentence, or an initial that a title follows. */
function endOfNames(text: string): number | undefined {
  const end = endOfSentence(text);
  if (end < text.length && isNameList(text.slice(0, end))) return end;
  return endAtInitial(text);
}

const ONLY_YEAR = /^\s*\(?(?:1[89]|20)\d\d[a-z]?\)?\.\s+/;
/** Journals are abbreviated and numbered: "Phys. Lett. B 716". */
const JOURNAL = /^\p{Lu}\p{L}*\.? ?[^a-z]*\d/u;

/** "Ada Quill and Bo Holm. A title. …", or "Ada Quill. 2021. A title. …" */
function behindSentence(text: string): string | undefined {
  const end = endOfNames(text);
  if (end === undefined) return undefined;
  const rest = text.slice(end).replace(ONLY_YEAR, '').trimStart();
  const title = rest.slice(0, endOfSentence(rest));
  return JOURNAL.test(title) || isVenue(title) || countWords(title) < LEAST_WORDS ? undefined : tidy(title);
}

/** Part of a venue between commas: it is numbered, abbreviated or says so. */
const isNumbered = (part: string): boolean =>
  /\d/.test(part) || /\p{L}\.(?:\s|$)/u.test(part) || isVenue(part);

/** "A. Quill, B. Holm, A title, Phys. Rev. D 1 (2020) 2", as styles of physics and Elsevier's print it. */
function behindCommas(text: string): string | undefined {
  const parts = text.split(/,\s+/);
  const first = parts.findIndex((part) => !isSignedName(part));
  if (first <= 0) return undefined;
  const rest = parts.slice(first);
  const end = rest.findIndex(isNumbered);
  // A number right behind a single part makes that part a journal: "Physical Review Letters, 116".
  if (end <= 0 || (end === 1 && /^\(?\d/.test(rest[1] ?? ''))) return undefined;
  const title = rest.slice(0, end).join(', ');
  return countWords(title) < LEAST_WORDS ? undefined : tidy(title);
}

/** The title in the printed parts of an entry; undefined where it has none, or none that can be told. */
export function findTitle(blocks: readonly string[]): string | undefined {
  const [first = '', second] = blocks;
  const whole = first.trim();
  // Bibliographies made by BibTeX part authors, title and venue.
  if (second !== undefined && !isVenue(second)) return inQuotes(second.trim(), true) ?? tidy(second);
  const told =
    inQuotes(whole, false) ??
    behindColon(whole) ??
    behindYear(whole) ??
    behindSentence(whole) ??
    behindCommas(whole);
  if (told !== undefined) return told;
  // An entry without authors: title, then where it is found.
  return second !== undefined && !isNameList(whole) && !isVenue(whole) ? tidy(whole) : undefined;
}
