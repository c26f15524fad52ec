/** How long a document may take, in milliseconds; a page that has not followed by then contradicts its address. */
const PATIENCE = 10_000;

/** Least time between two looks, in milliseconds: a page that renders all the time must not make us read all the time. */
const PAUSE = 100;

/**
 * Waits until the document is as expected, looking again when its tree changes:
 * after a navigation inside a page the address comes first and the tree lags
 * behind. Calls back once: with true as soon as it is, with false when patience
 * ends, and not at all after the signal aborts.
 */
export function awaitDocument(
  isAsExpected: () => boolean,
  onSettled: (isAsExpected: boolean) => void,
  { signal }: { signal: AbortSignal },
): void {
  let pause: ReturnType<typeof setTimeout> | undefined;
  const end = new AbortController();
  const settle = (outcome: boolean): void => {
    end.abort();
    onSettled(outcome);
  };
  const observer = new MutationObserver(() => {
    pause ??= setTimeout(() => {
      pause = undefined;
      if (isAsExpected()) settle(true);
    }, PAUSE);
  });
  observer.observe(document.documentElement, { childList: true, subtree: true });
  const patience = setTimeout(() => settle(isAsExpected()), PATIENCE);
  AbortSignal.any([signal, end.signal]).addEventListener(
    'abort',
    () => {
      observer.disconnect();
      clearTimeout(pause);
      clearTimeout(patience);
    },
    { once: true },
  );
}
