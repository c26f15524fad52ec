/**
 * The one definition of the settings. Scripts on pages, extension pages and
 * the form all take keys, choices and defaults from the table below.
 */
import { isRecord } from '@/lib/domain/is-record';
import { LONGEST_WATCH } from '@/lib/domain/watch';
import { forEachSite, WITH_SCRIPTS } from '@/lib/sites/scripted';

/** What a setting may be; the first is the default. */
export type Choices = readonly [string | boolean, ...(string | boolean)[]];

/** A text of the user's own, empty until they write one. */
export interface TextField {
  /** In UTF-16 units. */
  readonly longest: number;
}

/** One setting. */
export type SettingField = Choices | TextField;

/** Settings under their names, some of them in groups. */
export interface SettingFields {
  readonly [name: string]: SettingField | SettingFields;
}

/**
 * One line a setting: its name and its choices, the default first, or how long its text may be. The names are
 * stored: to rename one forgets what users chose. A new choice, or a new default, needs nothing else.
 */
export const SETTING_FIELDS = {
  /** How the sidebar starts: open, folded to its handle, or not at all. */
  sidebar: forEachSite(['open', 'handle', 'off'] as const),
  /** Badges beside the entries of listings. */
  badges: forEachSite([true, false] as const),
  /** The card at citations of full texts. */
  citationPeek: [true, false],
  /** `shown`: read papers outside the catalogue at all; `open`: unfold the sidebar for them. */
  readings: { shown: [true, false], open: [false, true] },
  /** How long papers met are remembered: those whose pages are opened, or that stand with abstracts in lists visited. */
  metPapers: ['off', 'week', 'month', 'quarter', 'year'],
  /** Words and authors that are marked in listings (`lib/domain/watch`). */
  watch: { longest: LONGEST_WATCH },
  /** `page`: follow the page, and the system where it has no colours of its own. */
  theme: ['page', 'light', 'dark'],
  /** Where related papers and hits of a search open. */
  links: { site: ['arxiv', 'hugging-face'], opens: ['same-tab', 'new-tab'] },
} as const satisfies SettingFields;

/** The sites that have settings of their own, in the order in which a form shows them. */
export const SETTING_SITES = /* @__PURE__ */ WITH_SCRIPTS.map(({ id, label }) => ({ id, label }));

/** The values that belong to a table of fields. */
export type ValuesOf<Fields> = Fields extends readonly unknown[]
  ? Fields[number]
  : Fields extends TextField
    ? string
    : { readonly [Name in keyof Fields]: ValuesOf<Fields[Name]> };

/** What a user can set. */
export type Settings = ValuesOf<typeof SETTING_FIELDS>;

const isChoices = (field: SettingField | SettingFields): field is Choices => Array.isArray(field);

/** Whether this is one setting; a group otherwise. */
export const isSetting = (field: SettingField | SettingFields): field is SettingField =>
  isChoices(field) || typeof field['longest'] === 'number';

/** Whether a setting may hold this. */
export const mayHold = (field: SettingField, value: unknown): boolean =>
  isChoices(field)
    ? field.some((choice) => choice === value)
    : typeof value === 'string' && value.length <= field.longest;

/** A member of a stored value, whatever that is; inherited names are not members. */
export function memberOf(stored: unknown, name: string): unknown {
  return isRecord(stored) && Object.hasOwn(stored, name) ? stored[name] : undefined;
}

function readAny(fields: SettingField | SettingFields, stored: unknown, otherwise: unknown): unknown {
  if (isSetting(fields))
    return mayHold(fields, stored) ? stored : (otherwise ?? (isChoices(fields) ? fields[0] : ''));
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      readAny(field, memberOf(stored, name), memberOf(otherwise, name)),
    ]),
  );
}

/**
 * The values of a table of fields in a stored value. Each that is missing or no choice is taken from
 * `otherwise`, values of the same table, or else is the default.
 */
export function readFields<Fields extends SettingField | SettingFields>(
  fields: Fields,
  stored: unknown,
  otherwise?: ValuesOf<Fields>,
): ValuesOf<Fields>;
export function readFields(
  fields: SettingField | SettingFields,
  stored: unknown,
  otherwise?: unknown,
): unknown {
  return readAny(fields, stored, otherwise);
}

/**
 * The settings in a stored item `{ version, values }`, whatever it is. The version is not looked at: what
 * a newer release wrote means the same wherever this one knows the name and the choice.
 */
export const readSettingValues = (item: unknown): Settings =>
  readFields(SETTING_FIELDS, memberOf(item, 'values'));

/** What holds until a user chooses. */
export const DEFAULT_SETTINGS: Settings = readSettingValues(undefined);
