/** Settings as a JSON file for backup, for another computer, or for editing. Pure. */
import { isRecord } from '@/lib/domain/is-record';
import { readFields, SETTING_FIELDS, withCurrentNames, type Settings } from '@/lib/shared/settings/fields';
import { findUnknown, findUnreadable, SETTINGS_VERSION } from '@/lib/extension/settings/stored';

/** Identifies the file, for people and for `importSettings`. */
const FILE_KIND = 'sidelight-settings';

/** The result of reading a file: the new settings, or the reason why there are none. */
export type Import =
  | {
      readonly ok: true;
      readonly settings: Settings;
      /** Names in the file that were ignored: unknown settings or invalid choices. */
      readonly ignored: readonly string[];
    }
  | { readonly ok: false; readonly reason: 'not-json'; readonly detail: string }
  | { readonly ok: false; readonly reason: 'not-settings' };

/** The text of the file, indented so that people can read it. */
export function exportSettings(settings: Settings): string {
  return `${JSON.stringify({ kind: FILE_KIND, version: SETTINGS_VERSION, values: settings }, null, 2)}\n`;
}

function parseJson(text: string): { readonly value: unknown } | { readonly detail: string } {
  try {
    const value: unknown = JSON.parse(text);
    return { value };
  } catch (error) {
    // The user may choose any file; the parser's message names the place.
    return { detail: error instanceof Error ? error.message : String(error) };
  }
}

/** The settings in a file's text. What the file does not name stays as it is in `current`. */
export function importSettings(text: string, current: Settings): Import {
  const parsed = parseJson(text);
  if ('detail' in parsed) return { ok: false, reason: 'not-json', detail: parsed.detail };
  const file = parsed.value;
  if (!isRecord(file) || file['kind'] !== FILE_KIND || !isRecord(file['values']))
    return { ok: false, reason: 'not-settings' };
  const values = withCurrentNames(file['values']);
  const ignored = [...findUnreadable(values), ...findUnknown(values)];
  return { ok: true, settings: readFields(SETTING_FIELDS, values, current), ignored };
}
