/**
 * Tells every context that my papers changed, by a number in the browser's storage: its change event reaches
 * extension pages, frames and scripts on pages, in every browser, and says nothing about what changed.
 * Contexts that show marks then ask for them again.
 */
import { browser } from 'wxt/browser';
import { LIBRARY_REVISION_KEY } from '@/lib/shared/storage-keys';

/** Announces a change that is on the disk. */
export async function announceChange(): Promise<void> {
  try {
    await browser.storage.local.set({ [LIBRARY_REVISION_KEY]: Date.now() + Math.random() });
  } catch {
    // If this fails, the change is stored all the same; other windows show it when they are opened again.
  }
}

/** Calls back after each change, until the signal aborts. */
export function watchLibrary(onChange: () => void, { signal }: { readonly signal: AbortSignal }): void {
  const listener = (changes: Record<string, unknown>, area: string): void => {
    if (area === 'local' && LIBRARY_REVISION_KEY in changes) onChange();
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener), { once: true });
}
