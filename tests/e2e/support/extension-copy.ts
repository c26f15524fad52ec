/** Copies of the built extension with a test's own packs, or with none. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { collectPacks } from '@/data/build/packs';
import { PACK_FOLDER } from '@/lib/domain/pack/pack-list';
import { PROFILES_FOLDER } from './profiles-folder';

/**
 * Copies the built extension without its packs, and adds those in the folder `packs`; none by default. The copy is
 * in the folder for profiles, which is deleted after the run, or in the system's temporary folder.
 */
export function copyExtension(built: string, packs = ''): string {
  const folder = mkdtempSync(join(process.env[PROFILES_FOLDER] ?? tmpdir(), 'sidelight-copy-'));
  cpSync(built, folder, {
    recursive: true,
    filter: (path) => relative(built, path).split(/[\\/]/)[0] !== PACK_FOLDER,
  });
  for (const asset of collectPacks(packs).assets) {
    const path = join(folder, asset.relativeDest);
    mkdirSync(dirname(path), { recursive: true });
    if ('contents' in asset) writeFileSync(path, asset.contents);
    else cpSync(asset.absoluteSrc, path);
  }
  return folder;
}

const copies = new Map<string, string>();

/**
 * The built extension with the catalogue only, copied once per process: with the packs that ship, every opened panel
 * takes nearly twice as much CPU time, also in tests that are not about packs. In a full run long tables have the packs
 * (`hasPacks: IS_FULL`).
 */
export function withoutPacks(built: string): string {
  if (!existsSync(join(built, PACK_FOLDER))) return built;
  const copy = copies.get(built) ?? copyExtension(built);
  copies.set(built, copy);
  return copy;
}

/** Deletes a copy. */
export const removeCopy = (folder: string): void => rmSync(folder, { recursive: true, force: true });
