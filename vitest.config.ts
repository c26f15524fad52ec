import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { catalogueIds } from './data/build/vite-plugin.ts';

export default defineConfig({
  plugins: [WxtVitest(), catalogueIds()],
  test: {
    include: ['tests/unit/**/*.test.{ts,tsx}'],
    restoreMocks: true,
    setupFiles: ['tests/unit/texts-setup.ts'],
    globalSetup: ['tests/unit/ensure-build.ts'],
    // For what hangs, on a busy machine too; properties, which try thousands of cases, have more (`PATIENCE`).
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
