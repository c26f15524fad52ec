// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  dismissFailure,
  formatFailure,
  latestFailure,
  reportFailure,
  reportUncaught,
  runTask,
  subscribeToFailures,
} from '@/lib/shared/failures';
import { until } from '../../fixtures/until';

const printed = vi.fn<(...parts: unknown[]) => void>();
beforeEach(() => {
  fakeBrowser.reset();
  Object.assign(browser.runtime, { getManifest: () => ({ version: '1.2.3' }) });
  vi.spyOn(console, 'error').mockImplementation(printed);
  printed.mockClear();
});
afterEach(() => dismissFailure());

test('a failure is one line in the console, and is stored with what, where and version', () => {
  const error = new TypeError('no such paper');
  reportFailure('panel', error);
  expect(printed.mock.calls).toEqual([['Sidelight 1.2.3, panel: TypeError: no such paper', error]]);
  expect(latestFailure()).toMatchObject({
    where: 'panel',
    what: 'TypeError: no such paper',
    version: '1.2.3',
  });
});

test('the report that a user copies contains what is needed and nothing of what they read', () => {
  const failure = { where: 'panel', what: 'TypeError: x', trace: 'at draw (panel.js:1)', version: '1.2.3' };
  expect(formatFailure(failure).split('\n')).toEqual([
    'Sidelight 1.2.3',
    'Where: panel',
    'What: TypeError: x',
    `Browser: ${navigator.userAgent}`,
    'at draw (panel.js:1)',
  ]);
});

test.each([
  ['text', 'text'],
  [undefined, 'undefined'],
  [null, 'null'],
  [{ odd: true }, '[object Object]'],
])('any thrown value can be reported: %j', (thrown, what) => {
  reportFailure('panel', thrown);
  expect(latestFailure()?.what).toBe(what);
});

test('a script that outlives its extension reports nothing', () => {
  vi.spyOn(browser.runtime, 'id', 'get').mockReturnValue('');
  reportFailure('page', new Error('Extension context invalidated.'));
  expect(printed).not.toHaveBeenCalled();
  expect(latestFailure()).toBeUndefined();
});

test('a page that is being closed reports nothing, and again when it comes back', () => {
  globalThis.dispatchEvent(new Event('pagehide'));
  reportFailure('popup', new Error('search.bin cannot be read'));
  expect(printed).not.toHaveBeenCalled();
  globalThis.dispatchEvent(new Event('pageshow'));
  reportFailure('popup', new Error('search.bin cannot be read'));
  expect(latestFailure()?.what).toBe('Error: search.bin cannot be read');
});

test('one of ours reports nothing from the moment at which it closes itself, unless it stays', () => {
  vi.useFakeTimers();
  try {
    reportUncaught('popup');
    globalThis.dispatchEvent(new Event('beforeunload'));
    reportFailure('popup', new Error('ids.bin cannot be read'));
    expect(printed).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1000);
    reportFailure('popup', new Error('ids.bin cannot be read'));
    expect(latestFailure()?.what).toBe('Error: ids.bin cannot be read');
  } finally {
    vi.useRealTimers();
  }
});

test('a task that runs by itself reports its failure', async () => {
  runTask('listing', Promise.reject(new Error('broken')));
  await until(() => expect(latestFailure()?.what).toBe('Error: broken'));
});

test('uncaught errors are reported, and browser messages without an error are not', () => {
  reportUncaught('settings');
  globalThis.dispatchEvent(new ErrorEvent('error', { message: 'ResizeObserver loop', error: null }));
  expect(latestFailure()).toBeUndefined();
  globalThis.dispatchEvent(new ErrorEvent('error', { error: new Error('uncaught') }));
  expect(latestFailure()?.what).toBe('Error: uncaught');
  const rejection = Object.assign(new Event('unhandledrejection'), { reason: new Error('rejected') });
  globalThis.dispatchEvent(rejection);
  expect(latestFailure()).toMatchObject({ where: 'settings', what: 'Error: rejected' });
});

test('listeners are notified of each change until they are removed', () => {
  const heard = vi.fn<() => void>();
  const leave = subscribeToFailures(heard);
  reportFailure('panel', new Error('one'));
  dismissFailure();
  leave();
  reportFailure('panel', new Error('two'));
  expect(heard).toHaveBeenCalledTimes(2);
});
