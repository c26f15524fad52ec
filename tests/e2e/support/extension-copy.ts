/** Copies of the built extension with packs of a test's own, or with none. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { collectPacks } from '@/data/build/packs';
import { PACK_FOLDER } from '@/lib/domain/pack/pack-list';

/** Copies the built extension, without the packs that it ships, and puts those of `packs`, a folder, into it; none unless told. */
export function copyExtension(built: string, packs = ''): string {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-copy-'));
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

/** Removes a copy. */
export const removeCopy = (folder: string): void => rmSync(folder, { recursive: true, force: true });
