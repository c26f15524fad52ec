import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { sharedResolve, sharedTest } from './support/shared-config.ts';

/** The built extension in a real browser: `npx vitest run --config tests/e2e/vitest.config.ts`. */
export default defineConfig({
  resolve: sharedResolve,
  test: {
    ...sharedTest,
    include: ['tests/e2e/*.test.ts'],
    // Firefox has its own configuration.
    exclude: ['tests/e2e/firefox/**'],
    // Each worker has a browser, which is several processes.
    maxWorkers: availableParallelism(),
  },
});
