/** The state of the search in the popup. */

/** The sort orders in the popup, the default first. */
export const SORT_ORDERS = ['relevance', 'date', 'discussion'] as const;
/** One of these orders. */
export type SortOrder = (typeof SORT_ORDERS)[number];

/** The query and order that the user last used. */
export interface SearchState {
  readonly query: string;
  readonly sort: SortOrder;
}
