/** Height of a row in a list of my papers, in CSS pixels; must match the style sheet. */
export const ROW = 52;

/** Rows rendered beyond the visible ones, for fast scrolling. */
export const SPARE = 12;

/** The same while the list changes with each key. */
export const SPARE_WHILE_TYPING = 1;

/** How long after the last change of the list the other spare rows are rendered, in milliseconds. */
export const REST_AFTER = 150;
