/** How a message is sent, apart from the checks: a page's opening script must stay small. */

/** The name of our protocol, in every message of it. */
export const PROTOCOL = 'sidelight/1';

/** A message as it is sent. */
export interface Envelope {
  readonly protocol: typeof PROTOCOL;
  readonly to: string;
  readonly name: string;
  readonly data?: unknown;
  /** The tab whose script sent it, if the background passed it on. */
  readonly passedOnFrom?: number | undefined;
}

/** A message to a receiver. */
export const envelope = (to: string, name: string, data: unknown): Envelope => ({
  protocol: PROTOCOL,
  to,
  name,
  data,
});
