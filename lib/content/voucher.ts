/** How a script on a page knows the frame that it made itself from others with our pages in them. */

/** Vouches for one frame at a time. */
export interface Voucher {
  /** A new nonce for a new frame's address; the previous one is no longer accepted. */
  readonly issue: () => string;
  /**
   * Whether the asking page is the one that the nonce was made for. The nonce belongs to the first page that
   * asks with it, known by a secret of its own: Chromium does not say which frame asks a tab's script. Any
   * other is refused, should the nonce ever leak.
   */
  readonly accepts: (asked: { readonly nonce: string; readonly asker: string }) => boolean;
}

/** Starts without a frame to vouch for. */
export function createVoucher(): Voucher {
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
