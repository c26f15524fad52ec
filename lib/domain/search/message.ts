/** Messages to the user about a query. */
import type { Clause } from './match';

/** All kinds of messages. */
export const MESSAGE_KINDS = [
  'unknown-filter',
  'unknown-value',
  'unfinished',
  'some-words',
  'respelled',
  'none-saved',
  'no-paper',
] as const;
type MessageKind = (typeof MESSAGE_KINDS)[number];

/** A message about a query that could not be taken as written. */
export interface SearchMessage {
  /**
   * `unknown-filter`: no such filter, so it is ignored. `unknown-value`: the filter exists, but nothing has
   * that value. `unfinished`: a filter without its value. `some-words`: no paper has all the words, so those
   * with most of them are shown. `respelled`: for a word
   * that hardly any paper has, a similar one was searched too. `none-saved`: a filter on saved papers, of which
   * there are none. `no-paper`: an address or a DOI of which no paper is known.
   */
  readonly kind: MessageKind;
  /** In English. */
  readonly text: string;
  /** What was written and could not be taken, for other languages: words, or a filter as written. May be empty. */
  readonly words: readonly string[];
  /** The words taken for those, of `respelled`. */
  readonly taken?: readonly string[] | undefined;
  /** What could be written instead, most similar first: "task:image-segmentation". */
  readonly suggestions: readonly string[];
}

/** "a", "a or b", "a, b or c". */
export const listChoices = (choices: readonly string[]): string =>
  choices.length < 2 ? choices.join('') : `${choices.slice(0, -1).join(', ')} or ${choices.at(-1) ?? ''}`;

/** A value as it is written in a filter: quoted if it has spaces. */
export const writeFilter = (name: string, value: string): string =>
  `${name}:${/\s/.test(value) ? `"${value}"` : value}`;

/** The message that no paper is saved; the interface also says how to save one. */
export const NONE_SAVED: SearchMessage = {
  kind: 'none-saved',
  text: 'No paper is saved yet.',
  words: [],
  suggestions: [],
};

/** The longest quoted address, in UTF-16 code units. */
const LONGEST_QUOTE = 80;

/** The message that an address or a DOI is of no paper that is known here; the interface also says what to do. */
export const noPaper = (written: string): SearchMessage => {
  const address = written.slice(0, LONGEST_QUOTE);
  return {
    kind: 'no-paper',
    text: `No paper here is known by “${address}”.`,
    words: [address],
    suggestions: [],
  };
};

const quote = (words: readonly string[]): string[] => words.map((word) => `“${word}”`);

/** The message that no paper has all of the words. */
export const someWords = (clauses: readonly Clause[]): SearchMessage => {
  const missing = clauses.filter(
    ({ alternatives, ids }) => alternatives.length === 0 && ids.every((papers) => papers.length === 0),
  );
  const words = missing.map(({ word }) => word);
  const text =
    missing.length > 0
      ? `No paper has ${quote(words).join(' or ')}; these match the other words.`
      : 'No paper has all of these words; these have some.';
  return { kind: 'some-words', text, words, suggestions: [] };
};

/** The message that words were replaced by similar ones; undefined if none was. */
export const otherSpelling = (clauses: readonly Clause[]): SearchMessage | undefined => {
  const typos = clauses.filter(({ respelled }) => respelled !== undefined);
  if (typos.length === 0) return undefined;
  const words = typos.map(({ word }) => word);
  const taken = typos.map(({ respelled }) => respelled ?? '');
  const held = typos.some(({ exact }) => exact !== undefined) ? 'Hardly any' : 'No';
  const text = `${held} paper has ${listChoices(quote(words))}; taken for ${quote(taken).join(' and ')}${held === 'No' ? '' : ' too'}.`;
  return { kind: 'respelled', text, words, taken, suggestions: [] };
};
