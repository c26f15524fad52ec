/**
 * Lets a script on a page recognise the frame that it made itself among frames with the same extension page.
 */

/** Accepts one frame at a time. */
export interface FrameNonce {
  /** A new nonce for a new frame's address; the previous one is no longer accepted. */
  readonly issue: () => string;
  /**
   * Whether the asking page is the one for which the nonce was made. The nonce belongs to the first page that
   * asks with it, identified by a secret of that page load, because Chromium does not say which frame sent a
   * message to a tab's script. Any other page is refused, even if the nonce leaked.
   */
  readonly accepts: (asked: { readonly nonce: string; readonly asker: string }) => boolean;
}

/** Starts without an accepted frame. */
export function createFrameNonce(): FrameNonce {
  let current: string | undefined;
  let owner: string | undefined;
  return {
    issue: () => {
      owner = undefined;
      current = crypto.randomUUID();
      return current;
    },
    accepts: ({ nonce, asker }) => {
      if (asker === '' || nonce !== current) return false;
      owner ??= asker;
      return owner === asker;
    },
  };
}
