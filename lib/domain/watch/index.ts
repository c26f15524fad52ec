/**
 * Words and authors that a user watches for in listings, as they write them: `diffusion, few shot, author:Kaiming
 * He, segment*`. What cannot be taken as it is written is said, and the rest holds.
 */

/** Longest text of what is watched, in UTF-16 units, and most items of it. */
export const LONGEST_WATCH = 1000;
export const MOST_WATCHED = 60;

/** Words that stand side by side in a title or an abstract, or all of them in one author's name. */
export interface WatchItem {
  readonly kind: 'words' | 'author';
  /** As the user wrote it, without `author:`. */
  readonly text: string;
  /** Folded. */
  readonly words: readonly string[];
  /** Whether the last word may go on: `segment*`. */
  readonly isOpen: boolean;
}

/**
 * What cannot be taken: a filter that is none (`autor:He`), an item without a word (`author:`), one that nearly every
 * text holds (`a`), or all that come after the sixtieth.
 */
export interface WatchFault {
  readonly kind: 'unknown' | 'empty' | 'short' | 'many';
  /** The item as it is written. */
  readonly text: string;
}

/** What a user watches, and what of it could not be taken. */
export interface Watch {
  readonly items: readonly WatchItem[];
  readonly faults: readonly WatchFault[];
}

/** Lower case, without accents; what is neither letter nor digit parts words. */
const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

const PREFIX = /^([\p{L}\p{N}_-]+):\s*(.*)$/u;
/** One letter says nothing, but where letters are words. */
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

/** Reads what a user wrote: items separated by commas, semicolons or ends of lines. Never throws. */
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

/** What of an entry is looked through. */
export interface WatchedText {
  readonly title: string;
  readonly abstract?: string | undefined;
  readonly authors?: readonly string[] | undefined;
}

/** One more or one less "s" or "es" makes no other word: "image", "images". */
const singular = (word: string): string =>
  word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;

const isWord = (wanted: string, found: string, isOpen: boolean): boolean =>
  isOpen ? found.startsWith(wanted) : found === wanted || singular(found) === singular(wanted);

const holdsPhrase = (text: readonly string[], { words, isOpen }: WatchItem): boolean =>
  text.some((_, at) =>
    words.every((word, place) => isWord(word, text[at + place] ?? '', isOpen && place === words.length - 1)),
  );

/** Names have no plural, and an initial stands for its name: "K. He" is "Kaiming He". */
const isName = (wanted: string, found: string, isOpen: boolean): boolean =>
  found === wanted || ((isOpen || IS_LETTER.test(wanted)) && found.startsWith(wanted));

const holdsName = (name: readonly string[], { words, isOpen }: WatchItem): boolean =>
  words.every((word, place) => name.some((part) => isName(word, part, isOpen && place === words.length - 1)));

/** Which of the items an entry holds, as they were written; none for none. Linear in the length of the texts. */
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
