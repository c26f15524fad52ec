/** Height of a row in a list of my papers, in CSS pixels; must match the style sheet. */
export const ROW = 52;

/** Rows rendered beyond the visible ones, for fast scrolling. */
export const SPARE = 12;
