import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { catalogueIds } from './data/build/vite-plugin.ts';
import { preactForReact } from './lib/build/preact.ts';
import { tokenColours } from './lib/build/tokens.ts';

/** Signs of a test that changes what the tests after it would meet: a document, a stand-in, a stubbed global. */
const CHANGES_ITS_WORKER =
  /vitest-environment|fakeBrowser|fake-indexeddb|stubGlobal|vi\.(?:mock|doMock|resetModules|spyOn|use)|testing-library/;

/**
 * Signs of a test that changes a document's own functions, or a library's settings, beyond what it draws, or whose
 * set-up does.
 */
const CHANGES_ITS_DOCUMENT =
  /fakeBrowser|fake-indexeddb|stubGlobal|vi\.(?:mock|doMock|resetModules|spyOn|use)|Object\.assign\((?:browser|document|window|HTML)|history\.|localStorage|\bconfigure\(|fixtures\/ui-setup/;

/** Signs of a test whose database tells errors by their classes, of which each of a worker's contexts has its own. */
const NEEDS_ITS_PROCESS = /fake-indexeddb/;

const files = readdirSync('tests/unit', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.test\.tsx?$/.test(file))
  .map((file) => {
    const text = readFileSync(`tests/unit/${file}`, 'utf8');
    return {
      path: `tests/unit/${file}`,
      isPure: !CHANGES_ITS_WORKER.test(text),
      isDrawn: text.startsWith('// @vitest-environment jsdom') && !CHANGES_ITS_DOCUMENT.test(text),
      needsItsProcess: NEEDS_ITS_PROCESS.test(text),
    };
  });
type File = (typeof files)[number];

const isUnclean = ({ isPure, isDrawn }: File): boolean => !isPure && !isDrawn;

/**
 * A fresh worker for each file costs more than most files' tests, and a fresh document more still, so that tests of
 * pure functions share theirs, and so do tests that draw and take away what they drew. The others have globals and
 * modules of their own in a process that they share: what makes documents is loaded once for all of them.
 */
const project = (name: string, isIn: (file: File) => boolean): TestProjectConfiguration => ({
  extends: true,
  test: {
    name,
    isolate: name === 'isolated' || name === 'apart',
    ...(name === 'isolated' && { pool: 'vmForks' as const }),
    // What waits for a document or a browser's stand-in may be upset by a busy machine: once more, and named in the run's
    // summary. A pure function that fails once is at fault.
    retry: name === 'pure' ? 0 : 1,
    include: files.filter(isIn).map(({ path }) => path),
  },
});

export default defineConfig({
  plugins: [WxtVitest(), catalogueIds(), tokenColours(), preactForReact()],
  resolve: {
    // Its other build asks for React by `require`, which no alias reaches.
    alias: [
      {
        find: /^@testing-library\/react$/,
        replacement: '@testing-library/react/dist/@testing-library/react.esm.js',
      },
    ],
  },
  test: {
    restoreMocks: true,
    // Transformed like our own files, or it would draw with React itself.
    server: { deps: { inline: ['@testing-library/react'] } },
    // Vitest leaves one processor to whoever watches it; nobody does, and the browsers' tests wait as often as they work.
    maxWorkers: availableParallelism(),
    setupFiles: ['tests/unit/texts-setup.ts', 'tests/unit/patience-setup.ts', 'tests/unit/settle-setup.ts'],
    globalSetup: ['tests/unit/ensure-build.ts'],
    // For what hangs, on a busy machine too; properties, which try thousands of cases, have more (`PATIENCE`).
    expect: { poll: { timeout: 20_000 } },
    testTimeout: 120_000,
    hookTimeout: 240_000,
    projects: [
      project('pure', ({ isPure }) => isPure),
      project('drawn', ({ isDrawn }) => isDrawn),
      project('isolated', (file) => isUnclean(file) && !file.needsItsProcess),
      project('apart', (file) => isUnclean(file) && file.needsItsProcess),
    ],
  },
});
