/**
 * The setting of the theme, apart from the table of all: the popup's opening script reads no other, and would have to set
 * up the whole table, with the sites' addresses, before it draws.
 */
import { memberOf } from './member';

/** The choices; the first is the default. */
export const THEMES = ['page', 'light', 'dark'] as const;

/** The theme in the stored item of the settings, as `readSettingValues` reads it. */
export function readTheme(item: unknown): (typeof THEMES)[number] {
  const stored = memberOf(memberOf(item, 'values'), 'theme');
  return THEMES.find((theme) => theme === stored) ?? THEMES[0];
}
