/** The first few of many items in some order, without sorting all of them. */

/** Keeps the first `limit` of the items that it is offered; `isBefore(a, b)` must be a strict order. */
export const createBest = <T>(limit: number, isBefore: (a: T, b: T) => boolean) => {
  // A heap with the last of the kept items on top, which the next better item replaces.
  const heap: T[] = [];
  const sink = (start: number): void => {
    for (let at = start; ;) {
      let last = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        const [a, b] = [heap[last], heap[child]];
        if (a !== undefined && b !== undefined && isBefore(a, b)) last = child;
      }
      if (last === at) return;
      swap(at, last);
      at = last;
    }
  };
  const swap = (a: number, b: number): void => {
    const [one, two] = [heap[a], heap[b]];
    if (one === undefined || two === undefined) return;
    heap[a] = two;
    heap[b] = one;
  };
  return {
    /** Offers one more. */
    offer: (item: T): void => {
      const [top] = heap;
      if (heap.length < limit) {
        heap.push(item);
        for (let at = heap.length - 1; at > 0;) {
          const parent = (at - 1) >> 1;
          const [a, b] = [heap[parent], heap[at]];
          if (a === undefined || b === undefined || !isBefore(a, b)) break;
          swap(parent, at);
          at = parent;
        }
      } else if (top !== undefined && isBefore(item, top)) {
        heap[0] = item;
        sink(0);
      }
    },
    /** The last of the kept items once `limit` are kept; undefined before. */
    last: (): T | undefined => (heap.length < limit ? undefined : heap[0]),
    /** Those kept, in order. */
    take: (): T[] => heap.toSorted((a, b) => (isBefore(a, b) ? -1 : isBefore(b, a) ? 1 : 0)),
  };
};
