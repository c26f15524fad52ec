import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSidebarDefaults, SIDEBAR_DEFAULTS } from '@/lib/services/settings/lite';
import { DEFAULT_SETTINGS, migrate, parseSettings, SETTINGS_VERSION } from '@/lib/services/settings/schema';
import { PATIENCE, RUNS } from './runs';

const odd = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(undefined, 'open', 'handle', 'off', true, false, Number.NaN),
);

/** Settings in which any value at any depth may be something else, or missing, or doubled under a stranger's name. */
function damaged(value: unknown): fc.Arbitrary<unknown> {
  if (typeof value !== 'object' || value === null) {
    return fc.oneof({ weight: 12, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: odd });
  }
  const whole = fc.record(
    Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, damaged(inner)])),
  );
  const stranger = fc.record({ __proto__: odd, constructor: odd, extra: odd }, { requiredKeys: [] });
  return fc.oneof(
    { weight: 12, arbitrary: whole },
    { weight: 1, arbitrary: fc.tuple(whole, stranger).map(([own, more]) => ({ ...own, ...more })) },
    { weight: 1, arbitrary: odd },
  );
}
const stored = fc.oneof(
  { weight: 6, arbitrary: damaged({ version: SETTINGS_VERSION, values: DEFAULT_SETTINGS }) },
  { weight: 1, arbitrary: fc.jsonValue() },
);

test(
  'whatever is stored is whole settings or none, and both readers agree on it',
  { timeout: PATIENCE },
  () => {
    let whole = 0;
    fc.assert(
      fc.property(stored, (value) => {
        const settings = parseSettings(value);
        const lite = readSidebarDefaults(value);
        if (!isDeepStrictEqual(Object.keys(lite), Object.keys(SIDEBAR_DEFAULTS))) return false;
        if (!settings) return true;
        whole += 1;
        const { links, ...own } = settings;
        return Object.keys(links).length === 2 && isDeepStrictEqual(own, lite);
      }),
      { numRuns: RUNS },
    );
    expect(whole).toBeGreaterThan(RUNS / 20);
  },
);

test('a migration goes through every step once, and gives up as a whole', { timeout: PATIENCE }, () => {
  let reached = 0;
  const steps = fc.array(fc.constantFrom('grow', 'throw', 'missing', 'grow', 'grow'), { maxLength: 6 });
  fc.assert(
    fc.property(steps, fc.integer({ min: -1, max: 9 }), fc.jsonValue(), (kinds, version, first) => {
      const seen: number[] = [];
      const migrations = Object.fromEntries(
        kinds.flatMap((kind, index) =>
          kind === 'missing'
            ? []
            : [
                [
                  index + 1,
                  (values: unknown) => {
                    if (kind === 'throw') throw new Error('cannot');
                    seen.push(index + 1);
                    return { values };
                  },
                ],
              ],
        ),
      );
      const target = kinds.length + 1;
      const result = migrate({ version, values: first }, migrations, target);
      const needed = kinds.slice(version - 1);
      if (version < 1 || version > target || needed.some((kind) => kind !== 'grow'))
        return result === undefined;
      reached += 1;
      return (
        isDeepStrictEqual(
          seen,
          needed.map((_, index) => version + index),
        ) &&
        isDeepStrictEqual(
          result,
          needed.reduce<unknown>((values) => ({ values }), first),
        )
      );
    }),
    { numRuns: RUNS },
  );
  expect(reached).toBeGreaterThan(RUNS / 20);
});
