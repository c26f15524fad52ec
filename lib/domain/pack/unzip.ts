/**
 * Reads a zip, whose bytes are untrusted, with the browser's own decompression
 * (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT). Zips above 4 GB and encrypted ones are not read.
 */
import { decodeText } from '@/lib/domain/bytes';

/** A file in a zip, as its directory states it. */
interface ZipEntry {
  readonly name: string;
  /** Unpacked, in bytes. */
  readonly size: number;
  readonly method: number;
  readonly packed: Uint8Array;
}

const DIRECTORY = 0x06054b50;
const ENTRY = 0x02014b50;
/** Bytes of the directory's own record, which is last, and of the comment that may follow it. */
const RECORD = 22;
const LONGEST_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;

/** The files of a zip in its order. Throws if it is none. */
export function listZip(bytes: Uint8Array): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const short = (at: number): number => view.getUint16(at, true);
  const long = (at: number): number => view.getUint32(at, true);
  let end = bytes.length - RECORD;
  while (long(end) !== DIRECTORY) {
    end -= 1;
    if (end < bytes.length - RECORD - LONGEST_COMMENT) throw new Error('no zip');
  }
  let at = long(end + 16);
  return Array.from({ length: short(end + 10) }, () => {
    if (long(at) !== ENTRY) throw new Error('no entry of a zip');
    const nameEnd = at + 46 + short(at + 28);
    const name = decodeText(bytes.subarray(at + 46, nameEnd));
    const [method, length, size, local] = [short(at + 10), long(at + 20), long(at + 24), long(at + 42)];
    // The name and the extra fields before the content may be longer than in the directory.
    const start = local + 30 + short(local + 26) + short(local + 28);
    at = nameEnd + short(at + 30) + short(at + 32);
    return { name, size, method, packed: bytes.subarray(start, start + length) };
  });
}

/** The content of a file. Rejects if it is not as long as the directory states, however long it is. */
export async function unzip({ size, method, packed }: ZipEntry): Promise<Uint8Array> {
  if (method !== STORED && method !== DEFLATED) throw new Error('packed in an unknown way');
  const source = new Blob([Uint8Array.from(packed)]).stream();
  const reader = (
    method === STORED ? source : source.pipeThrough(new DecompressionStream('deflate-raw'))
  ).getReader();
  const content = new Uint8Array(size);
  let at = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    // Throws where there is more than stated.
    content.set(value, at);
    at += value.length;
  }
  if (at !== size) throw new Error('shorter than stated');
  return content;
}
