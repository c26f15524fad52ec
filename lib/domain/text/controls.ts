/** Invisible characters that change how the text around them is displayed or read. */

/**
 * Marks, embeddings, overrides and isolates of direction (https://www.unicode.org/reports/tr9/), the byte order mark
 * and control codes: a title with U+202E is displayed differently from what it contains (https://trojansource.codes).
 */
const UNSEEN = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

/** The text without them; tabs and line breaks are kept. */
export function withoutControls(text: string): string {
  return text.replaceAll(UNSEEN, (character) => (character === '\t' || character === '\n' ? character : ''));
}

/** The text on one line, without those characters: a line break would end a field, a list's line or a heading. */
export const onOneLine = (text: string): string => withoutControls(text).replaceAll(/\s+/g, ' ').trim();
