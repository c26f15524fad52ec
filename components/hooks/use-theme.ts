import { useLayoutEffect } from 'react';
import type { Settings } from '@/lib/extension/settings';

/**
 * Puts a theme on the document: the setting's, else the page's own (beside a page that has one), else
 * none, and the system's colours hold.
 */
export function useTheme(setting: Settings['theme'] | undefined, pageTheme?: 'light' | 'dark'): void {
  useLayoutEffect(() => {
    const theme = setting === undefined || setting === 'page' ? pageTheme : setting;
    if (theme) document.documentElement.dataset['theme'] = theme;
    else delete document.documentElement.dataset['theme'];
  }, [setting, pageTheme]);
}
