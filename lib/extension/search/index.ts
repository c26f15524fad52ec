/** Interprets what is typed into the search (an address, filters, words), and queries the store. */
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { PageOptions, PaperRow, PaperStore, QueryAnswer } from '@/lib/domain/store';
import { rowOf } from '@/lib/domain/store/rows';
import { findPastedPaper } from '@/lib/sites/pasted';
import type { SearchState } from './state';

export { findPastedPaper } from '@/lib/sites/pasted';

/** The answer to a query. */
export interface SearchAnswer extends QueryAnswer {
  /** The query as typed. */
  readonly typed: string;
  /** The paper whose address or id the query is; without a row if the store does not have it. */
  readonly pasted?: { readonly id: PaperId; readonly row: PaperRow | undefined } | undefined;
}

/** Queries the store. For a pasted address, searches for the paper that it names. */
export async function searchPapers(
  store: PaperStore,
  { query: typed, sort }: SearchState,
  page: PageOptions,
): Promise<SearchAnswer> {
  const pasted = findPastedPaper(typed);
  const [answer, held] = await Promise.all([
    // The words of an address are not searched for.
    store.query({ text: pasted ?? typed, sort }, page),
    pasted === undefined ? undefined : store.get(pasted, page),
  ]);
  const { query } = answer;
  return {
    // An old id has words in it, which other papers have too.
    ...(pasted !== undefined && !held ? { query, hits: [], total: 0, facets: [] } : answer),
    typed,
    pasted: pasted === undefined ? undefined : { id: pasted, row: held && rowOf(held) },
  };
}
