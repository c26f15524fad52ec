/** What becomes of a node that is to stay in a page. */
export interface KeepInsertedOptions {
  readonly signal: AbortSignal;
  /** How often it is put back. */
  readonly limit?: number;
  /** It had been taken out or moved and stands in its place again; frames in it have loaded anew. */
  readonly onReturn?: () => void;
  /** It was taken once too often: it is out of the page, and stays out. */
  readonly onGiveUp?: () => void;
}

/**
 * Puts a node at the end of `parent` and back again when something takes it
 * out, at most `limit` times: a framework that renders anew deserves patience,
 * a page that does not want the node gets its way. It never stands elsewhere
 * than in `parent`. Takes it out on abort.
 *
 * Only the children of `parent` are watched, so a page of any size costs
 * nothing.
 */
export function keepInserted(
  node: Element,
  parent: Element,
  { signal, limit = 3, onReturn, onGiveUp }: KeepInsertedOptions,
): void {
  if (signal.aborted) return;
  let left = limit;
  parent.append(node);
  const observer = new MutationObserver((records) => {
    // One that is back in its place was away all the same.
    if (!records.some(({ removedNodes }) => [...removedNodes].includes(node))) return;
    if (left === 0) {
      observer.disconnect();
      node.remove();
      onGiveUp?.();
      return;
    }
    left -= 1;
    if (node.parentNode !== parent) parent.append(node);
    onReturn?.();
  });
  observer.observe(parent, { childList: true });
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      node.remove();
    },
    { once: true },
  );
}
