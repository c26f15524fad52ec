import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

/** The built extension in a real browser: `npx vitest run --config tests/e2e/vitest.config.ts`. */
export default defineConfig({
  resolve: { alias: { '@': resolve(import.meta.dirname, '../..') } },
  test: {
    root: resolve(import.meta.dirname, '../..'),
    include: ['tests/e2e/*.test.ts'],
    // Firefox has its own configuration.
    exclude: ['tests/e2e/firefox/**'],
    globalSetup: ['tests/e2e/support/profiles.ts'],
    testTimeout: 240_000,
    hookTimeout: 240_000,
    // A browser on a busy machine may take many seconds for what usually takes a tenth of one; these tests measure no
    // times.
    expect: { poll: { timeout: 40_000 } },
    // A test that fails on a busy machine is tried once more, and named in the run's summary.
    retry: 1,
    // Files leave nothing behind in their worker: what they share, including a browser, is started once.
    isolate: false,
    // Each worker has a browser, which is several processes.
    maxWorkers: availableParallelism(),
  },
});
