/** How a page of ours in a frame asks the script that made the frame. */

/** Drawn anew for each page that loads, and told to no other: it makes the frame's nonce this page's own. */
const ASKER = crypto.randomUUID();

/** What goes with each question that the script answers to its own frame only. */
export const askWith = (nonce: string): { readonly nonce: string; readonly asker: string } => ({
  nonce,
  asker: ASKER,
});
