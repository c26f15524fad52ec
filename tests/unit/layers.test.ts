import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ARROWS, findFaults, findImports, loadedBy, reachedFrom } from './layers-check';

const files = globSync('{lib,components,data,entrypoints}/**/*.{ts,tsx}');

describe('layers', () => {
  test('every file follows the import rules', () => {
    expect(files.length).toBeGreaterThan(20);
    expect(files.flatMap((file) => findFaults(file, readFileSync(file, 'utf8')))).toEqual([]);
  });

  test('every layer exists, so that no rule applies to an empty folder', () => {
    const empty = ARROWS.map(([folder]) => folder).filter(
      (folder) => !files.some((file) => file.startsWith(`${folder}/`)),
    );
    expect(empty).toEqual([]);
  });
});

/**
 * Too large or not allowed on a page: the catalogue (but for the ids in it), packs, their search and database, what reads
 * abstracts, and what only tools use.
 */
const NOT_ON_PAGES = [
  /^(?:zod|idb|react|preact|node:)/,
  /^lib\/domain\/(?:catalogue|pack|search|library|reading)\//,
  /^(?:components|lib\/(?:extension|background|pages|cli|build)|data\/(?!ids\.ts))/,
];
const isNotOnPages = (module: string): boolean => NOT_ON_PAGES.some((each) => each.test(module));

describe('what runs on a page', () => {
  const sources = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
  test.each([
    'entrypoints/page.content/index.ts',
    'entrypoints/listing.content/index.ts',
    'entrypoints/sidebar.ts',
    'entrypoints/full-text.ts',
  ])('loads no catalogue, database, or part of another context, whatever is between: %s', (entry) => {
    const reached = reachedFrom(entry, sources);
    expect(reached.length).toBeGreaterThan(20);
    expect(reached.filter(isNotOnPages)).toEqual([]);
  });

  test('is told apart from what the background loads, in which the same check finds all of these', () => {
    const reached = reachedFrom('entrypoints/background/index.ts', sources);
    for (const module of ['idb', 'lib/domain/catalogue/index.ts', 'lib/domain/pack/index.ts'])
      expect(reached.filter(isNotOnPages)).toContain(module);
  });
});

/** Tests of any part of the sources with random input, which `npm run fuzz` runs alone. */
const OF_ALL_PARTS = 'fuzz';

test('every folder of unit tests has the path of a folder that they test', () => {
  const folders = new Set(
    globSync('tests/unit/*/**/*.test.{ts,tsx}').map((file) => relative('tests/unit', dirname(file))),
  );
  const strangers = [...folders].filter((folder) => !existsSync(folder) && !existsSync(`lib/${folder}`));
  expect(strangers).toEqual([OF_ALL_PARTS]);
});

/** A folder's path by its name in README.md, which leaves `lib/` out after the arrow. */
const folderOf = (name: string): string => (name === 'data' || name === 'components' ? name : `lib/${name}`);
/** The folders in one list of the picture; `all` stays one word. */
const namesIn = (list: string): readonly string[] =>
  list === 'none' ? [] : list === 'all' ? ['all'] : list.split(', ').map(folderOf);

/** The layers that README.md's picture lets a folder import, by their folders. */
function drawnArrows(): Map<string, ReadonlySet<string>> {
  const picture = readFileSync('README.md', 'utf8').split('## Architecture')[1]?.split('```')[1] ?? '';
  const drawn = new Map<string, ReadonlySet<string>>();
  for (const line of picture.trim().split('\n')) {
    const [, folder = '', arrows = ''] = /^(\S+) .*<- (.+)$/.exec(line) ?? [];
    const [own = '', hooks] = arrows.split('; hooks: ');
    drawn.set(folder, new Set(namesIn(own)));
    // The hooks of the components may import what these may, and each other.
    if (hooks) drawn.set(`${folder}/hooks`, new Set([...namesIn(own), ...namesIn(hooks), folder]));
  }
  return drawn;
}

test('README.md draws the same arrows', () => {
  const tools = new Set(['lib/cli', 'lib/build', 'entrypoints']);
  const all = ARROWS.map(([folder]) => folder).filter((folder) => !tools.has(folder));
  const drawn = drawnArrows();
  expect([...drawn.keys()].toSorted()).toEqual(ARROWS.map(([folder]) => folder).toSorted());
  for (const [folder, mayImport] of ARROWS) {
    const arrows = drawn.get(folder) ?? new Set();
    const named = mayImport.filter((each) => folder !== 'components' || each !== 'components/hooks');
    expect([folder, ...(arrows.has('all') ? all : arrows)].toSorted()).toEqual([folder, ...named].toSorted());
  }
});

describe('the check itself', () => {
  test.each([
    ['lib/domain/a.ts', "import { b } from '@/lib/sites/b';"],
    ['lib/domain/a.ts', "import { b } from '../shared/b';"],
    ['lib/domain/a.ts', "import { browser } from 'wxt/browser';"],
    ['lib/dom/a.ts', "import type { Page } from '@/lib/domain/page';"],
    ['lib/sites/a.ts', "export * from '@/lib/dom/x';"],
    ['lib/pages/a.ts', "const b = await import('@/components/B');"],
    ['lib/pages/a.ts', "import { useState } from 'react';"],
    ['lib/content/a.ts', "import ids from '@/data/ids';"],
    ['lib/content/a.ts', "import { openLibrary } from '@/lib/extension/library/database';"],
    ['lib/content/a.ts', "import { openDB } from 'idb';"],
    ['lib/content/a.ts', "import { z } from 'zod';"],
    ['lib/background/a.ts', "import { copy } from '@/lib/pages/clipboard';"],
    ['lib/pages/a.ts', "import { start } from '@/lib/content/sidebar';"],
    ['lib/messages/a.ts', "import { openStore } from '@/lib/extension/store';"],
    ['lib/shared/a.ts', "import { askOwn } from '@/lib/messages';"],
    ['lib/build/a.ts', "import { b } from '@/lib/domain/b';"],
    ['components/A.tsx', "import { browser } from 'wxt/browser';"],
    ['components/A.tsx', "import { load } from '@/lib/extension/catalogue';"],
    ['components/A.tsx', "import type { A } from '@/lib/pages/a';\nimport { b } from '@/lib/pages/b';"],
    ['lib/dom/b.ts', "import type { A } from '@/lib/pages/a';"],
    ['components/hooks/a.ts', "import { pageOf } from '@/lib/sites';"],
    ['data/build/a.ts', "import '@/lib/sites/side-effect';"],
    ['lib/cli/a.ts', "import {\n  one,\n  two,\n} from '@/lib/extension/x';"],
    ['entrypoints/a/index.ts', "import { x } from '@/lib/cli/x';"],
    ['components/A.tsx', "import x from '../entrypoints/panel/x';"],
    ['lib/background/badge.ts', "import { parseCatalogue } from '@/lib/domain/catalogue';"],
    ['components/A.tsx', "import { decodePaper } from '@/lib/domain/catalogue/lines';"],
  ])('refuses in %s: %s', (file, source) => {
    expect(findFaults(file, source)).toHaveLength(1);
  });

  test.each([
    ['lib/domain/a.ts', "import { b } from './b';"],
    ['lib/sites/a.ts', "import { b } from '@/lib/domain/b';"],
    ['lib/content/a.ts', "import { browser } from 'wxt/browser';\nimport { x } from '@/lib/dom/x';"],
    ['components/A.tsx', "import { usePaper } from './hooks/use-paper';\nimport { memo } from 'react';"],
    ['components/A.tsx', "import type { Settings } from '@/lib/extension/settings';"],
    ['lib/extension/store.ts', "import { parseCatalogue } from '@/lib/domain/catalogue';"],
    ['lib/background/badge.ts', "import type { Taxonomy } from '@/lib/domain/catalogue';"],
    ['entrypoints/a/index.ts', "import { x } from '@/components/X';\nimport ids from '@/data/ids';"],
    ['lib/domain/a.ts', "// import { b } from '@/lib/sites/b';\n/* import '@/lib/dom/x' */"],
    ['tests/unit/a.ts', "import { b } from '@/lib/sites/b';"],
  ])('accepts in %s: %s', (file, source) => {
    expect(findFaults(file, source)).toEqual([]);
  });

  test('follows imports of values through files, and not those of types', () => {
    const sources = new Map([
      ['lib/a.ts', "import { b } from './b';\nimport type { D } from '@/lib/d';"],
      ['lib/b/index.ts', "export * from '../c';\nimport { z } from 'zod';"],
      ['lib/c.ts', "import { a } from '@/lib/a';"],
      ['lib/d.ts', ''],
    ]);
    expect(reachedFrom('lib/a.ts', sources)).toEqual(['lib/b/index.ts', 'lib/c.ts', 'zod']);
    const both = "import { b } from './b';\nimport type { B } from './b';";
    expect(loadedBy('lib/a.ts', both)).toEqual(['lib/b']);
  });

  test('recognises every form of import', () => {
    const source =
      "import a from 'a';\nimport 'b';\nexport { c } from 'c';\nvoid import('d');\nimport type { E } from \"e\";";
    expect(findImports(source).toSorted()).toEqual(['a', 'b', 'c', 'd', 'e']);
  });
});
