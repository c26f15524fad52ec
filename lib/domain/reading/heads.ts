/**
 * Finds the words with which every match of a pattern begins, so that the pattern is tried only at those
 * words.
 */
import { listWords, stemAt, STEM_LETTERS, type WordList } from './word-list';

/**
 * The pattern written out once for each alternative of the `(?:…)` at its start; the pattern itself if it
 * starts with none.
 */
function alternativesOf(pattern: string): string[] {
  if (!pattern.startsWith('(?:')) return [pattern];
  const parts = [''];
  let depth = 0;
  for (const { 0: mark, index } of pattern.matchAll(/\\.|\(\?[:=!]|\[[^\]]*\]|./g)) {
    if (mark === ')' && depth === 1) {
      const behind = pattern.slice(index + 1);
      if (/^[+*{]/.test(behind)) break;
      const rest = behind.replace(/^\?{1,2}/, '');
      // A group that may be absent is one more alternative.
      return (rest === behind ? parts : [...parts, '']).flatMap((part) => alternativesOf(part + rest));
    }
    if (mark === '|' && depth === 1) parts.push('');
    else if (depth > 0) parts[parts.length - 1] += mark;
    if (mark.startsWith('(')) depth += 1;
    else if (mark === ')') depth -= 1;
  }
  return [pattern];
}

/** Letters with which every match begins; a letter that is optional or repeated ends them. */
const SURE = /^(?:[a-z](?![?*+{]))*/i;
/** What must or must not stand before the first word, of three levels of parentheses. */
const LOOKBEHIND = /^\(\?<[!=](?:[^()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))*\)/;
/** What certainly ends a word. */
const WORD_END = /^(?:(?:[ -]|\\s|\[- \])(?![?*{])|\\b)/;
/** The space or hyphen behind a word. */
const SPACE = /^(?:[ -]|\\s)(?![?*{])/;

/** The first two words of a match, by their stems (see `stemAt`). */
export interface Head {
  readonly first: number;
  /** Of which the second word has one; undefined if it may have any. */
  readonly seconds: ReadonlySet<number> | undefined;
}

/** The stem with which every match of `alternative` begins, and what follows its letters in the pattern. */
function stemOf(alternative: string): { readonly stem: number; readonly rest: string } | undefined {
  const [sure = ''] = SURE.exec(alternative) ?? [];
  const rest = alternative.slice(sure.length);
  const isSure = sure.length >= STEM_LETTERS || (sure !== '' && WORD_END.test(rest));
  return isSure ? { stem: stemAt(listWords(sure), 0), rest } : undefined;
}

function secondsOf(rest: string): ReadonlySet<number> | undefined {
  if (!SPACE.test(rest)) return undefined;
  const seconds = alternativesOf(rest.replace(SPACE, '')).map(stemOf);
  return seconds.includes(undefined) ? undefined : new Set(seconds.flatMap((found) => found?.stem ?? []));
}

/**
 * The words with which every match of `pattern` begins. Undefined if they are unknown: the pattern may match
 * within a word, or begins with fewer letters than a stem has.
 */
export function headsOf(pattern: string): readonly Head[] | undefined {
  if (!pattern.startsWith(String.raw`\b`)) return undefined;
  const found = alternativesOf(pattern.slice(2).replace(LOOKBEHIND, ''))
    .flatMap((one) => alternativesOf(one.replace(LOOKBEHIND, '')))
    .map(stemOf);
  return found.includes(undefined)
    ? undefined
    : found.flatMap((one) => (one ? [{ first: one.stem, seconds: secondsOf(one.rest) }] : []));
}

/** The heads of several patterns, one for each first word; throws if those of a pattern are unknown. */
export function mergedHeads(patterns: readonly string[]): readonly Head[] {
  const all = patterns.flatMap((pattern) => {
    const heads = headsOf(pattern);
    if (!heads) throw new Error(`This pattern may begin with any word: ${pattern}`);
    return heads;
  });
  const byFirst = Map.groupBy(all, ({ first }) => first);
  return Array.from(byFirst, ([first, same]) => {
    const isOpen = same.some(({ seconds }) => seconds === undefined);
    return { first, seconds: isOpen ? undefined : new Set(same.flatMap(({ seconds = [] }) => [...seconds])) };
  });
}

/** True if the words from `at` on are those of the head. */
export const isHeadAt = ({ first, seconds }: Head, words: WordList, at: number): boolean =>
  first === stemAt(words, at) && seconds?.has(stemAt(words, at + 1)) !== false;

const NO_HEADS: readonly never[] = [];

const HASHES = 2 ** 12;
const hashOf = (stem: number): number => (stem ^ (stem >> 12)) & (HASHES - 1);

/** Heads, listed by a hash of their first word so that nearly all words of a text are passed over at once. */
export class HeadTable<Item extends Head> {
  /** For each hash the number of its list, from 1; 0 if it has none. */
  readonly #listOf = new Uint8Array(HASHES);
  readonly #lists: Item[][] = [];

  constructor(heads: readonly Item[]) {
    for (const head of heads) {
      const hash = hashOf(head.first);
      this.#listOf[hash] ||= this.#lists.push([]);
      this.#lists[(this.#listOf[hash] ?? 0) - 1]?.push(head);
    }
  }

  /** The heads that the words from `at` on may be, to be tried with `isHeadAt`; undefined if there are none. */
  listAt(words: WordList, at: number): readonly Item[] | undefined {
    const list = this.#listOf[hashOf(stemAt(words, at))] ?? 0;
    return list === 0 ? undefined : this.#lists[list - 1];
  }

  /** True if the words from `at` on are those of one of the heads. */
  isAnyAt(words: WordList, at: number): boolean {
    // A function given to `some` would be made for every word of a text.
    for (const head of this.listAt(words, at) ?? NO_HEADS) if (isHeadAt(head, words, at)) return true;
    return false;
  }
}
