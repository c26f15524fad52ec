/** Telling what a person did from what a page's script pretends. */

/**
 * Whether a person made this event, by hand or keyboard: what a page dispatches is not trusted (DOM standard,
 * `isTrusted`). Asked wherever something is stored, opened or closed.
 */
export const isByUser = (event: Event): boolean => event.isTrusted;
