/** Longest and shortest stretch of work in one go, in milliseconds: a frame keeps room for the page, a slice pays. */
const STRETCH = 8;
const WORTH = 4;

/** When to work although the page never rests, in milliseconds. */
const PATIENCE = 500;

/** Items that wait for the page to rest. */
export interface IdleQueue<Item> {
  /** Adds items; `first` puts them before everything that waits. */
  readonly add: (items: readonly Item[], options?: { readonly first?: boolean }) => void;
  /** Works on these instead of all that waits. */
  readonly replace: (items: readonly Item[]) => void;
  readonly size: () => number;
}

/**
 * Works items off while the page rests. Each stretch ends after some
 * milliseconds or after `most` items and is followed by one `onSlice`, so that
 * whatever a slice gathered can be sent off together. Nothing runs after abort.
 */
export function createIdleQueue<Item>(
  work: (item: Item) => void,
  onSlice: () => void,
  { signal, most = 24 }: { readonly signal: AbortSignal; readonly most?: number },
): IdleQueue<Item> {
  let waiting: Item[] = [];
  let handle: number | undefined;

  const run = (deadline: IdleDeadline): void => {
    handle = undefined;
    const end = performance.now() + Math.min(STRETCH, Math.max(WORTH, deadline.timeRemaining()));
    let count = 0;
    while (count < most && (count === 0 || performance.now() < end)) {
      const item = waiting.shift();
      if (item === undefined) break;
      work(item);
      count += 1;
    }
    if (count > 0) onSlice();
    schedule();
  };
  const schedule = (): void => {
    if (signal.aborted || handle !== undefined || waiting.length === 0) return;
    handle = requestIdleCallback(run, { timeout: PATIENCE });
  };
  signal.addEventListener(
    'abort',
    () => {
      if (handle !== undefined) cancelIdleCallback(handle);
      waiting = [];
    },
    { once: true },
  );
  return {
    add: (items, { first = false } = {}) => {
      if (signal.aborted) return;
      waiting = first ? [...items, ...waiting] : [...waiting, ...items];
      schedule();
    },
    replace: (items) => {
      if (signal.aborted) return;
      waiting = [...items];
      schedule();
    },
    size: () => waiting.length,
  };
}
