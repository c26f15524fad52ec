/** The best few of many items, without sorting all. */

/**
 * The `count` items of highest value, best first; of equal ones the smaller first. Uses a heap with the worst
 * kept item on top, so the time is proportional to the number of items times the logarithm of `count`.
 */
export function takeTop(items: Iterable<number>, count: number, valueOf: (item: number) => number): number[] {
  const heap: { readonly item: number; readonly value: number }[] = [];
  type Entry = (typeof heap)[number];
  const isWorse = (a: Entry, b: Entry): boolean =>
    a.value < b.value || (a.value === b.value && a.item > b.item);
  const swap = (i: number, j: number): void => {
    const [a, b] = [heap[i], heap[j]];
    if (a && b) [heap[i], heap[j]] = [b, a];
  };
  const isWorseAt = (i: number, j: number): boolean => {
    const [a, b] = [heap[i], heap[j]];
    return a !== undefined && b !== undefined && isWorse(a, b);
  };
  const rise = (from: number): void => {
    for (let at = from; at > 0;) {
      const parent = (at - 1) >> 1;
      if (!isWorseAt(at, parent)) return;
      swap(at, parent);
      at = parent;
    }
  };
  const sink = (): void => {
    for (let at = 0; ;) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      const worse = isWorseAt(right, left) ? right : left;
      if (!isWorseAt(worse, at)) return;
      swap(worse, at);
      at = worse;
    }
  };
  for (const item of items) {
    const value = valueOf(item);
    const worst = heap[0];
    // Nearly all items are worse than the worst kept one.
    if (worst !== undefined && heap.length >= count && value < worst.value) continue;
    const entry = { item, value };
    if (heap.length < count) {
      heap.push(entry);
      rise(heap.length - 1);
    } else if (worst && isWorse(worst, entry)) {
      heap[0] = entry;
      sink();
    }
  }
  return heap.toSorted((a, b) => (isWorse(b, a) ? -1 : 1)).map(({ item }) => item);
}

/** How many numbers are sampled to estimate a bound. */
const SAMPLED = 1024;

/**
 * The places of the `count` largest numbers, largest first; of equal ones the first. A sample gives a lower
 * bound that most numbers of a long list do not reach, so that few are compared.
 */
export function takeBest(values: Float32Array, count: number): number[] {
  const step = Math.max(1, Math.floor(values.length / SAMPLED));
  const sample = Float32Array.from(
    { length: Math.ceil(values.length / step) },
    (_, at) => values[at * step] ?? 0,
  );
  // In a sample of every `step`-th number, this place corresponds to about twice the wanted count.
  const bound = sample.toSorted()[sample.length - 1 - Math.ceil((2 * count) / step)] ?? -Infinity;
  const places: number[] = [];
  for (let place = 0; place < values.length; place += 1)
    if ((values[place] ?? 0) >= bound) places.push(place);
  const candidates = places.length >= count ? places : values.keys();
  return takeTop(candidates, count, (place) => values[place] ?? 0);
}
