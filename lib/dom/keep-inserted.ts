/**
 * Puts a node at the end of `parent` and back again when something takes it
 * out, at most `limit` times: a framework that renders anew deserves patience,
 * a page that does not want the node gets its way. Takes it out on abort.
 *
 * Only the children of `parent` are watched, so a page of any size costs
 * nothing.
 */
export function keepInserted(
  node: Element,
  parent: Element,
  { signal, limit = 3 }: { signal: AbortSignal; limit?: number },
): void {
  if (signal.aborted) return;
  let left = limit;
  parent.append(node);
  const observer = new MutationObserver(() => {
    if (node.parentNode === parent) return;
    if (left === 0) {
      observer.disconnect();
      return;
    }
    left -= 1;
    parent.append(node);
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
