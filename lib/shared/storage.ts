/**
 * Reading and writing what the browser stores for us. A storage that is full,
 * broken or switched off is an ordinary outcome: what was to be remembered is
 * then forgotten, and everything else works.
 */
import { browser } from 'wxt/browser';
import { isPrivate } from './private-window';

/** `local` stays on this computer, `session` goes when the browser closes. */
export type Area = 'local' | 'session';

/** The stored items under these keys; none where the storage cannot be read. */
export async function readStored(
  area: Area,
  keys: readonly string[],
): Promise<Readonly<Record<string, unknown>>> {
  try {
    const stored: Readonly<Record<string, unknown>> | undefined = await browser.storage[area].get([...keys]);
    // Where a frame asks the background, it may answer nothing.
    return stored ?? {};
  } catch {
    // Everyone who reads has a default.
    return {};
  }
}

/**
 * Keeps these items; false where the storage refused, and in private windows, of which nothing is kept.
 * All that Sidelight remembers by itself goes through here; what a user saves on the settings page does not.
 */
export async function keepStored(area: Area, items: Readonly<Record<string, unknown>>): Promise<boolean> {
  if (await isPrivate()) return false;
  try {
    await browser.storage[area].set({ ...items });
    return true;
  } catch {
    // The answer says so, for callers that tell the user.
    return false;
  }
}

/** Removes what is stored under these keys; what cannot be removed stays. */
export async function dropStored(area: Area, keys: readonly string[]): Promise<void> {
  try {
    await browser.storage[area].remove([...keys]);
  } catch {
    // A storage that is broken or switched off holds nothing that anybody can read.
  }
}
