/** The fewest papers in a comparison: one has nothing to be compared with. */
export const FEWEST_COMPARED = 2;
/** The most papers in a comparison. */
export const MOST_COMPARED = 12;
