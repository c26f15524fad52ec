/** No list of related papers is longer. */
export const MOST_RELATED = 30;
