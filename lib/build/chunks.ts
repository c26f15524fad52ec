/**
 * Which modules of background and pages share a file. Left alone, the bundler
 * makes a file for every set of entries that share something: eleven for the
 * popup. Each costs an opening page a request, about 3 ms of its main thread.
 */

import type { UserConfig } from 'vite';

/** What is known of a module while chunks are made; after Rolldown's. */
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
  // A set's walk takes in what is added on the way.
  for (const each of seen) {
    const info = context.getModuleInfo(each);
    if (!info) continue;
    if (info.isEntry) entries.add(each);
    for (const importer of info.importers) seen.add(importer);
  }
  return entries;
}

type Sharing = 'shared' | 'pages';

/**
 * Who takes a module at its start: `shared`, the background and a page; `pages`, several pages, whose Preact
 * must not come into the background. Undefined for all others, which are as the bundler parts them.
 */
export function sharingOf(id: string, context: ChunkContext): Sharing | undefined {
  const entries = entriesOf(id, context);
  const pages = [...entries].filter((entry) => !/\bbackground\b/.test(entry)).length;
  if (pages < entries.size) return pages > 0 ? 'shared' : undefined;
  return pages > 1 ? 'pages' : undefined;
}

/** A file of its own for one kind of sharing. Of two, the first takes what both need. */
const groupOf = (sharing: Sharing, priority: number) => ({
  name: (id: string, context: ChunkContext) => (sharingOf(id, context) === sharing ? sharing : null),
  debugName: sharing,
  priority,
});

/** The Vite plugin that parts background and pages so. */
export function sharedChunks(): { readonly name: string; readonly config: () => UserConfig } {
  const groups = [groupOf('shared', 2), groupOf('pages', 1)];
  return {
    name: 'shared-chunks',
    config: () => ({
      build: { modulePreload: { polyfill: false }, rollupOptions: { output: { codeSplitting: { groups } } } },
    }),
  };
}
