/** Quiet time before the callback runs, in milliseconds: pages change in bursts. */
const CALM = 150;

/** Longest wait if the calls never pause, in milliseconds. */
const LONGEST = 1000;

/**
 * A debounced callback with a longest wait: runs once after the last of several calls, or after `LONGEST` if the
 * calls do not pause. Never runs after the signal aborts.
 */
export function debounce(work: () => void, { signal }: { readonly signal: AbortSignal }): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Time of the first call since the last run; undefined if there was none. */
  let waitingSince: number | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  return () => {
    clearTimeout(timer);
    if (signal.aborted) return;
    const now = performance.now();
    waitingSince ??= now;
    const wait = Math.min(CALM, Math.max(0, waitingSince + LONGEST - now));
    timer = setTimeout(() => {
      waitingSince = undefined;
      work();
    }, wait);
  };
}
