/** What is typed into a search: addresses, filters and words, and the question to the store that they make. */
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { PageOptions, PaperRow, PaperStore, QueryAnswer } from '@/lib/domain/store';
import { rowOf } from '@/lib/domain/store/rows';
import { findPastedPaper } from '@/lib/sites/pasted';
import type { SearchState } from './memory';

export { findPastedPaper } from '@/lib/sites/pasted';

/** What was found for what was typed. */
export interface SearchAnswer extends QueryAnswer {
  /** The query as typed. */
  readonly typed: string;
  /** The paper that the query is the address or id of; without a row where the store does not hold it. */
  readonly pasted?: { readonly id: PaperId; readonly row: PaperRow | undefined } | undefined;
}

/** Asks the store what was typed. A pasted address is searched as the paper that it names. */
export async function searchPapers(
  store: PaperStore,
  { query: typed, sort }: SearchState,
  page: PageOptions,
): Promise<SearchAnswer> {
  const pasted = findPastedPaper(typed);
  const [answer, held] = await Promise.all([
    // The words of an address are no words of a paper.
    store.query({ text: pasted ?? typed, sort }, page),
    pasted === undefined ? undefined : store.get(pasted, page),
  ]);
  return {
    ...answer,
    typed,
    pasted: pasted === undefined ? undefined : { id: pasted, row: held && rowOf(held) },
  };
}
