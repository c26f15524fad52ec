/** The query language: words, "quoted phrases", and filters such as `task:segmentation` or `year:2024..`. */

/** A filter as written; its value without quotes, and empty while it is being typed. */
export interface WrittenFilter {
  /** Lower case of what was written. */
  readonly name: string;
  readonly value: string;
}

/** The parts of a query. */
interface ParsedQuery {
  /** Free text outside quotes and filters. */
  readonly text: string;
  readonly phrases: readonly string[];
  readonly filters: readonly WrittenFilter[];
  /** True if the query ends with a word that may be incomplete; it is matched as a prefix. */
  readonly isOpen: boolean;
}

// In order: a filter with a quoted or bare value; a phrase, closed or still open; a bare word. A filter's
// name has letters only, so that "10:30" and addresses stay words.
const PART =
  /(?<name>\p{L}+):(?!\/)(?:"(?<quoted>[^"]*)"?|(?<bare>[^\s"]*))|"(?<phrase>[^"]*)"?|(?<word>[^\s"]+)/gu;

/** Prefixes that people write before an id, which are not filters. */
const ID_PREFIXES: ReadonlySet<string> = new Set(['arxiv', 'doi', 'http', 'https']);

/** Parses a query. Never fails: what is not a filter or a phrase is text. */
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
      // "Med-R1: Reinforcement": a colon and a space in a title do not make a filter.
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
