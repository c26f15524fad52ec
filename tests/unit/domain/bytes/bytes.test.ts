import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteReader, ByteWriter, crc32, encodeText, readAllVarints, readVarints } from '@/lib/domain/bytes';

/** CRC-32 computed bit by bit, as ISO 3309 defines it. */
const crcByBit = (bytes: Uint8Array): number => {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
};

describe('crc32', () => {
  it('returns the check value of its definition', () => {
    expect(crc32(encodeText('123456789'))).toBe(0xcbf43926);
  });

  it('equals the value computed byte by byte, for any length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect(crc32(bytes)).toBe(crcByBit(bytes));
      }),
    );
  });
});

const write = (values: readonly number[]): Uint8Array => {
  const writer = new ByteWriter();
  for (const value of values) writer.varint(value);
  return writer.finish();
};

describe('numbers in 7-bit groups', () => {
  const numbers = fc.array(fc.integer({ min: 0, max: 0xffffffff }), { maxLength: 20 });

  it('are decoded all at once as they are one by one', () => {
    fc.assert(
      fc.property(numbers, fc.uint8Array({ maxLength: 3 }), (values, rest) => {
        const written = write(values);
        const bytes = Uint8Array.from([...written, ...rest]);
        const read = readVarints(bytes, values.length);
        expect(read && [...read.numbers]).toEqual(values);
        expect(read?.end).toBe(written.length);
        expect(readAllVarints(bytes, values.length) === undefined).toBe(rest.length > 0);
      }),
    );
  });

  it('are refused if there are too few, or if one is cut off or too long', () => {
    expect(readVarints(write([1, 2]), 3)).toBeUndefined();
    expect(readVarints(Uint8Array.of(1, 128), 2)).toBeUndefined();
    expect(readVarints(Uint8Array.of(255, 255, 255, 255, 255, 1), 1)).toBeUndefined();
    expect(readVarints(Uint8Array.of(1), 2 ** 40)).toBeUndefined();
    expect(readAllVarints(write([1, 2, 3]), 2)).toBeUndefined();
  });

  it('never decode to other numbers than one by one', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), fc.nat(6), (bytes, count) => {
        const reader = new ByteReader(bytes);
        const expected = Array.from({ length: count }, () => reader.varint());
        const read = readVarints(bytes, count);
        const isSound = !reader.failed && expected.every((each) => each <= 0xffffffff);
        expect(read && [...read.numbers]).toEqual(isSound ? expected : undefined);
      }),
    );
  });
});
