/**
 * All papers that a text names: a list of addresses, a bibliography in BibTeX, RIS or CSL-JSON, notes, a page of
 * bookmarks. What is understood is what is understood of a pasted text (`pasted.ts`), word by word.
 */
import type { PaperId } from '@/lib/domain/arxiv-id';
import { findPageOfWord } from './pasted';

/** A paper that a text names. */
export interface Mention {
  readonly paperId: PaperId;
  /** Where the text names one. */
  readonly version?: number | undefined;
}

/** What was found, and whether the end of the text was left unread. */
export interface Mentions {
  /** In the order in which they are first named, each once. */
  readonly papers: readonly Mention[];
  /** True where the text is longer than is read. */
  readonly isCut: boolean;
}

/** Longest text that is read, in UTF-16 units: a bibliography of some twenty thousand entries. */
export const LONGEST_IMPORT = 20_000_000;
/** Longest word that is looked at; an address within another one is no longer. */
const LONGEST_WORD = 2000;

/** What stands between words, in prose, markup, BibTeX and JSON. */
const WORD = /[^\s<>"'`()[\]{}|\\,;]+/g;
/** No id has fewer characters, and each has a digit. */
const HAS_DIGITS = /\d{3}/;

const decode = (word: string): string => word.replaceAll(/%3A/gi, ':').replaceAll(/%2F/gi, '/');

/** Finds the papers; none where the text names none. */
export function findMentions(text: string): Mentions {
  const found = new Map<PaperId, Mention>();
  for (const [whole] of text.slice(0, LONGEST_IMPORT).matchAll(WORD)) {
    const word = whole.slice(0, LONGEST_WORD);
    if (!HAS_DIGITS.test(word)) continue;
    const { paperId, version } = findPageOfWord(word) ?? findPageOfWord(decode(word)) ?? {};
    const isNew = paperId !== undefined && !found.has(paperId);
    if (isNew) found.set(paperId, { paperId, ...(version !== undefined && { version }) });
  }
  return { papers: [...found.values()], isCut: text.length > LONGEST_IMPORT };
}
