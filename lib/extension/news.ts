/** Whether the popup has news to tell: an update whose line nobody has read yet. */
import { browser } from 'wxt/browser';
import { dropStored, readStored } from '@/lib/shared/storage';
import { NEWS_KEY } from '@/lib/shared/storage-keys';

/**
 * Stores that this version was installed as an update. Not the user's data, so private windows make no difference.
 */
export async function noteUpdate(version: string): Promise<void> {
  await browser.storage.local.set({ [NEWS_KEY]: version });
}

/** The version whose news wait; undefined where there are none, or they are of a version that is gone. */
export async function readNews(): Promise<string | undefined> {
  const { [NEWS_KEY]: noted } = await readStored('local', [NEWS_KEY]);
  if (typeof noted !== 'string') return undefined;
  return noted === browser.runtime.getManifest().version ? noted : undefined;
}

/** The news were read. */
export const forgetNews = (): Promise<void> => dropStored('local', [NEWS_KEY]);
