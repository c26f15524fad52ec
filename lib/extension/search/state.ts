/** What is searched for, as the popup holds it. */

/** The orders that the popup offers, the usual one first. */
export const SORT_ORDERS = ['relevance', 'date', 'discussion'] as const;
export type SortOrder = (typeof SORT_ORDERS)[number];

/** Where the user left off. */
export interface SearchState {
  readonly query: string;
  readonly sort: SortOrder;
}
