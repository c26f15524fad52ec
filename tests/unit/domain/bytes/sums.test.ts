import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteWriter } from '@/lib/domain/bytes';
import { Sums } from '@/lib/domain/bytes/sums';

const written = (numbers: readonly number[]): Uint8Array => {
  const writer = new ByteWriter();
  for (const number of numbers) writer.varint(number);
  return writer.finish();
};

/** Mostly small numbers, as sizes are, so that both ways of adding up are used. */
const sizes = fc.array(
  fc.oneof({ weight: 12, arbitrary: fc.nat(127) }, { weight: 1, arbitrary: fc.nat(300_000) }),
  { maxLength: 90 },
);

describe('numbers with prefix sums', () => {
  it('return every number and the sum of all before it, in any order of access', () => {
    fc.assert(
      fc.property(sizes, fc.array(fc.nat(95)), (numbers, asked) => {
        const sums = Sums.open(written(numbers), numbers.length);
        for (const at of [...asked, ...numbers.keys(), ...asked]) {
          const before = numbers.slice(0, at).reduce((sum, number) => sum + number, 0);
          expect([sums?.of(at), sums?.before(at)]).toEqual([numbers[at] ?? 0, before]);
        }
        expect(sums?.total).toBe(numbers.reduce((sum, number) => sum + number, 0));
      }),
    );
  });

  it.each([
    ['fewer numbers', written([1, 2, 300]), 4],
    ['more numbers', written([1, 2, 300]), 2],
    ['half a number', written([1, 2, 300]).slice(0, -1), 3],
    ['a number of more than 32 bits', Uint8Array.from([255, 255, 255, 255, 255, 1]), 1],
    ['numbers whose sum is too large', written([2 ** 32 - 1, 1]), 2],
    ['no numbers where some are expected', new Uint8Array(0), 1],
  ])('refuse bytes with %s', (_, bytes, count) => {
    expect(Sums.open(bytes, count)).toBeUndefined();
  });
});
