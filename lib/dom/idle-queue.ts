/**
 * Longest and shortest slice of work, in milliseconds: a frame keeps time for the page, a slice is worth its
 * overhead.
 */
const STRETCH = 8;
const WORTH = 4;

/** Timeout of the idle callback, in milliseconds: work goes on even if the page is never idle. */
const PATIENCE = 500;

/** When a slice that begins now ends. */
const endOfSlice = (deadline: IdleDeadline): number =>
  performance.now() + Math.min(STRETCH, Math.max(WORTH, deadline.timeRemaining()));

/** Items that wait until the page is idle. */
interface IdleQueue<Item> {
  /** Adds items; `first` puts them before everything that waits. */
  readonly add: (items: readonly Item[], options?: { readonly first?: boolean }) => void;
  /** Replaces all waiting items by these. */
  readonly replace: (items: readonly Item[]) => void;
  readonly size: () => number;
}

/**
 * Processes items in idle callbacks (https://developer.mozilla.org/docs/Web/API/Window/requestIdleCallback). A
 * slice ends after some milliseconds or after `most` items and is followed by one `onSlice`, so that the results
 * of a slice can be sent in one message. Nothing runs after the signal aborts.
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
    const end = endOfSlice(deadline);
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

/**
 * Runs a generator in idle slices, each step of it a piece of work that is not divided; resolves with what it returns.
 * A slice ends by time alone, so that many short steps cost one callback. Never resolves after the signal aborts.
 */
export function inSlices<Result>(
  steps: Iterator<undefined, Result, undefined>,
  { signal }: { readonly signal: AbortSignal },
): Promise<Result> {
  const { promise, resolve, reject } = Promise.withResolvers<Result>();
  let handle: number | undefined;
  const run = (deadline: IdleDeadline): void => {
    const end = endOfSlice(deadline);
    try {
      do {
        const step = steps.next();
        if (step.done === true) return resolve(step.value);
      } while (performance.now() < end);
    } catch (error) {
      // The caller of `inSlices` gets it: the browser, which calls this function, would drop it.
      return reject(error);
    }
    schedule();
  };
  const schedule = (): void => {
    handle = requestIdleCallback(run, { timeout: PATIENCE });
  };
  const stop = (): void => {
    if (handle !== undefined) cancelIdleCallback(handle);
  };
  if (!signal.aborted) schedule();
  signal.addEventListener('abort', stop, { once: true });
  return promise;
}
