/**
 * A file of named sections: its mark, its format, a CRC-32 of the rest, and blocks of bytes. Opening it
 * returns every section, or the reason why it cannot be read; nothing is read out of bounds.
 */
import { ByteReader, ByteWriter, crc32, decodeText, encodeText } from './index';

/** Sections by name. */
export type Sections = ReadonlyMap<string, Uint8Array>;

/** The beginning of a file: four letters for its kind, and the number of its format. */
interface FileKind {
  readonly mark: string;
  readonly format: number;
}

/** The sections of a file, or a sentence that says why it cannot be read. */
type SectionsResult =
  { readonly ok: true; readonly sections: Sections } | { readonly ok: false; readonly message: string };

const HEAD = 9;

const fail = (message: string): SectionsResult => ({ ok: false, message });

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
  new DataView(file.buffer).setUint32(5, crc32(written), true);
  file.set(written, HEAD);
  return file;
};

/** Whether a file's checksum is right; false if it has none. */
export const hasSoundSum = (file: Uint8Array): boolean =>
  file.length >= HEAD &&
  new DataView(file.buffer, file.byteOffset, file.byteLength).getUint32(5, true) ===
    crc32(file.subarray(HEAD));

/**
 * Opens a file; sections are views of its bytes. Never throws. With `unsummed` the checksum is not computed
 * here: the caller calls `hasSoundSum` later.
 */
export const readSections = (
  file: Uint8Array,
  { mark, format }: FileKind,
  unsummed = false,
): SectionsResult => {
  if (file.length < HEAD || decodeText(file.subarray(0, 4)) !== mark) return fail('it is no such file');
  if (file[4] !== format) return fail(`its format is ${file[4] ?? 0}, not ${format}`);
  const body = file.subarray(HEAD);
  if (!unsummed && !hasSoundSum(file)) return fail('its checksum does not hold');
  const reader = new ByteReader(body);
  const count = reader.varint();
  const heads: { name: string; length: number }[] = [];
  for (let at = 0; at < count && !reader.failed; at += 1) {
    const name = decodeText(reader.raw(reader.varint()));
    heads.push({ name, length: reader.varint() });
  }
  const sections = new Map(heads.map(({ name, length }) => [name, reader.raw(length)]));
  if (reader.failed || !reader.isDone) return fail('its sections do not fit its length');
  return { ok: true, sections };
};
