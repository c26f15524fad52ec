import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '../../..');

/** The built extension in a real Firefox: `npx vitest run --config tests/e2e/firefox/vitest.config.ts`. */
export default defineConfig({
  resolve: { alias: { '@': root } },
  test: {
    root,
    include: ['tests/e2e/firefox/**/*.test.ts'],
    globalSetup: ['tests/e2e/support/profiles.ts'],
    testTimeout: 240_000,
    hookTimeout: 240_000,
    // As in Chromium: waiting is not timed.
    expect: { poll: { timeout: 40_000 } },
    // A test that fails on a busy machine is tried once more, and named in the run's summary.
    retry: 1,
    // Files leave nothing behind in their worker, so shared modules are loaded once.
    isolate: false,
    maxWorkers: 1,
  },
});
