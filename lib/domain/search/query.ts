/** The query language: words, "quoted phrases", and filters such as `task:segmentation` or `year:2024..`. */

/** A filter as written; its value without quotes, empty while it is being typed. */
export interface WrittenFilter {
  /** As written, folded to lower case. */
  readonly name: string;
  readonly value: string;
}

/** A query in its parts. */
export interface ParsedQuery {
  /** Free text outside quotes and filters. */
  readonly text: string;
  readonly phrases: readonly string[];
  readonly filters: readonly WrittenFilter[];
  /** True where the last thing written is a word that may go on: it is matched as a prefix. */
  readonly isOpen: boolean;
}

// In order: a filter with a quoted or bare value; a phrase, closed or still open; a bare word.
// A filter's name is letters only, so that "10:30" and an address stay words.
const PART =
  /(?<name>\p{L}+):(?!\/)(?:"(?<quoted>[^"]*)"?|(?<bare>[^\s"]*))|"(?<phrase>[^"]*)"?|(?<word>[^\s"]+)/gu;

/** Prefixes that people put before an id; they are no filters. */
const ID_PREFIXES: ReadonlySet<string> = new Set(['arxiv', 'doi', 'http', 'https']);

/** Reads a query. Never fails: what is no filter and no phrase is text. */
export const parseQuery = (query: string): ParsedQuery => {
  const words: string[] = [];
  const phrases: string[] = [];
  const filters: WrittenFilter[] = [];
  let isOpen = false;
  for (const match of query.matchAll(PART)) {
    const { name, quoted, bare, phrase, word } = match.groups ?? {};
    const isLast = match.index + match[0].length === query.length;
    isOpen = false;
    if (name !== undefined && !ID_PREFIXES.has(name.toLowerCase())) {
      // "Med-R1: Reinforcement": a colon and a blank inside a title, not a filter being typed.
      const isTitle = bare === '' && quoted === undefined && !isLast;
      if (isTitle) words.push(name);
      else filters.push({ name: name.toLowerCase(), value: (quoted ?? bare ?? '').trim() });
    } else if (phrase !== undefined) {
      if (phrase.trim() !== '') phrases.push(phrase);
    } else {
      words.push(word ?? bare ?? '');
      isOpen = isLast && /[\p{L}\p{N}]$/u.test(match[0]);
    }
  }
  return { text: words.join(' '), phrases, filters, isOpen };
};
