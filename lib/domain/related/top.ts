/** The best few of many, without sorting them all. */

/**
 * The `count` items of the highest value, best first; of equal ones the smaller first. A heap with the worst
 * of the kept on top, so that the time is the number of items times the logarithm of `count`.
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
    // Nearly all of many are worse than the worst that is kept.
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

/** So many numbers are looked at to guess which of all are worth keeping. */
const SAMPLED = 1024;

/**
 * The places of the `count` largest numbers, largest first; of equal ones the first. A sample tells a bound that most
 * of a long list stay under, so that few are compared with one another.
 */
export function takeBest(values: Float32Array, count: number): number[] {
  const step = Math.max(1, Math.floor(values.length / SAMPLED));
  const sample = Float32Array.from(
    { length: Math.ceil(values.length / step) },
    (_, at) => values[at * step] ?? 0,
  );
  // In a sample of one in `step`, so many are about as many as twice the wanted of all.
  const bound = sample.toSorted()[sample.length - 1 - Math.ceil((2 * count) / step)] ?? -Infinity;
  const places: number[] = [];
  for (let place = 0; place < values.length; place += 1)
    if ((values[place] ?? 0) >= bound) places.push(place);
  const candidates = places.length >= count ? places : values.keys();
  return takeTop(candidates, count, (place) => values[place] ?? 0);
}
