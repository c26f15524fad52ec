/** How long a page has to leave us alone, in milliseconds: it seldom changes once. */
const CALM = 150;

/** Longest wait for a page that never leaves us alone, in milliseconds. */
const LONGEST = 1000;

/**
 * Does something after the last of several calls, once for all of them; after `LONGEST` where they do not
 * end. Not at all after the signal aborts.
 */
export function afterCalm(work: () => void, { signal }: { readonly signal: AbortSignal }): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** When the first call came that has not been answered; undefined where all have been. */
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
