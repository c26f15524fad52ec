/** The colours of arXiv's full texts and of ar5iv; its other pages have one set alone. */
import type { SiteTheme } from '../site';

/** The root states them by an attribute. */
export const theme = {
  attributes: ['data-theme'],
  read: (document) => {
    const stated = document.documentElement.getAttribute('data-theme');
    return stated === 'light' || stated === 'dark' ? stated : undefined;
  },
} satisfies SiteTheme;
