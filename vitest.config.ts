import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { catalogueIds } from './data/build/vite-plugin.ts';
import { tokenColours } from './lib/build/tokens.ts';

/** Signs of a test that changes what the tests after it would meet: a document, a stand-in, a stubbed global. */
const CHANGES_ITS_WORKER =
  /vitest-environment|fakeBrowser|fake-indexeddb|stubGlobal|vi\.(?:mock|doMock|resetModules|spyOn|use)|testing-library/;

const files = readdirSync('tests/unit', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.test\.tsx?$/.test(file))
  .map((file) => `tests/unit/${file}`);
const isolated = files.filter((file) => CHANGES_ITS_WORKER.test(readFileSync(file, 'utf8')));

/** A fresh worker for each file costs more than most files' tests, so that tests of pure functions share theirs. */
const project = (name: string, isolate: boolean): TestProjectConfiguration => ({
  extends: true,
  test: {
    name,
    isolate,
    // What waits for a document or a browser's stand-in may be upset by a busy machine: once more, and named in the run's
    // summary. A pure function that fails once is at fault.
    retry: isolate ? 1 : 0,
    include: isolate ? isolated : files.filter((file) => !isolated.includes(file)),
  },
});

export default defineConfig({
  plugins: [WxtVitest(), catalogueIds(), tokenColours()],
  test: {
    restoreMocks: true,
    // Vitest leaves one processor to whoever watches it; nobody does, and the browsers' tests wait as often as they work.
    maxWorkers: availableParallelism(),
    setupFiles: ['tests/unit/texts-setup.ts', 'tests/unit/patience-setup.ts'],
    globalSetup: ['tests/unit/ensure-build.ts'],
    // For what hangs, on a busy machine too; properties, which try thousands of cases, have more (`PATIENCE`).
    expect: { poll: { timeout: 20_000 } },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [project('pure', false), project('isolated', true)],
  },
});
