import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { catalogueIds } from './data/build/vite-plugin.ts';

export default defineConfig({
  plugins: [WxtVitest(), catalogueIds()],
  test: {
    include: ['tests/unit/**/*.test.{ts,tsx}'],
    restoreMocks: true,
    // For what hangs, not for what is slow: properties try thousands of cases on whatever machine there is.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
