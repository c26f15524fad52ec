import { expect, test } from 'vitest';
import { refuseManifest3 } from '@/lib/build/manifest-version';

test.each([
  ['chrome', 3],
  ['edge', 3],
  ['firefox', 2],
])('%s is built with manifest version %i', (browser, version) => {
  expect(() => refuseManifest3(browser, version)).not.toThrow();
});

test('Firefox with manifest version 3 is refused, with what to do', () => {
  expect(() => refuseManifest3('firefox', 3)).toThrow('leave out --mv3');
});
