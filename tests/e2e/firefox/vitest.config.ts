import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '../../..');

/** The built extension in a real Firefox: `npx vitest run --config tests/e2e/firefox/vitest.config.ts`. */
export default defineConfig({
  resolve: { alias: { '@': root } },
  test: {
    root,
    include: ['tests/e2e/firefox/**/*.test.ts'],
    testTimeout: 90_000,
    hookTimeout: 90_000,
    // As in Chromium: what is awaited is not timed.
    expect: { poll: { timeout: 20_000 } },
    // What a busy machine upsets is tried once more, and named in the run's summary.
    retry: 1,
    // Files leave nothing behind in their worker: what they share is read once.
    isolate: false,
    maxWorkers: 1,
  },
});
