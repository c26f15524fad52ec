import { useLayoutEffect, useState } from 'react';

/** What a promise gave. */
export interface Loaded<Value> {
  /** Undefined until the promise that is asked for now is fulfilled. */
  readonly value: Value | undefined;
  /** What the one before gave, until there is a new value: for what must not flicker. */
  readonly last: Value | undefined;
}

/**
 * The value of a promise, live. `load` must be the same function from render to render, as `useCallback` and
 * `useMemo` keep it: another one asks again, and aborts the signal of the one before. Undefined asks for nothing
 * and forgets.
 */
export function useLoaded<Value>(load: ((signal: AbortSignal) => Promise<Value>) | undefined): Loaded<Value> {
  const [found, setFound] = useState<{ readonly load: typeof load; readonly value: Value }>();
  if (!load && found) setFound(undefined);
  // A layout effect runs before paint, so that a value that is cached appears in the first paint.
  useLayoutEffect(() => {
    if (!load) return undefined;
    const controller = new AbortController();
    const { signal } = controller;
    void load(signal).then(
      (value) => {
        if (!signal.aborted) setFound({ load, value });
      },
      (error: unknown) => {
        // Nobody waits for an aborted question any more, nor in a window that is closing: Firefox aborts its
        // requests.
        const isOver = signal.aborted || (error instanceof DOMException && error.name === 'AbortError');
        if (!isOver) throw error;
      },
    );
    return () => controller.abort();
  }, [load]);
  const last = load ? found?.value : undefined;
  return { value: found?.load === load ? last : undefined, last };
}
