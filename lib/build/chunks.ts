/**
 * Decides which modules of background and pages share a file. By default the bundler makes a file for every
 * set of entries that share something: eleven for the popup, each of which costs an opening page a request,
 * about 3 ms of its main thread. What the popup's first view needs has files of its own, since the popup is opened
 * again for every search: the rest is loaded when that view is painted.
 */

import type { UserConfig } from 'vite';

/** The part of `ModuleInfo` that is used here (https://rollupjs.org/plugin-development/#this-getmoduleinfo). */
interface ModuleInfo {
  readonly isEntry: boolean;
  readonly importers: readonly string[];
}

interface ChunkContext {
  getModuleInfo(id: string): ModuleInfo | null;
}

/** The entries from which static imports lead to a module. */
function entriesOf(id: string, context: ChunkContext): ReadonlySet<string> {
  const entries = new Set<string>();
  const seen = new Set([id]);
  // A `Set` being iterated also visits items that are added meanwhile.
  for (const each of seen) {
    const info = context.getModuleInfo(each);
    if (!info) continue;
    if (info.isEntry) entries.add(each);
    for (const importer of info.importers) seen.add(importer);
  }
  return entries;
}

type Sharing = 'first' | 'first-view' | 'shared' | 'pages';

/**
 * Who shares a module at startup: `shared` if the background and a page do; `pages` if only pages do, because
 * Preact must stay out of the background; `first` and `first-view` if the popup is among these pages. Undefined for
 * all others, which are left to the bundler.
 */
export function sharingOf(id: string, context: ChunkContext): Sharing | undefined {
  const entries = entriesOf(id, context);
  const pages = [...entries].filter((entry) => !/\bbackground\b/.test(entry));
  const isFirst = pages.some((entry) => /\bentrypoints\/popup\//.test(entry));
  if (pages.length < entries.size) return pages.length === 0 ? undefined : isFirst ? 'first' : 'shared';
  if (pages.length < 2) return undefined;
  // One file of styles costs an opening page less than two of half the size.
  return isFirst || id.endsWith('.css') ? 'first-view' : 'pages';
}

/** A chunk for one kind of sharing. A module that fits both goes to the one with the higher priority. */
const groupOf = (sharing: Sharing, priority: number) => ({
  name: (id: string, context: ChunkContext) => (sharingOf(id, context) === sharing ? sharing : null),
  debugName: sharing,
  priority,
});

/** The Vite plugin that applies this to background and pages. */
export function sharedChunks(): { readonly name: string; readonly config: () => UserConfig } {
  const groups = [
    // What was found in the corpus or fitted to labels, and the reader's lists of words, are data, and counted as such
    // (`package-size.ts`).
    {
      name: 'knowledge',
      test: /\/(?:weights|known-names)\.json$|\/reading\/(?:tags|task|names|sentence)\/words\.ts$/,
      priority: 5,
    },
    groupOf('first', 4),
    groupOf('first-view', 3),
    groupOf('shared', 2),
    groupOf('pages', 1),
  ];
  return {
    name: 'shared-chunks',
    config: () => ({
      build: { modulePreload: { polyfill: false }, rollupOptions: { output: { codeSplitting: { groups } } } },
    }),
  };
}
