/** Hugging Face's colours. */
import type { SiteTheme } from '../site';

/** The root states dark ones by a class; on its own pages, the absence of the class is a statement too. */
export const theme = {
  attributes: ['class'],
  read: (document) => {
    if (document.documentElement.classList.contains('dark')) return 'dark';
    return document.querySelector('.SVELTE_HYDRATER') ? 'light' : undefined;
  },
} satisfies SiteTheme;
