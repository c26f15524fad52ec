/** The length of the longest list of related papers. */
export const MOST_RELATED = 30;
