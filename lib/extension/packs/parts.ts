/**
 * Reads parts of a pack's files, so that large ones need not be in the memory of the background. The whole file is
 * left with the browser as a Blob, which keeps it outside of the memory of scripts, and parts of that are read.
 *
 * Requests for ranges are not used although Chromium answers them: it checks files of an installed extension against
 * the store's checksums as they are read, and may take the beginning of a file for a damaged file.
 */
import type { PackSource, ReadAsset } from '@/lib/domain/pack';

type ReadPart = NonNullable<PackSource['readRange']>;

/** Reads parts of the files that `open` gives; each is opened once. A part is undefined if its file does not have it. */
export function readPartsOf(open: (name: string) => Promise<Blob | undefined>): ReadPart {
  const opened = new Map<string, Promise<Blob | undefined>>();
  return async (name, from, to) => {
    const opening = opened.get(name) ?? open(name);
    opened.set(name, opening);
    const whole = await opening;
    return whole && to <= whole.size ? new Uint8Array(await whole.slice(from, to).arrayBuffer()) : undefined;
  };
}

/** Opens files that are read into memory, from which they are gone when the browser has them. */
export const openWith =
  (read: ReadAsset) =>
  async (name: string): Promise<Blob | undefined> => {
    const bytes = await read(name);
    return bytes && new Blob([new Uint8Array(bytes)]);
  };
