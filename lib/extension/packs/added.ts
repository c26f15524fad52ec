/** The packs that the user added: stored in IndexedDB, opened beside those that ship. */
import { browser } from 'wxt/browser';
import { encodeText } from '@/lib/domain/bytes';
import { openPack, type PackSource } from '@/lib/domain/pack';
import { isRecord } from '@/lib/domain/is-record';
import { MANIFEST_FILE, START_FILE } from '@/lib/domain/pack/manifest';
import type { Pack } from '@/lib/domain/store';
import { reportFailure } from '@/lib/shared/failures';
import { readStored } from '@/lib/shared/storage';
import { ADDED_PACKS_KEY } from '@/lib/shared/storage-keys';
import { readAdded, readAddedFile, type AddedPack } from './database';

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

/** Whether any pack was added; asks no database. */
export async function hasAddedPacks(): Promise<boolean> {
  const { [ADDED_PACKS_KEY]: noted } = await readStored('local', [ADDED_PACKS_KEY]);
  return isRecord(noted) && Array.isArray(noted['names']) && noted['names'].length > 0;
}

/**
 * Opens the packs that were added. One that cannot be read is reported and left out. `areThere`: whether there are
 * any, where that was asked before.
 */
export async function openAddedPacks(
  options: Omit<PackSource, 'read' | 'onFault'>,
  areThere: Promise<boolean> = hasAddedPacks(),
): Promise<readonly Pack[]> {
  if (!(await areThere)) return [];
  const opened = await Promise.all(
    (await listAddedPacks()).map(({ name, manifest, start }) => {
      const small = new Map([
        [MANIFEST_FILE, manifest],
        [START_FILE, start],
      ]);
      return openPack({
        ...options,
        read: async (file) => {
          const text = small.get(file);
          return text === undefined ? readAddedFile(name, file) : encodeText(text);
        },
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
