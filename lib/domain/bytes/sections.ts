/**
 * A file of named sections: its mark, its format, a CRC-32 of the rest, and blocks of bytes. Opening it
 * returns every section, or the reason why it cannot be read; nothing is read out of bounds. A large file can
 * also stay where it is and be read in parts.
 */
import { ByteReader, ByteWriter, crc32, decodeText, encodeText } from './index';

/** Sections by name. */
export type Sections = ReadonlyMap<string, Uint8Array>;

/** The beginning of a file: four letters for its kind, and the number of its format. */
interface FileKind {
  readonly mark: string;
  readonly format: number;
  /** The earliest format that is still read; default `format`. */
  readonly since?: number;
}

/** The sections of a file, or a sentence that says why it cannot be read. */
type SectionsResult =
  | { readonly ok: true; readonly sections: Sections; readonly format: number }
  | { readonly ok: false; readonly message: string };

/** Bytes before the table of sections. */
const HEAD = 9;
/** Where the checksum lies, and how many bytes come before what it covers. */
const SUM_AT = 5;

const fail = (message: string): { readonly ok: false; readonly message: string } => ({ ok: false, message });

/** Writes sections in the order given; equal sections give equal bytes. */
export const writeSections = (
  { mark, format }: FileKind,
  sections: readonly (readonly [name: string, bytes: Uint8Array])[],
): Uint8Array<ArrayBuffer> => {
  const body = new ByteWriter();
  body.varint(sections.length);
  for (const [name, bytes] of sections) {
    const text = encodeText(name);
    body.varint(text.length);
    body.raw(text);
    body.varint(bytes.length);
  }
  for (const [, bytes] of sections) body.raw(bytes);
  const written = body.finish();
  const file = new Uint8Array(HEAD + written.length);
  file.set(encodeText(mark).subarray(0, 4));
  file[4] = format;
  new DataView(file.buffer).setUint32(SUM_AT, crc32(written), true);
  file.set(written, HEAD);
  return file;
};

/** The checksum that a file states, of all bytes after its first nine. */
const statedSum = (file: Uint8Array): number =>
  new DataView(file.buffer, file.byteOffset, file.byteLength).getUint32(SUM_AT, true);

/** Whether a file's checksum is right; false if it has none. */
export const hasSoundSum = (file: Uint8Array): boolean =>
  file.length >= HEAD && statedSum(file) === crc32(file.subarray(HEAD));

/** Reads the bytes `from` to `to` (exclusive) of a file; undefined if it does not give exactly these. */
export type ReadRange = (from: number, to: number) => Promise<Uint8Array | undefined>;

/** Bytes that are read at once to compute a checksum. */
const SUMMED_AT_ONCE = 2 ** 18;

/** As `hasSoundSum`, for a file of this size that is read in parts; undefined if a part cannot be read. */
export const hasSoundSumInParts = async (read: ReadRange, size: number): Promise<boolean | undefined> => {
  if (size < HEAD) return false;
  const head = await read(0, HEAD);
  let sum = 0;
  for (let from = HEAD; from < size; from += SUMMED_AT_ONCE) {
    const part = await read(from, Math.min(size, from + SUMMED_AT_ONCE));
    if (part === undefined) return undefined;
    sum = crc32(part, sum);
  }
  return head && statedSum(head) === sum;
};

/** Where a section lies in its file, end exclusive. */
interface SectionPlace {
  readonly from: number;
  readonly to: number;
}

/** Where the sections of a file lie, or a sentence that says why it cannot be read. */
type PlacesResult =
  | { readonly ok: true; readonly places: ReadonlyMap<string, SectionPlace>; readonly format: number }
  | { readonly ok: false; readonly message: string };

/**
 * Reads from the beginning of a file where its sections lie; `size` is the size of the whole file. Never throws.
 */
export const readSectionPlaces = (
  head: Uint8Array,
  { mark, format, since = format }: FileKind,
  size: number,
): PlacesResult => {
  if (head.length < HEAD || decodeText(head.subarray(0, 4)) !== mark) return fail('it is no such file');
  const [, , , , own = 0] = head;
  if (own < since || own > format) return fail(`its format is ${own}, not ${format}`);
  const reader = new ByteReader(head, HEAD);
  const count = reader.varint();
  const lengths: { name: string; length: number }[] = [];
  for (let at = 0; at < count && !reader.failed; at += 1) {
    const name = decodeText(reader.raw(reader.varint()));
    lengths.push({ name, length: reader.varint() });
  }
  let from = reader.at;
  const places = new Map<string, SectionPlace>();
  for (const { name, length } of lengths) {
    places.set(name, { from, to: from + length });
    from += length;
  }
  return reader.failed || from !== size
    ? fail('its sections do not fit its length')
    : { ok: true, places, format: own };
};

/**
 * Opens a file; sections are views of its bytes. Never throws. With `unsummed` the checksum is not computed
 * here: the caller calls `hasSoundSum` later.
 */
export const readSections = (file: Uint8Array, kind: FileKind, unsummed = false): SectionsResult => {
  const read = readSectionPlaces(file, kind, file.length);
  if (!read.ok) return read;
  if (!unsummed && !hasSoundSum(file)) return fail('its checksum does not hold');
  const view = ([name, { from, to }]: readonly [string, SectionPlace]) =>
    [name, file.subarray(from, to)] as const;
  return { ok: true, sections: new Map(Array.from(read.places, view)), format: read.format };
};
