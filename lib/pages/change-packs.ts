/** Adds and removes the user's own packs, on the settings page. */
import { browser } from 'wxt/browser';
import { LARGEST_PACK_FILE, readPackFile } from '@/lib/domain/pack/pack-file';
import type { TagDefinition } from '@/lib/domain/paper';
import { ADDED_PACKS_KEY } from '@/lib/shared/storage-keys';
import { t } from '@/lib/shared/texts';
import { deleteAdded, readAdded, writeAdded } from '@/lib/extension/packs/database';

/** The outcome; on failure a sentence about the reason and what to do. */
export type PackOutcome =
  { readonly ok: true; readonly name: string } | { readonly ok: false; readonly message: string };

/** Lists the packs in `storage.local`, so that contexts open the database only if there is one. */
async function noteAdded(): Promise<void> {
  const names = (await readAdded()).map(({ name }) => name);
  // The time makes the value differ even if a pack is replaced by one of the same name, so that `onChanged` fires.
  await browser.storage.local.set({ [ADDED_PACKS_KEY]: { names, changed: Date.now() } });
}

const refusal = (error: unknown): PackOutcome => {
  const isFull = error instanceof Error && error.name === 'QuotaExceededError';
  return { ok: false, message: t(isFull ? 'packs_noRoom' : 'packs_refused') };
};

/** Checks a file and stores its pack; `taken` are names that no added pack may have. Never rejects. */
export async function addPack(
  file: File,
  taxonomy: readonly TagDefinition[],
  taken: readonly string[],
): Promise<PackOutcome> {
  if (file.size > LARGEST_PACK_FILE) return { ok: false, message: t('packs_tooLarge') };
  const read = await readPackFile(new Uint8Array(await file.arrayBuffer()), taxonomy);
  if (!read.ok) return read;
  const { name } = read.pack.manifest;
  if (taken.includes(name)) return { ok: false, message: t('packs_nameTaken', name) };
  try {
    await writeAdded(read.pack);
    await noteAdded();
    return { ok: true, name };
  } catch (error) {
    // A full disk, or a database that the browser's settings forbid: nothing was stored.
    return refusal(error);
  }
}

/** Removes a pack. Never rejects. */
export async function removePack(name: string): Promise<PackOutcome> {
  try {
    await deleteAdded(name);
    await noteAdded();
    return { ok: true, name };
  } catch (error) {
    // As above: it is still there.
    return refusal(error);
  }
}
