/** What the search has to say about a query, in a user's words. */
import type { Clause } from './match';

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

const quote = (words: readonly string[]): string[] => words.map((word) => `“${word}”`);

/** That no paper has all of the words. */
export const someWords = (clauses: readonly Clause[]): SearchMessage => {
  const missing = clauses.filter(
    ({ alternatives, ids }) => alternatives.length === 0 && ids.every((papers) => papers.length === 0),
  );
  const text =
    missing.length > 0
      ? `No paper has ${quote(missing.map(({ word }) => word)).join(' or ')}; these match the other words.`
      : 'No paper has all of these words; these have some.';
  return { kind: 'some-words', text, suggestions: [] };
};

/** That words were taken for others that are spelled nearly so; undefined where none was. */
export const otherSpelling = (clauses: readonly Clause[]): SearchMessage | undefined => {
  const slips = clauses.filter(({ respelled }) => respelled !== undefined);
  if (slips.length === 0) return undefined;
  const written = listChoices(quote(slips.map(({ word }) => word)));
  const taken = quote(slips.map(({ respelled }) => respelled ?? '')).join(' and ');
  return { kind: 'respelled', text: `No paper has ${written}; taken for ${taken}.`, suggestions: [] };
};
