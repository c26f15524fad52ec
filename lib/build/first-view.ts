/** Writes the popup's first view into its page, so that it can be drawn before any of the app is loaded. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { runnerImport, type Plugin } from 'vite';
import { preactForReact } from './preact';

const ROOT = resolve(import.meta.dirname, '../..');

/** The opening script, as `entrypoints/first-view.ts` is built. */
const OPENING = '/first-view.js';

/** A style sheet without rules, for which that script has the page wait. */
const HOLD = 'assets/hold.css';

type Messages = Readonly<Record<string, { readonly message: string }>>;

/** The part of `static-markup.tsx` that is used here; its own types lie in layers above. */
interface Markup<First> {
  drawMarkup(messages: Messages, first: First, panel: 'side-panel'): string;
  addFirstView(
    page: string,
    parts: { readonly opening: string; readonly hold: string; readonly markup: readonly string[] },
  ): string;
}

const readLanguages = (): readonly Messages[] =>
  readdirSync(resolve(ROOT, 'public/_locales')).map((language) =>
    JSON.parse(readFileSync(resolve(ROOT, `public/_locales/${language}/messages.json`), 'utf8')),
  );

/** In place of the browser's interface: components ask it for their texts alone while they are drawn. */
const BROWSER = 'virtual:browser-of-the-build';
const browserOfTheBuild = (): Plugin => ({
  name: 'browser-of-the-build',
  // Packages are taken as they are installed, but for aliases.
  config: () => ({ resolve: { alias: { 'wxt/browser': BROWSER } } }),
  resolveId: (source) => (source === BROWSER ? `\0${BROWSER}` : undefined),
  load: (id) => (id === `\0${BROWSER}` ? 'export const browser = {};' : undefined),
});

/**
 * The Vite plugin that does this, for the popup's page alone and not in development. `readFirst` gives the papers that
 * the popup shows first. For Chromium: Firefox opens its sidebar in the task of a click only, which nothing can repeat once
 * the app is there.
 */
export function firstView<First>(readFirst: () => Promise<First>): Plugin {
  return {
    name: 'first-view',
    apply: 'build',
    generateBundle(_options, bundle) {
      const isPopup = Object.values(bundle).some((file) => file.type === 'chunk' && file.name === 'popup');
      if (isPopup) this.emitFile({ type: 'asset', fileName: HOLD, source: '/* No rules. */' });
    },
    transformIndexHtml: {
      order: 'post',
      async handler(page, { filename }) {
        if (!/\bpopup\b[^/\\]*[/\\]?[^/\\]*\.html$/.test(filename)) return page;
        const first = await readFirst();
        const { module } = await runnerImport<Markup<First>>(
          resolve(ROOT, 'entrypoints/popup/static-markup.tsx'),
          {
            root: ROOT,
            configFile: false,
            logLevel: 'error',
            plugins: [browserOfTheBuild(), preactForReact()],
            resolve: { alias: { '@': ROOT } },
          },
        );
        return module.addFirstView(page, {
          opening: OPENING,
          hold: `/${HOLD}`,
          markup: readLanguages().map((messages) => module.drawMarkup(messages, first, 'side-panel')),
        });
      },
    },
  };
}
