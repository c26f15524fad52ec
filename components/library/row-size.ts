/** Height of a row in a list of my papers, in CSS pixels; must match the style sheet. */
export const ROW = 52;

/** Rows rendered beyond the visible ones, for fast scrolling. */
export const SPARE = 12;

/** The same while the list changes with each key, and how long after the last change the others are drawn, in ms. */
export const SPARE_WHILE_TYPING = 1;
export const REST_AFTER = 150;
