/** Distinguishes what a person did from events that a page's script dispatched. */

/**
 * Whether a person caused this event: events that a page dispatches have `isTrusted` false
 * (https://dom.spec.whatwg.org/#dom-event-istrusted). Checked wherever something is stored, opened or closed.
 */
export const isByUser = (event: Event): boolean => event.isTrusted;
