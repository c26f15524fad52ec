/**
 * Bundles the second stage of the page script, the part that only papers'
 * pages load, as one file. WXT builds content scripts as single files, so
 * what the first stage loads at run time is built here.
 */
import { build } from 'vite';
import { catalogueIds } from '../../data/build/vite-plugin';
import { buildTarget } from './minimum';

/** Where the first stage finds it, from the root of the extension. */
export const SIDEBAR_MODULE = 'sidebar.js';

/**
 * The file's code: a module for Chromium, where the first stage imports it, and for Firefox a script that
 * leaves the module under a name. `mode` is Vite's: `production` minifies.
 */
export async function bundleSidebar(root: string, mode: string, browser: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    root,
    mode,
    plugins: [catalogueIds()],
    resolve: { alias: { '@': root } },
    build: {
      write: false,
      copyPublicDir: false,
      target: buildTarget(browser),
      lib: {
        entry: `${root}/entrypoints/page.content/sidebar.ts`,
        formats: [browser === 'firefox' ? 'iife' : 'es'],
        name: 'sidelightSidebar',
        fileName: 'sidebar',
      },
      // Libraries keep their white space by default; this one is nobody's dependency.
      rolldownOptions: { output: { minify: mode === 'production' } },
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  const chunk = outputs.flatMap((output) => ('output' in output ? output.output : []))[0];
  if (chunk?.type !== 'chunk') throw new Error('The sidebar module was not built.');
  return chunk.code;
}
