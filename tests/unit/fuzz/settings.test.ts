import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  DEFAULT_SETTINGS,
  isSetting,
  mayHold,
  readSettingValues,
  SETTING_FIELDS,
  type SettingField,
  type SettingFields,
  type Settings,
} from '@/lib/shared/settings/fields';
import { memberOf } from '@/lib/shared/settings/member';
import { replaceItem, SETTINGS_VERSION, unreadableIn } from '@/lib/extension/settings/stored';
import { PATIENCE, RUNS } from './runs';

const odd = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(undefined, 'open', 'handle', 'off', true, false, Number.NaN),
);

/** Settings in which any value at any depth may be changed, missing, or repeated under an unknown name. */
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

/** All fields at once: each setting has one of its choices, or a text that is not too long. */
const holdsChoices = (fields: SettingField | SettingFields, value: unknown): boolean =>
  isSetting(fields)
    ? mayHold(fields, value)
    : Object.entries(fields).every(([name, field]) => holdsChoices(field, memberOf(value, name)));

test(
  'any stored value is read as complete settings, and what is not readable in it is reported',
  { timeout: PATIENCE },
  () => {
    let damagedItems = 0;
    fc.assert(
      fc.property(stored, (item) => {
        const settings = readSettingValues(item);
        const unreadable = unreadableIn(item);
        if (unreadable.length > 0) damagedItems += 1;
        const isWhole =
          holdsChoices(SETTING_FIELDS, settings) &&
          isDeepStrictEqual(Object.keys(settings), Object.keys(SETTING_FIELDS));
        return isWhole && (unreadable.length === 0 || new Set(unreadable).size === unreadable.length);
      }),
      { numRuns: RUNS },
    );
    expect(damagedItems).toBeGreaterThan(RUNS / 20);
  },
);

test(
  'what replaces a stored item is read as what was saved, and loses no unknown field',
  { timeout: PATIENCE },
  () => {
    fc.assert(
      fc.property(stored, fc.constantFrom<Settings['theme']>('page', 'light', 'dark'), (item, theme) => {
        const settings = { ...readSettingValues(item), theme };
        const { item: next, lost } = replaceItem(item, settings);
        const unreadable = unreadableIn(item);
        expect(readSettingValues(next)).toEqual(settings);
        expect([...lost, ...unreadableIn(next)].toSorted()).toEqual(unreadable.toSorted());
      }),
      { numRuns: RUNS },
    );
  },
);
