/**
 * Words and authors that a user watches for in listings, in the user's notation: `diffusion, few shot,
 * author:Kaiming He, segment*`. Invalid items are reported and the others used.
 */

/** The longest text of watched items, in UTF-16 code units. */
export const LONGEST_WATCH = 1000;
/** The most items that can be watched. */
export const MOST_WATCHED = 60;

/** Words that follow each other in a title or abstract, or that are all in one author's name. */
interface WatchItem {
  readonly kind: 'words' | 'author';
  /** As written, without `author:`. */
  readonly text: string;
  /** Folded. */
  readonly words: readonly string[];
  /** Whether the last word may be continued: `segment*`. */
  readonly isOpen: boolean;
}

/**
 * Why an item is invalid: an unknown filter (`autor:He`), no word (`author:`), a word that nearly every text
 * has (`a`), or too many items.
 */
export interface WatchFault {
  readonly kind: 'unknown' | 'empty' | 'short' | 'many';
  /** The item as written. */
  readonly text: string;
}

/** The watched items, and those that are invalid. */
interface Watch {
  readonly items: readonly WatchItem[];
  readonly faults: readonly WatchFault[];
}

/** Words in lower case without accents; everything but letters and digits separates words. */
const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

const PREFIX = /^([\p{L}\p{N}_-]+):\s*(.*)$/u;
/** A single letter means nothing, except in scripts in which letters are words. */
const IS_LETTER = /^[a-z\d]$/;

function readItem(text: string): WatchItem | WatchFault {
  const [, prefix, rest] = PREFIX.exec(text) ?? [];
  if (prefix !== undefined && prefix.toLowerCase() !== 'author') return { kind: 'unknown', text };
  const named = (rest ?? text).replaceAll('"', '').trim();
  const words = wordsOf(named);
  if (words.length === 0) return { kind: 'empty', text };
  if (words.length === 1 && IS_LETTER.test(words[0] ?? '')) return { kind: 'short', text };
  return { kind: prefix === undefined ? 'words' : 'author', text: named, words, isOpen: named.endsWith('*') };
}

const isFault = (read: WatchItem | WatchFault): read is WatchFault => !('words' in read);

/** Parses what a user wrote: items separated by commas, semicolons or line breaks. Never throws. */
export function parseWatch(text: string): Watch {
  const written = text
    .slice(0, LONGEST_WATCH)
    .split(/[,;，；、\n]+/)
    .map((item) => item.trim())
    .filter(Boolean);
  const read = written.slice(0, MOST_WATCHED).map(readItem);
  const more = written[MOST_WATCHED];
  return {
    items: read.filter((item) => !isFault(item)),
    faults: [...read.filter(isFault), ...(more === undefined ? [] : [{ kind: 'many' as const, text: more }])],
  };
}

/** The texts of an entry in which items are looked for. */
export interface WatchedText {
  readonly title: string;
  readonly abstract?: string | undefined;
  readonly authors?: readonly string[] | undefined;
}

/** Ignores a plural ending: "image", "images". */
const singular = (word: string): string =>
  word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;

const isWord = (wanted: string, found: string, isOpen: boolean): boolean =>
  isOpen ? found.startsWith(wanted) : found === wanted || singular(found) === singular(wanted);

const holdsPhrase = (text: readonly string[], { words, isOpen }: WatchItem): boolean =>
  text.some((_, at) =>
    words.every((word, place) => isWord(word, text[at + place] ?? '', isOpen && place === words.length - 1)),
  );

/** Names have no plural, and an initial matches its name: "K. He" is "Kaiming He". */
const isName = (wanted: string, found: string, isOpen: boolean): boolean =>
  found === wanted || ((isOpen || IS_LETTER.test(wanted)) && found.startsWith(wanted));

const holdsName = (name: readonly string[], { words, isOpen }: WatchItem): boolean =>
  words.every((word, place) => name.some((part) => isName(word, part, isOpen && place === words.length - 1)));

/**
 * The items that an entry contains, as written; empty if there are none. Linear in the length of the texts.
 */
export function findWatched(items: readonly WatchItem[], entry: WatchedText): readonly string[] {
  if (items.length === 0) return [];
  const texts = [wordsOf(entry.title), wordsOf(entry.abstract ?? '')];
  const names = (entry.authors ?? []).map(wordsOf);
  return items
    .filter((item) =>
      item.kind === 'author'
        ? names.some((name) => holdsName(name, item))
        : texts.some((text) => holdsPhrase(text, item)),
    )
    .map(({ text }) => text);
}
