/**
 * A pack as one file: a zip of its folder, which any tool can make. Its content is untrusted: names and sizes
 * are checked before anything is unpacked, checksums afterwards, and every part is opened once before any is
 * stored.
 */
import { unzipSync, zipSync } from 'fflate';
import { decodeText } from '@/lib/domain/bytes';
import type { TagDefinition } from '@/lib/domain/paper';
import { openSearchIndex } from '@/lib/domain/search';
import { openIds } from './ids-file';
import {
  IDS_FILE,
  MANIFEST_FILE,
  parseManifest,
  SEARCH_FILE,
  shardFile,
  type PackManifest,
} from './manifest';
import { readShard } from './shard';

/** In bytes. Half a million papers take less. */
export const LARGEST_PACK_FILE = 128 * 2 ** 20;
/** The total size of a pack's parts in bytes, since a small zip can unpack to a huge size. */
const LARGEST_UNPACKED = 512 * 2 ** 20;

/** A checked pack: its manifest, and all files by name, including the manifest. */
export interface UnpackedPack {
  readonly manifest: PackManifest;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** A pack, or a sentence that says why the file is not one and what to do. */
type PackFileResult =
  { readonly ok: true; readonly pack: UnpackedPack } | { readonly ok: false; readonly message: string };

const fail = (message: string): PackFileResult => ({ ok: false, message });

const NO_PACK = 'This file is no pack. Choose a zip of a folder that “pack -- build” made.';

/** Whether an entry of the zip may be a file of a pack, in whatever folder. */
const isPart = (name: string): boolean =>
  name.split('/').every((part) => /^[\w .-]{1,100}$/.test(part)) && /\.(?:bin|json)$/.test(name);

/** The files in the folder of the manifest; undefined if the bytes are not a zip of a pack. */
const unpack = (bytes: Uint8Array): ReadonlyMap<string, Uint8Array> | undefined => {
  let total = 0;
  let isTooLarge = false;
  try {
    const found = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!isPart(name) || isTooLarge) return false;
        total += originalSize;
        isTooLarge = total > LARGEST_UNPACKED;
        return !isTooLarge;
      },
    });
    const names = Object.keys(found);
    const [manifest] = names
      .filter((name) => name === MANIFEST_FILE || name.endsWith(`/${MANIFEST_FILE}`))
      .toSorted((a, b) => a.length - b.length);
    if (manifest === undefined || isTooLarge) return undefined;
    const folder = manifest.slice(0, -MANIFEST_FILE.length);
    const own = names.filter((name) => name.startsWith(folder));
    return new Map(own.flatMap((name) => (found[name] ? [[name.slice(folder.length), found[name]]] : [])));
  } catch {
    // Anything but a sound zip is not a pack; the message says what to choose.
    return undefined;
  }
};

const sumOf = async (bytes: Uint8Array): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
};

/** The first file that differs from the manifest; undefined if none does. */
const findWrongFile = async (
  { files: listed }: PackManifest,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<string | undefined> => {
  for (const { name, bytes, sha256 } of listed) {
    const file = files.get(name);
    if (file?.length !== bytes || (await sumOf(file)) !== sha256) return name;
  }
  return undefined;
};

/** The first part that cannot be opened; undefined if all can. */
const findDamagedPart = (
  { papers, shardSize, tags }: PackManifest,
  files: ReadonlyMap<string, Uint8Array>,
  taxonomy: readonly TagDefinition[],
): string | undefined => {
  const part = (name: string): Uint8Array => files.get(name) ?? new Uint8Array(0);
  const ids = openIds(part(IDS_FILE));
  if (ids?.size !== papers) return IDS_FILE;
  if (!openSearchIndex(part(SEARCH_FILE), ids, taxonomy).ok) return SEARCH_FILE;
  for (let from = 0; from < papers; from += shardSize) {
    const name = shardFile(from / shardSize);
    const members = ids.slice(from, Math.min(papers, from + shardSize));
    if (!readShard(part(name), members, tags)) return name;
  }
  return undefined;
};

/** Unpacks and checks a pack. Never throws or rejects. */
export const readPackFile = async (
  bytes: Uint8Array,
  taxonomy: readonly TagDefinition[],
): Promise<PackFileResult> => {
  if (bytes.length > LARGEST_PACK_FILE) return fail('This file is larger than any pack may be (128 MB).');
  const files = unpack(bytes);
  const text = files?.get(MANIFEST_FILE);
  if (!files || !text) return fail(NO_PACK);
  const parsed = parseManifest(decodeText(text));
  if (!parsed.ok) return fail(`${parsed.message} It may be of another version of Sidelight: build it again.`);
  const { manifest } = parsed;
  const wrong = (await findWrongFile(manifest, files)) ?? findDamagedPart(manifest, files, taxonomy);
  if (wrong !== undefined) return fail(`The pack is damaged: ${wrong} is not as it should be. Get it again.`);
  const listed = new Set([MANIFEST_FILE, ...manifest.files.map(({ name }) => name)]);
  return { ok: true, pack: { manifest, files: new Map([...files].filter(([name]) => listed.has(name))) } };
};

/** Puts a pack's files into one. Equal files give equal bytes. */
export const writePackFile = (files: ReadonlyMap<string, Uint8Array>): Uint8Array =>
  // The files compress well at any level; a fixed time makes the bytes reproducible.
  zipSync(Object.fromEntries(files), { level: 9, mtime: '1990-01-01T12:00:00' });
