/** Whether the popup has a note about an update that the user has not read. */
import { browser } from 'wxt/browser';
import { dropStored, readStored } from '@/lib/shared/storage';
import { NEWS_KEY } from '@/lib/shared/storage-keys';

/**
 * Stores that this version was installed as an update. Not the user's data, so private windows make no difference.
 */
export async function noteUpdate(version: string): Promise<void> {
  await browser.storage.local.set({ [NEWS_KEY]: version });
}

/** The version with an unread note; undefined if there is none, or it is of another version. */
export async function readNews(): Promise<string | undefined> {
  const { [NEWS_KEY]: noted } = await readStored('local', [NEWS_KEY]);
  if (typeof noted !== 'string') return undefined;
  return noted === browser.runtime.getManifest().version ? noted : undefined;
}

/** Records that the note was read. */
export const forgetNews = (): Promise<void> => dropStored('local', [NEWS_KEY]);
