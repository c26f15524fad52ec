/** Copies the packs in `data/packs` into the extension. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { MANIFEST_FILE, parseManifest, SEARCH_FILE, START_FILE } from '@/lib/domain/pack/manifest';
import { PACK_LIST } from '@/lib/domain/pack/list-name';
import { PACK_FOLDER, packListText } from '@/lib/domain/pack/pack-list';

/** A file for the extension: copied from a path, or written. */
export type PackAsset =
  | { readonly relativeDest: string; readonly absoluteSrc: string }
  | { readonly relativeDest: string; readonly contents: string };

/** The packs of a folder. */
export interface ShippedPacks {
  readonly assets: readonly PackAsset[];
  /** A line for each pack, or one that says that there are none. */
  readonly notes: readonly string[];
  /**
   * A sentence for each file that is missing or differs in size from its manifest; a build with such faults
   * must not ship.
   */
  readonly faults: readonly string[];
}

/** Files that every start of an extension page needs; their texts are combined in one file. */
const SMALL = new Set([MANIFEST_FILE, START_FILE]);

const sizeOf = (path: string): number | undefined => (existsSync(path) ? statSync(path).size : undefined);

/** The names of the packs in `folder`, in order. */
export const packsIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => existsSync(join(folder, name, MANIFEST_FILE)))
        .toSorted()
    : [];

/** Collects the packs in `folder`; without any, the catalogue alone is built. */
export function collectPacks(folder: string): ShippedPacks {
  const names = packsIn(folder);
  const assets: PackAsset[] = [];
  const notes: string[] = [];
  const faults: string[] = [];
  const texts: { name: string; manifest: string; start: string }[] = [];
  for (const name of names) {
    const path = (file: string): string => join(folder, name, file);
    const parsed = parseManifest(readFileSync(path(MANIFEST_FILE), 'utf8'));
    if (!parsed.ok) {
      faults.push(`${path(MANIFEST_FILE)}: ${parsed.message}`);
      continue;
    }
    const { manifest } = parsed;
    if (manifest.name !== name) faults.push(`${path(MANIFEST_FILE)}: the pack is called “${manifest.name}”`);
    const wrong = manifest.files.filter(({ name: file, bytes }) => sizeOf(path(file)) !== bytes);
    faults.push(...wrong.map(({ name: file }) => `${path(file)} is not the file that the manifest tells of`));
    if (wrong.length > 0) continue;
    // Checksums are needed when a user adds a pack; shipped packs are checked at build time. The index is also
    // read in parts, for which its size must be known.
    const inParts = manifest.files.filter(({ name: file }) => file === SEARCH_FILE);
    const shown = JSON.stringify({ ...manifest, files: inParts });
    texts.push({ name, manifest: shown, start: readFileSync(path(START_FILE), 'utf8') });
    for (const { name: file } of manifest.files.filter((each) => !SMALL.has(each.name)))
      assets.push({ relativeDest: `${PACK_FOLDER}/${name}/${file}`, absoluteSrc: path(file) });
    notes.push(`Pack “${name}”: ${manifest.papers} papers, the newest of ${manifest.date}`);
  }
  if (names.length === 0) notes.push(`No pack in ${folder}: built with the catalogue alone`);
  return { assets: [...assets, { relativeDest: PACK_LIST, contents: packListText(texts) }], notes, faults };
}
