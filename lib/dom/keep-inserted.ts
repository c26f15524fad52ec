/** How often a node that a page removes is re-inserted. */
const MOST_RETURNS = 3;

/** How long to keep a node, and what to call if a page removes it. */
interface KeepInsertedOptions {
  readonly signal: AbortSignal;
  /** The node was removed or moved and has been re-inserted; frames in it have reloaded. */
  readonly onReturn?: () => void;
  /** The node was removed more than `MOST_RETURNS` times: it stays out. */
  readonly onGiveUp?: () => void;
}

/**
 * Appends a node to `parent` and re-inserts it when it is removed, at most `MOST_RETURNS` times: a framework may
 * render again, but a page that does not want the node can remove it. The node is never left anywhere but in
 * `parent`. Removes it when the signal aborts.
 *
 * Only the children of `parent` are observed, so the size of a page makes no difference.
 */
export function keepInserted(
  node: Element,
  parent: Element,
  { signal, onReturn, onGiveUp }: KeepInsertedOptions,
): void {
  if (signal.aborted) return;
  let left = MOST_RETURNS;
  if (node.parentNode !== parent) parent.append(node);
  const observer = new MutationObserver((records) => {
    // Even if the node is back in place by now, its frames have reloaded.
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
