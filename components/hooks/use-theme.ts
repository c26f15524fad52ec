import { useLayoutEffect } from 'react';
import type { Settings } from '@/lib/extension/settings';

type Theme = 'light' | 'dark';

/**
 * Sets the document's theme: the setting's, otherwise that of the page beside the panel if it has one,
 * otherwise none, so that the system's colours apply.
 */
export function showTheme(setting: Settings['theme'] | undefined, pageTheme?: Theme): void {
  const theme = setting === undefined || setting === 'page' ? pageTheme : setting;
  if (theme) document.documentElement.dataset['theme'] = theme;
  else delete document.documentElement.dataset['theme'];
}

/** The same as an effect, which follows both. */
export function useTheme(setting: Settings['theme'] | undefined, pageTheme?: Theme): void {
  useLayoutEffect(() => showTheme(setting, pageTheme), [setting, pageTheme]);
}
