/**
 * `packs.json`: which packs the extension ships, with the small files that every start needs, so that only
 * one file is read for all packs.
 */
import { isRecord } from '@/lib/domain/is-record';
import { MANIFEST_FILE, START_FILE } from './manifest';

/** Folder in the extension with one folder for each pack. */
export const PACK_FOLDER = 'packs';

/** A shipped pack. */
export interface ShippedPack {
  readonly name: string;
  /** The texts of its small files by name. */
  readonly texts: ReadonlyMap<string, string>;
}

/** The text of the list. */
export function packListText(
  packs: readonly { readonly name: string; readonly manifest: string; readonly start: string }[],
): string {
  const entries = packs.map(({ name, manifest, start }) => [
    name,
    { [MANIFEST_FILE]: manifest, [START_FILE]: start },
  ]);
  return `${JSON.stringify(Object.fromEntries(entries))}\n`;
}

/** Reads the list; undefined where it is damaged. Never throws. */
export function parsePackList(text: string): readonly ShippedPack[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Text that is not JSON is a damaged list; the caller reports it.
    return undefined;
  }
  if (!isRecord(value)) return undefined;
  const packs = Object.entries(value).map(([name, files]): ShippedPack => {
    const texts = isRecord(files) ? Object.entries(files) : [];
    return {
      name,
      texts: new Map(texts.filter((entry): entry is [string, string] => typeof entry[1] === 'string')),
    };
  });
  return packs;
}
