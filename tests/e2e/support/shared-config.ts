/** What the tests in Chromium and those in Firefox have in common. */
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../..');

/** How modules of the product are found in tests. */
export const sharedResolve = { alias: { '@': root } };

/** How tests in a browser are run. */
export const sharedTest = {
  root,
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
};
