/** Quiet time before the callback runs, in milliseconds: pages change in bursts. */
const CALM = 150;

/** Longest wait if the calls never pause, in milliseconds. */
const LONGEST = 1000;

/** Options of `debounce`. */
interface DebounceOptions {
  readonly signal: AbortSignal;
  /** The quiet time before the callback runs, in milliseconds. */
  readonly calm?: number;
  /** In milliseconds. */
  readonly longest?: number;
}

/**
 * A debounced callback with a longest wait: runs once after the last of several calls, or after the `longest` wait
 * if the calls do not pause. Never runs after the signal aborts.
 */
export function debounce(
  work: () => void,
  { signal, calm = CALM, longest = LONGEST }: DebounceOptions,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Time of the first call since the last run; undefined if there was none. */
  let waitingSince: number | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  return () => {
    clearTimeout(timer);
    if (signal.aborted) return;
    const now = performance.now();
    waitingSince ??= now;
    const wait = Math.min(calm, Math.max(0, waitingSince + longest - now));
    timer = setTimeout(() => {
      waitingSince = undefined;
      work();
    }, wait);
  };
}
