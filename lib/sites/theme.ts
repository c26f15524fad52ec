/** The sites' own colours, and what changes when a reader switches them. */
import { THEMES } from './registry';

/** The page's colours, or undefined where it has none of its own and the browser's hold. */
export function readTheme(document: Document): 'light' | 'dark' | undefined {
  for (const { read } of THEMES) {
    const stated = read(document);
    if (stated) return stated;
  }
  return undefined;
}

/** What to observe for a change of `readTheme`'s answer. */
export function themeSource(document: Document): { element: Element; attributes: readonly string[] } {
  return { element: document.documentElement, attributes: THEMES.flatMap(({ attributes }) => attributes) };
}
