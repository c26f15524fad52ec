import { useLayoutEffect } from 'react';
import type { Settings } from '@/lib/extension/settings';

/**
 * Sets the document's theme: the setting's, otherwise that of the page beside the panel if it has one,
 * otherwise none, so that the system's colours apply.
 */
export function useTheme(setting: Settings['theme'] | undefined, pageTheme?: 'light' | 'dark'): void {
  useLayoutEffect(() => {
    const theme = setting === undefined || setting === 'page' ? pageTheme : setting;
    if (theme) document.documentElement.dataset['theme'] = theme;
    else delete document.documentElement.dataset['theme'];
  }, [setting, pageTheme]);
}
