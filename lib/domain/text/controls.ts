/** Characters that are not seen and change how the text round them is shown or read. */

/**
 * Marks, embeddings, overrides and isolates of direction (Unicode UAX 9), the byte order mark, and control
 * codes: a title with U+202E in it shows, in an editor or a terminal, another text than it holds.
 */
const UNSEEN = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

/** The text without them; tabs and ends of lines stay. */
export function withoutControls(text: string): string {
  return text.replaceAll(UNSEEN, (character) => (character === '\t' || character === '\n' ? character : ''));
}
