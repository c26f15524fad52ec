/** The same search on sites that have every paper, offered if the packs have nothing. */
import { parseQuery } from '@/lib/domain/search/query';

/** A site's search for a query. */
interface SearchElsewhere {
  readonly label: string;
  readonly address: string;
}

/** In UTF-16 code units. Whole phrases may be pasted, and sites refuse longer addresses. */
const LONGEST = 300;

/** Filters whose values are no words of a paper, or the user's own: tags and status are nobody else's business. */
const OWN_FILTERS = /^(?:in|pack|has|code|year|date|status|mytag)$/;

/**
 * The words of a query without the names of its filters, which other sites do not know: `author:"Ada Moss"`
 * becomes her name.
 */
function wordsOf(query: string): string {
  const { text, phrases, filters } = parseQuery(query);
  const values = filters.flatMap(({ name, value }) => (OWN_FILTERS.test(name) ? [] : [value]));
  return [text, ...phrases, ...values].join(' ').replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST);
}

/** The searches for a query's words; empty if it only has filters that other sites do not have. */
export function searchesElsewhere(query: string): readonly SearchElsewhere[] {
  const words = wordsOf(query);
  if (words === '') return [];
  const encoded = encodeURIComponent(words);
  return [
    { label: 'arXiv', address: `https://arxiv.org/search/?query=${encoded}&searchtype=all` },
    { label: 'Hugging Face', address: `https://huggingface.co/papers?q=${encoded}` },
  ];
}
