import type { ReactNode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { t, type TextKey } from '../hooks/texts';
import { reportFailure, reportUncaught } from '../hooks/use-failures';
import { FailureGuard } from './FailureGuard';

/** The titles of our pages, in the browser's tab and for screen readers. */
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
 * Renders an extension page into its `#root`, at once or when its initial data is ready; what is drawn there already is
 * adopted. `where` names the page in reports; from then on, unexpected failures in it are reported.
 */
export function mountPage(where: keyof typeof TITLES, app: ReactNode | Promise<ReactNode>): void {
  reportUncaught(where);
  // The language of the texts, which is English if the browser's language has none.
  document.documentElement.lang = t('language');
  document.title = t(TITLES[where]);
  const root = document.getElementById('root');
  if (!root) return;
  const draw = (drawn: ReactNode): void => {
    const page = <FailureGuard where={where}>{drawn}</FailureGuard>;
    if (root.hasChildNodes()) hydrateRoot(root, page);
    else createRoot(root).render(page);
  };
  if (!(app instanceof Promise)) return draw(app);
  app.then(draw, (error: unknown) => {
    reportFailure(where, error);
    draw(null);
  });
}
