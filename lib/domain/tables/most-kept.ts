/** Most numbers of one paper's tables that are stored. */
export const MOST_KEPT = 200;
