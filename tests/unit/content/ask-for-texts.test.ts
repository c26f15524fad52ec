import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { askForTexts } from '@/lib/content/ask-for-texts';
import { t, tCount } from '@/lib/shared/texts';

const ask = vi.hoisted(() => vi.fn<() => Promise<unknown>>());
vi.mock('@/lib/messages', () => ({ askOwn: ask }));

const asked = vi.fn<(key: string) => string>((key) => `the browser’s ${key}`);
beforeEach(() => {
  asked.mockClear();
  Object.assign(browser.i18n, { getMessage: asked, getUILanguage: () => 'en' });
});

test('without an answer the browser is asked for each text', async () => {
  ask.mockResolvedValue(undefined);
  await askForTexts(['tools_button']);
  expect(t('tools_button')).toBe('the browser’s tools_button');
});

test('texts of the background need no other, with their values and forms for numbers', async () => {
  ask.mockResolvedValue({
    language: 'en',
    texts: ['Filtern', '$1 von $2', '1 Ergebnis', '$1 Ergebnisse', ''],
  });
  await askForTexts([
    'tools_button',
    'tools_shown',
    'badge_results_one',
    'badge_results_other',
    'tools_clear',
  ]);
  expect([
    t('tools_button'),
    t('tools_shown', 3, 12),
    tCount('badge_results', 1),
    tCount('badge_results', 2),
  ]).toEqual(['Filtern', '3 von 12', '1 Ergebnis', '2 Ergebnisse']);
  expect(asked).not.toHaveBeenCalled();
  expect(t('tools_clear')).toBe('the browser’s tools_clear');
});
