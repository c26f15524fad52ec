import { beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { handleCommands } from '@/lib/background/commands';
import { registerEach } from '@/lib/background/registrations';
import { handleOmnibox } from '@/lib/background/omnibox';
import { reportFailure } from '@/lib/shared/failures';

vi.mock('@/lib/shared/failures', { spy: true });

beforeEach(() => {
  fakeBrowser.reset();
  vi.mocked(reportFailure).mockClear().mockReturnValue(undefined);
});

describe('the background of a browser', () => {
  test.each(['commands', 'omnibox'] as const)(
    'without %s registers the rest, and reports no failure',
    (missing) => {
      const { [missing]: kept } = browser;
      Object.assign(browser, { [missing]: undefined });
      try {
        const last = vi.fn<() => void>();
        registerEach([
          [missing, missing === 'commands' ? handleCommands : () => handleOmnibox('text')],
          ['last', last],
        ]);
        expect(last).toHaveBeenCalledOnce();
        expect(reportFailure).not.toHaveBeenCalled();
      } finally {
        Object.assign(browser, { [missing]: kept });
      }
    },
  );

  test('in which one registration fails makes those after it, and reports the failed one', () => {
    const error = new TypeError('browser.tabs is undefined');
    const last = vi.fn<() => void>();
    registerEach([
      [
        'badges',
        () => {
          throw error;
        },
      ],
      ['last', last],
    ]);
    expect(last).toHaveBeenCalledOnce();
    expect(reportFailure).toHaveBeenCalledExactlyOnceWith('background: badges', error);
  });
});
