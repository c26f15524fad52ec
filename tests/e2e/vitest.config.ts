import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

/** The built extension in a real browser: `npx vitest run --config tests/e2e/vitest.config.ts`. */
export default defineConfig({
  resolve: { alias: { '@': resolve(import.meta.dirname, '../..') } },
  test: {
    root: resolve(import.meta.dirname, '../..'),
    include: ['tests/e2e/*.test.ts'],
    // Another browser, another harness.
    exclude: ['tests/e2e/firefox/**'],
    globalSetup: ['tests/e2e/support/profiles.ts'],
    testTimeout: 90_000,
    hookTimeout: 60_000,
    // A browser on a busy machine may take seconds over what usually takes a tenth; it is not timed here.
    expect: { poll: { timeout: 20_000 } },
    // What a busy machine upsets is tried once more, and named in the run's summary.
    retry: 1,
    // Files leave nothing behind in their worker: what they share, a browser too, is started once.
    isolate: false,
    // Each has a browser, which is several processes.
    maxWorkers: availableParallelism(),
  },
});
