/**
 * Reads parts of a pack's files, so that large ones need not be in the memory of the background. Chromium gives
 * parts of the extension's own files; Firefox always gives the whole, as it does for stored files. The whole is
 * then left with the browser as a Blob, which it keeps outside of this context, and parts of that are read.
 */
import type { PackSource } from '@/lib/domain/pack';
import { fetchOwn } from '@/lib/extension/own-files';

type ReadPart = NonNullable<PackSource['readRange']>;

const bytesOf = async (blob: Blob): Promise<Uint8Array> => new Uint8Array(await blob.arrayBuffer());

const isWithin = (blob: Blob | undefined, to: number): blob is Blob => blob !== undefined && to <= blob.size;

/** Parts of the files in this folder of the extension; undefined where a file does not give them. */
export function readPartsOfOwn(folder: string): ReadPart {
  const wholes = new Map<string, Blob>();
  return async (name, from, to) => {
    const known = wholes.get(name);
    if (known) return isWithin(known, to) ? bytesOf(known.slice(from, to)) : undefined;
    const response = await fetchOwn(`${folder}/${name}`, { headers: { Range: `bytes=${from}-${to - 1}` } });
    const given = await response?.blob();
    if (given?.size === to - from) return bytesOf(given);
    if (!isWithin(given, to)) return undefined;
    wholes.set(name, given);
    return bytesOf(given.slice(from, to));
  };
}

/** Parts of files that `read` gives as a whole, each of which is read once. */
export function readPartsOfStored(read: PackSource['read']): ReadPart {
  const wholes = new Map<string, Promise<Blob | undefined>>();
  const open = async (name: string): Promise<Blob | undefined> => {
    const bytes = await read(name);
    return bytes && new Blob([new Uint8Array(bytes)]);
  };
  return async (name, from, to) => {
    const opening = wholes.get(name) ?? open(name);
    wholes.set(name, opening);
    const whole = await opening;
    return isWithin(whole, to) ? bytesOf(whole.slice(from, to)) : undefined;
  };
}
