/**
 * Finds all papers named in a text: a list of addresses, a bibliography in BibTeX, RIS or CSL-JSON, notes,
 * bookmarks. Each word is understood like a pasted text (`pasted.ts`).
 */
import type { PaperId } from '@/lib/domain/arxiv-id';
import { findPageOfWord } from './pasted';

/** A paper named in a text. */
interface Mention {
  readonly paperId: PaperId;
  /** The version, if the text names one. */
  readonly version?: number | undefined;
}

/** The papers found, and whether the text was truncated. */
interface Mentions {
  /** Each paper once, in the order of first mention. */
  readonly papers: readonly Mention[];
  /** True if the text is longer than the limit. */
  readonly isCut: boolean;
}

/** The longest text that is read, in UTF-16 code units: a bibliography of some twenty thousand entries. */
export const LONGEST_IMPORT = 20_000_000;
/** The longest word that is read; an address within another address is shorter. */
const LONGEST_WORD = 2000;

/** A word between the separators of prose, markup, BibTeX and JSON. */
const WORD = /[^\s<>"'`()[\]{}|\\,;]+/g;
/** Every id has at least three digits in a row. */
const HAS_DIGITS = /\d{3}/;

const decode = (word: string): string => word.replaceAll(/%3A/gi, ':').replaceAll(/%2F/gi, '/');

/** The papers named in a text; empty if there are none. */
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
