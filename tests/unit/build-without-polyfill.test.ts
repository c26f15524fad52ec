import { describe, expect, test } from 'vitest';
import { withoutPolyfill } from '@/lib/build/without-polyfill';

describe('a later stage is built without the polyfill', () => {
  const others = { '@': '/project', 'wxt/testing': '/testing' };

  test('and with all other aliases, from a table of them', () => {
    const config = { resolve: { alias: { ...others, 'wxt/browser': 'polyfill' } } };
    withoutPolyfill(config);
    expect(config.resolve.alias).toEqual(others);
  });

  test('and with all other aliases, from a list of them', () => {
    const kept = { find: /^@\//, replacement: '/project/' };
    const config = { resolve: { alias: [{ find: 'wxt/browser', replacement: 'polyfill' }, kept] } };
    withoutPolyfill(config);
    expect(config.resolve.alias).toEqual([kept]);
  });

  test('and where there is no alias nothing changes', () => {
    const config = { build: {} };
    withoutPolyfill(config);
    expect(config).toEqual({ build: {} });
  });
});
