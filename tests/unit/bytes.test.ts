import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteReader, ByteWriter, crc32, encodeText, readAllVarints, readVarints } from '@/lib/domain/bytes';

/** CRC-32 bit by bit, as ISO 3309 has it. */
const crcByBit = (bytes: Uint8Array): number => {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
};

describe('crc32', () => {
  it('gives the check value of its definition', () => {
    expect(crc32(encodeText('123456789'))).toBe(0xcbf43926);
  });

  it('is that of a byte at a time, whatever the length', () => {
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

describe('numbers of seven bits a byte', () => {
  const numbers = fc.array(fc.integer({ min: 0, max: 0xffffffff }), { maxLength: 20 });

  it('are read all at once as one by one', () => {
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

  it('are refused where they are fewer, cut off or too long', () => {
    expect(readVarints(write([1, 2]), 3)).toBeUndefined();
    expect(readVarints(Uint8Array.of(1, 128), 2)).toBeUndefined();
    expect(readVarints(Uint8Array.of(255, 255, 255, 255, 255, 1), 1)).toBeUndefined();
    expect(readVarints(Uint8Array.of(1), 2 ** 40)).toBeUndefined();
    expect(readAllVarints(write([1, 2, 3]), 2)).toBeUndefined();
  });

  it('are never other numbers than one by one gives', () => {
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
