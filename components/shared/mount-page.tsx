import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { t, type TextKey } from '../hooks/texts';
import { reportFailure, reportUncaught } from '../hooks/use-failures';
import { FailureGuard } from './FailureGuard';

/** What each page is called in the browser's tab and to screen readers. */
const TITLES = {
  card: 'title_card',
  panel: 'title_panel',
  popup: 'title_popup',
  settings: 'title_settings',
  library: 'title_library',
  welcome: 'title_welcome',
  'side panel': 'app_name',
} as const satisfies Readonly<Record<string, TextKey>>;

/**
 * Draws a page of ours into its `#root`, at once or as soon as what it starts with is there. `where` names
 * the page in reports; whatever fails in it is reported from now on.
 */
export function mountPage(where: keyof typeof TITLES, app: ReactNode | Promise<ReactNode>): void {
  reportUncaught(where);
  // Of our texts, which are English where the browser's language has none.
  document.documentElement.lang = t('language');
  document.title = t(TITLES[where]);
  const root = document.getElementById('root');
  if (!root) return;
  const draw = (drawn: ReactNode): void =>
    createRoot(root).render(<FailureGuard where={where}>{drawn}</FailureGuard>);
  if (!(app instanceof Promise)) return draw(app);
  app.then(draw, (error: unknown) => {
    reportFailure(where, error);
    draw(null);
  });
}
