/** How an extension page in a frame asks the script that made the frame. */

/**
 * A secret of this page load, never sent to another page: it ties the frame's nonce to the first page that uses it.
 */
const ASKER = crypto.randomUUID();

/** The part of each question by which the script recognises its own frame. */
export const askWith = (nonce: string): { readonly nonce: string; readonly asker: string } => ({
  nonce,
  asker: ASKER,
});
