/** What the search has to say about a query, in a reader's words. */

/** A word about a query that cannot be taken as it is written. */
export interface SearchMessage {
  /**
   * `unknown-filter`: no such filter; it was passed over. `unknown-value`: the filter exists, nothing has
   * that value. `unfinished`: a filter that waits for its value. `some-words`: no paper has all the words,
   * the nearest are shown. `respelled`: a word that no paper has was taken for one that is spelled nearly so.
   */
  readonly kind: 'unknown-filter' | 'unknown-value' | 'unfinished' | 'some-words' | 'respelled';
  readonly text: string;
  /** What could be written instead, nearest first: "task:image-segmentation". */
  readonly suggestions: readonly string[];
}

/** "a", "a or b", "a, b or c". */
export const listChoices = (choices: readonly string[]): string =>
  choices.length < 2 ? choices.join('') : `${choices.slice(0, -1).join(', ')} or ${choices.at(-1) ?? ''}`;

/** A value as a filter takes it: quoted where it has blanks. */
export const writeFilter = (name: string, value: string): string =>
  `${name}:${/\s/.test(value) ? `"${value}"` : value}`;
