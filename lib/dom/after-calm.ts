/** How long a page has to leave us alone, in milliseconds: it seldom changes once. */
const CALM = 150;

/** Does something after the last of several calls, once for all of them; not at all after the signal aborts. */
export function afterCalm(deed: () => void, { signal }: { readonly signal: AbortSignal }): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  return () => {
    clearTimeout(timer);
    if (!signal.aborted) timer = setTimeout(deed, CALM);
  };
}
