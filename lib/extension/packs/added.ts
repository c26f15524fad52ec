/** The packs that the user added: stored in IndexedDB, and opened beside the shipped ones. */
import { browser } from 'wxt/browser';
import { encodeText } from '@/lib/domain/bytes';
import { openPack, type ReadAsset } from '@/lib/domain/pack';
import { MANIFEST_FILE, START_FILE } from '@/lib/domain/pack/manifest';
import type { Pack } from '@/lib/domain/store';
import { reportFailure } from '@/lib/shared/failures';
import { ADDED_PACKS_KEY } from '@/lib/shared/storage-keys';
import { readAdded, readAddedFile, type AddedPack } from './database';
import { hasAddedPacks } from './has-added';
import { openWith, readPartsOf } from './parts';
import type { PackOptions } from './shipped';

export type { AddedPack } from './database';

/** The added packs; empty if the browser has no database for the extension. */
export async function listAddedPacks(): Promise<readonly AddedPack[]> {
  try {
    return await readAdded();
  } catch {
    // In that case none could be added either.
    return [];
  }
}

/**
 * Opens the added packs. Unreadable ones are reported and left out. `areThere` is whether there are any, if the
 * caller already knows.
 */
export async function openAddedPacks(
  { readsParts = false, ...options }: PackOptions,
  areThere: Promise<boolean> = hasAddedPacks(),
): Promise<readonly Pack[]> {
  if (!(await areThere)) return [];
  const opened = await Promise.all(
    (await listAddedPacks()).map(({ name, manifest, start }) => {
      const small = new Map([
        [MANIFEST_FILE, manifest],
        [START_FILE, start],
      ]);
      const read: ReadAsset = async (file) => {
        const text = small.get(file);
        return text === undefined ? readAddedFile(name, file) : encodeText(text);
      };
      return openPack({
        ...options,
        read,
        readRange: readsParts ? readPartsOf(openWith(read)) : undefined,
        onFault: (message) => reportFailure('packs', message),
      });
    }),
  );
  return opened.flatMap((result) => (result.ok ? [result.pack] : []));
}

/** Calls back after a pack was added or removed in any context. */
export function watchAddedPacks(onChange: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && ADDED_PACKS_KEY in changes) onChange();
  });
}
