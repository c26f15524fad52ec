/** Interprets what is typed into the search (an address, filters, words), and queries the store. */
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { PageOptions, PaperRow, PaperStore, QueryAnswer } from '@/lib/domain/store';
import { rowOf } from '@/lib/domain/store/rows';
import { noPaper } from '@/lib/domain/search/message';
import { findPastedPaper, readLoneAddress } from '@/lib/sites/pasted';
import type { SearchState } from './state';

export { findPastedPaper } from '@/lib/sites/pasted';

/** The answer to a query. */
export interface SearchAnswer extends QueryAnswer {
  /** The query as typed. */
  readonly typed: string;
  /** The paper whose address or id the query is; without a row if the store does not have it. */
  readonly pasted?: { readonly id: PaperId; readonly row: PaperRow | undefined } | undefined;
}

/** The paper that an address of another site may mean: the first id in it that the store has. */
async function findKnown(store: PaperStore, ids: readonly PaperId[]): Promise<PaperId | undefined> {
  const held = ids.length === 0 ? [] : await store.has(ids);
  return ids.find((_, at) => held[at] === true);
}

/**
 * Queries the store. For a pasted address or DOI, searches for the paper that it names, never for its words; a message
 * says if none is known by it.
 */
export async function searchPapers(
  store: PaperStore,
  { query: typed, sort }: SearchState,
  page: PageOptions,
): Promise<SearchAnswer> {
  const other = findPastedPaper(typed) === undefined ? readLoneAddress(typed) : undefined;
  const pasted = findPastedPaper(typed) ?? (other && (await findKnown(store, other.ids)));
  const text = pasted ?? (other?.doi === undefined ? typed : `"${other.doi}"`);
  const [answer, held] = await Promise.all([
    // The words of an address are not searched for.
    store.query({ text, sort }, page),
    pasted === undefined ? undefined : store.get(pasted, page),
  ]);
  const { query } = answer;
  const nothing = { query, hits: [], total: 0, facets: [] };
  if (other && pasted === undefined && (other.doi === undefined || answer.total === 0))
    return { ...nothing, typed, message: noPaper(other.address) };
  return {
    // An old id has words in it, which other papers have too.
    ...(pasted !== undefined && !held ? nothing : answer),
    typed,
    pasted: pasted === undefined ? undefined : { id: pasted, row: held && rowOf(held) },
  };
}
