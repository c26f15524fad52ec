/** The same words on the sites that have every paper: where to go on when the packs have nothing. */
import { parseQuery } from '@/lib/domain/search/query';

/** A site's search for some words. */
export interface SearchElsewhere {
  readonly label: string;
  readonly address: string;
}

/** Whole phrases may be pasted; addresses longer than this are refused by sites. In UTF-16 units. */
const LONGEST = 300;

/** The words of a query without the names of its filters, which other sites do not know: `author:"Ada Moss"` asks for her. */
function wordsOf(query: string): string {
  const { text, phrases, filters } = parseQuery(query);
  const values = filters.flatMap(({ name, value }) =>
    /^(?:in|has|code|year|date)$/.test(name) ? [] : [value],
  );
  return [text, ...phrases, ...values].join(' ').replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST);
}

/** Where to search for a query's words; none where it has filters only that no other site has. */
export function searchesElsewhere(query: string): readonly SearchElsewhere[] {
  const words = wordsOf(query);
  if (words === '') return [];
  const encoded = encodeURIComponent(words);
  return [
    { label: 'arXiv', address: `https://arxiv.org/search/?query=${encoded}&searchtype=all` },
    { label: 'Hugging Face', address: `https://huggingface.co/papers?q=${encoded}` },
  ];
}
