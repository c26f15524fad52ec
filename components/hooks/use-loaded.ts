import { useLayoutEffect, useState } from 'react';

/** The value of a promise. */
interface Loaded<Value> {
  /** Undefined until the current promise is fulfilled. */
  readonly value: Value | undefined;
  /** The previous value until there is a new one, for content that must not flicker. */
  readonly last: Value | undefined;
}

/**
 * The value of a promise. `load` must be the same function on every render (`useCallback`, `useMemo`): a new
 * one is called, and the signal of the old one aborted. With undefined nothing is loaded and the value is
 * dropped. `atHand` is the value of the first one, if it was loaded before.
 */
export function useLoaded<Value>(
  load: ((signal: AbortSignal) => Promise<Value>) | undefined,
  atHand?: Value,
): Loaded<Value> {
  const [found, setFound] = useState<{ readonly load: typeof load; readonly value: Value } | undefined>(
    atHand === undefined ? undefined : { load, value: atHand },
  );
  const [answered] = useState(found);
  if (!load && found) setFound(undefined);
  // A layout effect runs before painting, so that a cached value is in the first paint.
  useLayoutEffect(() => {
    if (!load || load === answered?.load) return undefined;
    const controller = new AbortController();
    const { signal } = controller;
    void load(signal).then(
      (value) => {
        if (!signal.aborted) setFound({ load, value });
      },
      (error: unknown) => {
        // An aborted promise no longer matters, nor does one in a window that is closing: Firefox aborts its
        // requests.
        const isOver = signal.aborted || (error instanceof DOMException && error.name === 'AbortError');
        if (!isOver) throw error;
      },
    );
    return () => controller.abort();
  }, [load, answered]);
  const last = load ? found?.value : undefined;
  return { value: found?.load === load ? last : undefined, last };
}
