/**
 * Reads and writes the browser's storage. Storage that is full, broken or disabled is an expected failure:
 * the value is then lost, and everything else works.
 */
import { browser } from 'wxt/browser';
import { isPrivate } from './private-window';

/** `local` stays on this computer, `session` is cleared when the browser closes. */
type Area = 'local' | 'session';

/** The stored items under these keys; empty if storage cannot be read. */
export async function readStored(
  area: Area,
  keys: readonly string[],
): Promise<Readonly<Record<string, unknown>>> {
  try {
    const stored: Readonly<Record<string, unknown>> | undefined = await browser.storage[area].get([...keys]);
    // In a frame that asks the background there may be no answer.
    return stored ?? {};
  } catch {
    // All readers have defaults.
    return {};
  }
}

/**
 * Stores these items; false if storage refused, and in private windows, for which nothing is stored.
 * Everything that Sidelight remembers by itself goes through here; what a user saves on the settings page
 * does not. A caller that has asked whether its window is private passes the answer.
 */
export async function writeStored(
  area: Area,
  items: Readonly<Record<string, unknown>>,
  asked = isPrivate(),
): Promise<boolean> {
  if (await asked) return false;
  try {
    await browser.storage[area].set({ ...items });
    return true;
  } catch {
    // The answer says so, for callers that tell the user.
    return false;
  }
}

/** Deletes what is stored under these keys; what cannot be deleted stays. */
export async function dropStored(area: Area, keys: readonly string[]): Promise<void> {
  try {
    await browser.storage[area].remove([...keys]);
  } catch {
    // If storage is broken or disabled, nobody can read it either.
  }
}
