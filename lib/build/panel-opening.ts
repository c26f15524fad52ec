/** Puts the panel's opening script into its page, before everything else that the page loads. */
import type { Plugin } from 'vite';

/** The opening script, as `entrypoints/panel-opening.ts` is built. */
const OPENING = '<script src="/panel-opening.js"></script>';

/** The page with the opening script. Throws if the page has no head. */
export function addOpening(page: string): string {
  const [head] = /<head>\s*<meta charset="utf-8"[^>]*>/i.exec(page) ?? [];
  if (head === undefined) throw new Error('The panel has no head.');
  return page.replace(head, () => head + OPENING);
}

/** The Vite plugin that does this, for the panel's page alone and not in development. */
export function panelOpening(): Plugin {
  return {
    name: 'panel-opening',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (page, { filename }) =>
        /\bpanel[/\\]?[^/\\]*\.html$/.test(filename) && !/\bsidepanel\b/.test(filename)
          ? addOpening(page)
          : page,
    },
  };
}
