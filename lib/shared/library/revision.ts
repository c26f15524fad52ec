/**
 * Tells every context that my papers changed, by a number in the browser's storage: news of it reaches pages of the
 * extension, frames and scripts on pages alike, in every browser, and says nothing of what changed. A context that
 * shows marks asks for them again.
 */
import { browser } from 'wxt/browser';
import { LIBRARY_REVISION_KEY } from '@/lib/shared/storage-keys';

/** Announces a change that is on the disk. */
export async function announceChange(): Promise<void> {
  try {
    await browser.storage.local.set({ [LIBRARY_REVISION_KEY]: Date.now() + Math.random() });
  } catch {
    // The change is kept all the same; other windows show it when they are opened again.
  }
}

/** Calls after each change, until the signal aborts. */
export function watchLibrary(onChange: () => void, { signal }: { readonly signal: AbortSignal }): void {
  const listener = (changes: Record<string, unknown>, area: string): void => {
    if (area === 'local' && LIBRARY_REVISION_KEY in changes) onChange();
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener), { once: true });
}
