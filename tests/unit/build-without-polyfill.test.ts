import { describe, expect, test } from 'vitest';
import { withoutPolyfill } from '@/lib/build/without-polyfill';

describe('a script on a page is built without the polyfill', () => {
  const others = { '@': '/project', 'wxt/testing': '/testing' };

  test('all other aliases stay in a table of aliases', () => {
    const config = { resolve: { alias: { ...others, 'wxt/browser': 'polyfill' } } };
    withoutPolyfill(config);
    expect(config.resolve.alias).toEqual(others);
  });

  test('all other aliases stay in a list of aliases', () => {
    const kept = { find: /^@\//, replacement: '/project/' };
    const config = { resolve: { alias: [{ find: 'wxt/browser', replacement: 'polyfill' }, kept] } };
    withoutPolyfill(config);
    expect(config.resolve.alias).toEqual([kept]);
  });

  test('nothing changes without an alias', () => {
    const config = { build: {} };
    withoutPolyfill(config);
    expect(config).toEqual({ build: {} });
  });
});
