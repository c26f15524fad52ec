/** Writing and reading the bytes of compiled files. Reading checks bounds, since the bytes may be damaged. */

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** UTF-8 bytes of a text. */
export const encodeText = (text: string): Uint8Array => encoder.encode(text);

/** The text of UTF-8 bytes; invalid bytes become U+FFFD. */
export const decodeText = (bytes: Uint8Array): string => decoder.decode(bytes);

/** A block of bytes that grows while it is written. */
export class ByteWriter {
  #bytes = new Uint8Array(256);
  #length = 0;

  /** Bytes written so far. */
  get length(): number {
    return this.#length;
  }

  #reserve(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }

  /** Writes one byte. */
  byte(value: number): void {
    this.#reserve(1);
    this.#bytes[this.#length] = value;
    this.#length += 1;
  }

  /**
   * Writes an integer from 0 to 2^32 - 1 in seven bits per byte, the lowest first (LEB128,
   * https://en.wikipedia.org/wiki/LEB128).
   */
  varint(value: number): void {
    this.#reserve(5);
    let rest = value;
    while (rest > 127) {
      this.#bytes[this.#length] = (rest & 127) | 128;
      this.#length += 1;
      rest = Math.floor(rest / 128);
    }
    this.#bytes[this.#length] = rest;
    this.#length += 1;
  }

  /** Writes bytes as they are. */
  raw(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** A copy of what was written. */
  finish(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#length);
  }
}

/**
 * Reads bytes in order. Past the end it returns zeros and sets `failed`, which callers check once, at the
 * end.
 */
export class ByteReader {
  readonly #bytes: Uint8Array;
  readonly #end: number;
  /** Offset of the next byte. */
  at: number;
  /** Whether anything past the end was read. */
  failed = false;

  constructor(bytes: Uint8Array, start = 0, end = bytes.length) {
    this.#bytes = bytes;
    this.at = start;
    this.#end = Math.min(end, bytes.length);
  }

  /** Whether all has been read. */
  get isDone(): boolean {
    return this.at >= this.#end;
  }

  /** The next byte. */
  byte(): number {
    if (this.at >= this.#end) {
      this.failed = true;
      return 0;
    }
    const value = this.#bytes[this.at] ?? 0;
    this.at += 1;
    return value;
  }

  /** The next number that `ByteWriter.varint` wrote. */
  varint(): number {
    let value = 0;
    let scale = 1;
    for (let count = 0; count < 5; count += 1) {
      const next = this.byte();
      value += (next & 127) * scale;
      if (next < 128) return value;
      scale *= 128;
    }
    this.failed = true;
    return 0;
  }

  /** The next `length` bytes, as a view. */
  raw(length: number): Uint8Array {
    const end = this.at + length;
    if (end > this.#end) {
      this.failed = true;
      this.at = this.#end;
      return new Uint8Array(0);
    }
    const view = this.#bytes.subarray(this.at, end);
    this.at = end;
    return view;
  }
}

/** Maps integers to non-negative ones: 0, -1, 1, -2 become 0, 1, 2, 3. */
export const zigzag = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);

/** Undoes `zigzag`. */
export const unzigzag = (value: number): number => (value % 2 === 0 ? value / 2 : -(value + 1) / 2);

/** The offset of the number after the one at `at`. */
export const skipVarint = (bytes: Uint8Array, at: number): number => {
  let next = at;
  while ((bytes[next] ?? 0) > 127) next += 1;
  return next + 1;
};

/** The number that `ByteWriter.varint` wrote at `at`; undefined if it has more than 32 bits. */
export const readVarintAt = (bytes: Uint8Array, at: number): number | undefined => {
  let [value, scale] = [0, 1];
  for (let next = at; next < at + 5; next += 1) {
    const byte = bytes[next] ?? 0;
    value += (byte & 127) * scale;
    if (byte < 128) return value < 2 ** 32 ? value : undefined;
    scale *= 128;
  }
  return undefined;
};

/**
 * The first `count` numbers that `ByteWriter.varint` wrote, and the offset after them; undefined if there are fewer, or one has more than 32 bits. Repeats `ByteReader.varint` without calls,
 * since an index has a million of them.
 */
export const readVarints = (
  bytes: Uint8Array,
  count: number,
): { readonly numbers: Uint32Array; readonly end: number } | undefined => {
  // Each number takes at least a byte, so a wrong count is refused before memory is allocated.
  if (count > bytes.length) return undefined;
  const numbers = new Uint32Array(count);
  let at = 0;
  for (let each = 0; each < count; each += 1) {
    let byte = bytes[at] ?? 0;
    at += 1;
    let value = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at] ?? 0;
      at += 1;
      // A fifth byte holds the last four of 32 bits.
      if (shift > 28 || (shift === 28 && byte > 15)) return undefined;
      value |= (byte & 127) << shift;
    }
    numbers[each] = value;
  }
  return at > bytes.length ? undefined : { numbers, end: at };
};

/** All numbers of a section that holds exactly `count` of them; undefined if it does not. */
export const readAllVarints = (bytes: Uint8Array, count: number): Uint32Array | undefined => {
  const read = readVarints(bytes, count);
  return read?.end === bytes.length ? read.numbers : undefined;
};

/** Bytes that the checksum processes at once. */
const SLICE = 8;

/**
 * Row `n` holds the effect on the checksum of a byte that `n` other bytes follow (slicing-by-8; Kounavis and
 * Berry, 2005). Filled in a function: for a loop outside, V8 compiles the whole file that a build makes of many modules.
 */
function createCrcTable(): Int32Array {
  const table = new Int32Array(SLICE * 256);
  for (let byte = 0; byte < 256; byte += 1) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    table[byte] = crc;
  }
  for (let at = 256; at < table.length; at += 1) {
    const before = table[at - 256] ?? 0;
    table[at] = (before >>> 8) ^ (table[before & 255] ?? 0);
  }
  return table;
}

const CRC_TABLE = createCrcTable();

/**
 * CRC-32 as in zip and PNG (ISO 3309): detects damaged bytes, not forged ones. `before` is the checksum of the
 * bytes before these, if a file is read in parts.
 */
export const crc32 = (bytes: Uint8Array, before = 0): number => {
  const table = CRC_TABLE;
  const whole = bytes.length - (bytes.length % SLICE);
  let crc = ~before;
  for (let at = 0; at < whole; at += SLICE) {
    crc ^=
      (bytes[at] ?? 0) |
      ((bytes[at + 1] ?? 0) << 8) |
      ((bytes[at + 2] ?? 0) << 16) |
      ((bytes[at + 3] ?? 0) << 24);
    crc =
      (table[1792 + (crc & 255)] ?? 0) ^
      (table[1536 + ((crc >>> 8) & 255)] ?? 0) ^
      (table[1280 + ((crc >>> 16) & 255)] ?? 0) ^
      (table[1024 + (crc >>> 24)] ?? 0) ^
      (table[768 + (bytes[at + 4] ?? 0)] ?? 0) ^
      (table[512 + (bytes[at + 5] ?? 0)] ?? 0) ^
      (table[256 + (bytes[at + 6] ?? 0)] ?? 0) ^
      (table[bytes[at + 7] ?? 0] ?? 0);
  }
  for (let at = whole; at < bytes.length; at += 1)
    crc = (table[(crc ^ (bytes[at] ?? 0)) & 255] ?? 0) ^ (crc >>> 8);
  return ~crc >>> 0;
};
