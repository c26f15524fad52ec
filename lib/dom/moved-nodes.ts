/** Distinguishes nodes that were moved from nodes that were added or removed. */

/** Whether nodes were only moved: each was removed and inserted again. */
export function areMoves(records: readonly MutationRecord[]): boolean {
  const removed = new Set(records.flatMap(({ removedNodes }) => [...removedNodes]));
  const isMoved = (node: Node): boolean => removed.has(node) && node.isConnected;
  return (
    [...removed].every(isMoved) &&
    records.every(({ type, addedNodes }) => type === 'childList' && [...addedNodes].every(isMoved))
  );
}
