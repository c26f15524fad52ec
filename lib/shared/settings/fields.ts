/**
 * The one definition of the settings. Scripts on pages, extension pages and the form all take keys, choices
 * and defaults from this table.
 */
import { isRecord } from '@/lib/domain/is-record';
import { LONGEST_WATCH } from '@/lib/domain/watch';
import { forEachSite, WITH_SCRIPTS } from '@/lib/sites/scripted';
import { memberOf } from '@/lib/shared/settings/member';
import { READINGS, SIDEBAR_STARTS } from '@/lib/shared/settings/start';
import { THEMES } from '@/lib/shared/settings/theme';

/** The choices of a setting; the first is the default. */
type Choices = readonly [string | boolean, ...(string | boolean)[]];

/** A free text of the user, empty by default. */
interface TextField {
  /** In UTF-16 code units. */
  readonly longest: number;
}

/** One setting. */
export type SettingField = Choices | TextField;

/** Settings by name, some of them in groups. */
export interface SettingFields {
  readonly [name: string]: SettingField | SettingFields;
}

/**
 * One setting per line: its name and its choices, the default first, or the limit of its text. Names are
 * stored, so a renamed setting needs its former name in `FORMER_NAMES`. A new choice or default needs nothing else.
 */
export const SETTING_FIELDS = {
  /** How the sidebar starts on each site. */
  sidebar: /* @__PURE__ */ forEachSite(SIDEBAR_STARTS),
  /** Badges in listings. */
  badges: /* @__PURE__ */ forEachSite([true, false] as const),
  /** The card at citations in full texts. */
  citationCards: [true, false],
  readings: READINGS,
  /**
   * How long papers met are remembered: papers whose pages were opened, or whose abstracts were in visited
   * lists.
   */
  metPapers: ['off', 'week', 'month', 'quarter', 'year'],
  /** Words and authors that are marked in listings (`lib/domain/watch`). */
  watch: { longest: LONGEST_WATCH },
  /** `page`: follow the page, and the system if the page has no theme of its own. */
  theme: THEMES,
  /** Where related papers and search results open. */
  links: { site: ['arxiv', 'hugging-face'], opens: ['same-tab', 'new-tab'] },
} as const satisfies SettingFields;

/**
 * Former names of settings outside of groups, by which older releases stored and exported them, with the names of
 * today. They stay here: nobody knows which release a user comes from.
 */
const FORMER_NAMES: ReadonlyMap<string, keyof typeof SETTING_FIELDS> = /* @__PURE__ */ new Map([
  ['citationPeek', 'citationCards'],
] as const);

/**
 * Stored or exported values under the names of today, whatever they are. If a value is there under both names, the
 * one under today's is kept: only this release or a newer one writes it.
 */
export function withCurrentNames(values: unknown): unknown {
  if (!isRecord(values)) return values;
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const current = FORMER_NAMES.get(name);
      if (current === undefined) return [[name, value]];
      return Object.hasOwn(values, current) ? [] : [[current, value]];
    }),
  );
}

/** The sites with their own settings, in the order of the form. */
export const SETTING_SITES = /* @__PURE__ */ WITH_SCRIPTS.map(({ id, label }) => ({ id, label }));

/** The values of a table of settings. */
type ValuesOf<Fields> = Fields extends readonly unknown[]
  ? Fields[number]
  : Fields extends TextField
    ? string
    : { readonly [Name in keyof Fields]: ValuesOf<Fields[Name]> };

/** The user's settings. */
export type Settings = ValuesOf<typeof SETTING_FIELDS>;

/** The kind of page on which papers are opened. */
export const pageKindOfSettings = ({ links }: Settings): 'abs' | 'hf-paper' =>
  links.site === 'hugging-face' ? 'hf-paper' : 'abs';

const isChoices = (field: SettingField | SettingFields): field is Choices => Array.isArray(field);

/** Whether this is a setting and not a group. */
export const isSetting = (field: SettingField | SettingFields): field is SettingField =>
  isChoices(field) || typeof field['longest'] === 'number';

/** Whether the value is valid for the setting. */
export const mayHold = (field: SettingField, value: unknown): boolean =>
  isChoices(field)
    ? field.some((choice) => choice === value)
    : typeof value === 'string' && value.length <= field.longest;

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
 * The values of a table of settings in a stored value. Missing and invalid ones are taken from `otherwise`,
 * or are the default.
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
 * The settings in a stored item `{ version, values }`, whatever that is. The version is ignored: what a newer
 * release wrote means the same wherever this release knows the name and the choice.
 */
export const readSettingValues = (item: unknown): Settings =>
  readFields(SETTING_FIELDS, withCurrentNames(memberOf(item, 'values')));

/** The settings before a user changes any. */
export const DEFAULT_SETTINGS: Settings = /* @__PURE__ */ readSettingValues(undefined);
