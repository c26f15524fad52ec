import { defineConfig } from 'vitest/config';
import { sharedResolve, sharedTest } from '../support/shared-config.ts';

/** The built extension in a real Firefox: `npx vitest run --config tests/e2e/firefox/vitest.config.ts`. */
export default defineConfig({
  resolve: sharedResolve,
  test: { ...sharedTest, include: ['tests/e2e/firefox/**/*.test.ts'], maxWorkers: 1 },
});
