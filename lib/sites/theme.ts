/** The sites' own colours, and what changes when a reader switches them. */

/** arXiv's full texts and ar5iv mark the root by an attribute, Hugging Face by a class. */
const THEME_ATTRIBUTES = ['data-theme', 'class'] as const;

/** The page's colours, or undefined where it has none of its own and the browser's hold. */
export function readTheme(document: Document): 'light' | 'dark' | undefined {
  const root = document.documentElement;
  const stated = root.getAttribute('data-theme');
  if (stated === 'light' || stated === 'dark') return stated;
  if (root.classList.contains('dark')) return 'dark';
  // On Hugging Face the absence of the class is a statement too.
  return document.querySelector('.SVELTE_HYDRATER') ? 'light' : undefined;
}

/** What to observe for a change of `readTheme`'s answer. */
export function themeSource(document: Document): { element: Element; attributes: readonly string[] } {
  return { element: document.documentElement, attributes: THEME_ATTRIBUTES };
}
