import * as fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import {
  anyOf,
  isAbsent,
  isAnything,
  isBoolean,
  isInteger,
  isNumber,
  list,
  oneOf,
  optional,
  shape,
  text,
  type Guard,
  type Guarded,
} from '@/lib/domain/guard';

const isStep = shape<{ from: string; to?: number | undefined }>({ from: text(3), to: optional(isInteger) });

describe('a guard', () => {
  test.each<[string, Guard<unknown>, readonly unknown[], readonly unknown[]]>([
    ['text', text(3), ['', 'abc'], ['abcd', 3, null, undefined, ['a']]],
    ['booleans', isBoolean, [true, false], [0, 'true', undefined]],
    ['numbers', isNumber, [0, -1.5], [Number.NaN, Infinity, '1', null]],
    ['whole numbers', isInteger, [0, -3], [0.5, 2 ** 53, '1']],
    ['nothing', isAbsent, [undefined, null], [0, '', false]],
    ['anything', isAnything, [undefined, null, {}], []],
    ['one of some values', oneOf(['a', null, 1]), ['a', null, 1], ['b', undefined, '1']],
    ['optional values', optional(text()), [undefined, 'a'], [null, 1]],
    ['one of several guards', anyOf(isBoolean, text(1)), [true, 'a'], ['ab', 1]],
    ['lists', list(isNumber, 2), [[], [1, 2]], [[1, 2, 3], [1, '2'], { length: 0 }, 'ab']],
    [
      'objects',
      isStep,
      [{ from: 'a' }, { from: 'a', to: 1, more: true }],
      [{}, { from: 'a', to: null }, [], null],
    ],
  ])('for %s accepts what it should and nothing else', (_name, guard, taken, refused) => {
    expect(taken.filter((value) => !guard(value))).toEqual([]);
    expect(refused.filter((value) => guard(value))).toEqual([]);
  });

  test('never throws, whatever it is given', () => {
    const guard = shape({ a: list(isStep), b: anyOf(isStep, oneOf([null])) });
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(() => guard(value)).not.toThrow();
      }),
    );
  });

  test('has the type that it checks', () => {
    const guard = shape({ kind: oneOf(['a', 'b']), size: optional(isNumber) });
    expectTypeOf<Guarded<typeof guard>>().toEqualTypeOf<
      Readonly<{ kind: 'a' | 'b'; size: number | undefined }>
    >();
  });
});
