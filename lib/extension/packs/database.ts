/** The database of packs that the user added, `sidelight-packs`: whole packs, file by file. */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { MANIFEST_FILE, START_FILE } from '@/lib/domain/pack/manifest';
import type { UnpackedPack } from '@/lib/domain/pack/pack-file';

/** Name of the database; no other part of Sidelight uses it. */
const PACKS_DATABASE = 'sidelight-packs';
const VERSION = 1;

/** An added pack: the facts shown about it, and its small files, which every start needs. */
export interface AddedPack {
  readonly name: string;
  readonly manifest: string;
  readonly start: string;
  readonly papers: number;
  /** Date of its newest paper, `YYYY-MM-DD`. */
  readonly date: string;
  /** Size of its files in bytes. */
  readonly bytes: number;
}

interface PacksSchema extends DBSchema {
  readonly packs: { readonly key: string; readonly value: AddedPack };
  /** By pack and name. */
  readonly files: { readonly key: [string, string]; readonly value: Uint8Array };
}

let opening: Promise<IDBPDatabase<PacksSchema>> | undefined;

function forget(): void {
  opening = undefined;
}

/** The database, opened once per context; a refusal is tried again next time. */
function open(): Promise<IDBPDatabase<PacksSchema>> {
  opening ??= openDB<PacksSchema>(PACKS_DATABASE, VERSION, {
    upgrade: (database) => {
      database.createObjectStore('packs', { keyPath: 'name' });
      database.createObjectStore('files');
    },
    // A newer release in another window must not wait for this one.
    blocking: (_current, _wanted, event) => {
      forget();
      if (event.target instanceof IDBDatabase) event.target.close();
    },
    terminated: forget,
  }).catch((error: unknown) => {
    forget();
    throw error;
  });
  return opening;
}

/** All files of one pack have keys in this range. */
const filesOf = (name: string): IDBKeyRange => IDBKeyRange.bound([name], [name, []]);

/** The added packs, by name. Rejects if the browser gives no access to the database. */
export const readAdded = async (): Promise<readonly AddedPack[]> => (await open()).getAll('packs');

/** One file of a pack; undefined if it does not exist. Rejects like `readAdded`. */
export const readAddedFile = async (pack: string, file: string): Promise<Uint8Array | undefined> =>
  (await open()).get('files', [pack, file]);

/** Stores a pack, replacing one with the same name: all of it or nothing. Rejects if the browser refuses. */
export async function writeAdded({ manifest, files }: UnpackedPack): Promise<void> {
  const text = (file: string): string => new TextDecoder().decode(files.get(file));
  const { name, papers, date } = manifest;
  const small = { manifest: text(MANIFEST_FILE), start: text(START_FILE) };
  const bytes = [...files.values()].reduce((sum, { length }) => sum + length, 0);
  const change = (await open()).transaction(['packs', 'files'], 'readwrite');
  const stored = change.objectStore('files');
  await Promise.all([
    stored.delete(filesOf(name)),
    ...Array.from(files, ([file, content]) => stored.put(content, [name, file])),
    change.objectStore('packs').put({ name, papers, date, bytes, ...small }),
    change.done,
  ]);
}

/** Deletes a pack with all its files. Rejects if the browser refuses. */
export async function deleteAdded(name: string): Promise<void> {
  const change = (await open()).transaction(['packs', 'files'], 'readwrite');
  await Promise.all([
    change.objectStore('files').delete(filesOf(name)),
    change.objectStore('packs').delete(name),
    change.done,
  ]);
}
