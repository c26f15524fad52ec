/** How a page of ours in a frame asks the script that made the frame. */

/**
 * A secret of this page load, never sent to another page: it ties the frame's nonce to the first page that uses it.
 */
const ASKER = crypto.randomUUID();

/** What goes with each question that the script answers to its own frame only. */
export const askWith = (nonce: string): { readonly nonce: string; readonly asker: string } => ({
  nonce,
  asker: ASKER,
});
