/**
 * What a stored item of settings contains besides what this release can read, and how to save over it. Pure.
 */
import { isRecord } from '@/lib/domain/is-record';
import {
  isSetting,
  mayHold,
  readFields,
  SETTING_FIELDS,
  type SettingField,
  type SettingFields,
  withCurrentNames,
  type Settings,
} from '@/lib/shared/settings/fields';
import { memberOf } from '@/lib/shared/settings/member';

/** The format that this release writes. A newer release's number is kept with what it wrote. */
export const SETTINGS_VERSION = 2;

/** Joins the names of a group and of a setting in it, as in "sidebar.arxiv". */
const pathOf = (group: string, name: string): string => (group === '' ? name : `${group}.${name}`);

function findFaults(fields: SettingField | SettingFields, stored: unknown, path: string): readonly string[] {
  if (stored === undefined) return [];
  if (isSetting(fields)) return mayHold(fields, stored) ? [] : [path];
  if (!isRecord(stored)) return [path];
  return Object.entries(fields).flatMap(([name, field]) =>
    findFaults(field, memberOf(stored, name), pathOf(path, name)),
  );
}

/** Names of settings with an invalid value: "theme", "sidebar.arxiv". */
export const findUnreadable = (values: unknown): readonly string[] => findFaults(SETTING_FIELDS, values, '');

/** Names in `values` that are not settings. */
export function findUnknown(
  values: unknown,
  fields: SettingField | SettingFields = SETTING_FIELDS,
  path = '',
): readonly string[] {
  if (isSetting(fields) || !isRecord(values)) return [];
  return Object.keys(values).flatMap((name) => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    return field ? findUnknown(values[name], field, pathOf(path, name)) : [pathOf(path, name)];
  });
}

function mergeFields(fields: SettingField | SettingFields, stored: unknown, settings: unknown): unknown {
  if (isSetting(fields))
    return stored !== undefined && readFields(fields, stored) === settings ? stored : settings;
  const merged = Object.entries(fields).map(([name, field]) => [
    name,
    mergeFields(field, memberOf(stored, name), memberOf(settings, name)),
  ]);
  return { ...(isRecord(stored) ? stored : {}), ...Object.fromEntries(merged) };
}

/** An item to store, and the names of unreadable values in the old one that it replaces. */
interface Replacement {
  readonly item: { readonly version: number; readonly values: unknown };
  readonly lost: readonly string[];
}

/**
 * The item that stores `settings` in place of `old`. Unknown names are kept, and so is an unreadable value
 * whose setting still has its default, since a newer release may read them.
 */
export function replaceItem(old: unknown, settings: Settings): Replacement {
  const version = memberOf(old, 'version');
  const values = withCurrentNames(memberOf(old, 'values'));
  const merged = mergeFields(SETTING_FIELDS, values, settings);
  const remaining = new Set(findUnreadable(merged));
  const isItem = old === undefined || old === null || isRecord(values);
  return {
    item: {
      version: Number.isSafeInteger(version) ? Math.max(Number(version), SETTINGS_VERSION) : SETTINGS_VERSION,
      values: merged,
    },
    lost: isItem ? findUnreadable(values).filter((name) => !remaining.has(name)) : [SETTINGS_NAME],
  };
}

/** Stands for all settings, if the stored item is not valid at all. */
const SETTINGS_NAME = 'all';

/** Names of the values that cannot be read in a stored item. */
export function unreadableIn(item: unknown): readonly string[] {
  if (item === undefined || item === null) return [];
  const values = withCurrentNames(memberOf(item, 'values'));
  return isRecord(values) ? findUnreadable(values) : [SETTINGS_NAME];
}
