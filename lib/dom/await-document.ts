/** Longest wait, in milliseconds: after it, the document is taken to contradict its address. */
const PATIENCE = 10_000;

/**
 * Shortest time between two checks, in milliseconds, so that a page that renders constantly is not read constantly.
 */
const PAUSE = 100;

/**
 * Waits until the document is as expected, checking again when its tree changes: in a single-page navigation the
 * address changes first and the tree follows. Calls back once: with true as soon as the check passes, with false
 * after `PATIENCE`, and not at all after the signal aborts.
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
