import { beforeEach, expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keepBadges, showBadge } from '@/lib/background/badge';
import { until } from '../fixtures/until';

const KNOWN = 'https://arxiv.org/abs/2407.08410';
/** The texts that each tab's badge has had, in order. */
let texts: Map<number, string[]>;
let report: unknown;

beforeEach(() => {
  fakeBrowser.reset();
  texts = new Map();
  report = undefined;
  Object.assign(browser, {
    action: {
      setBadgeText: ({ tabId, text }: { readonly tabId: number; readonly text: string }) => {
        texts.set(tabId, [...(texts.get(tabId) ?? []), text]);
        return Promise.resolve();
      },
      setBadgeBackgroundColor: () => Promise.resolve(),
      setTitle: () => Promise.resolve(),
    },
  });
  Object.assign(browser.tabs, { sendMessage: () => Promise.resolve(report) });
});

const keep = (): void => keepBadges(async (id) => id === '2407.08410');

test('says at once which open tabs hold a paper of the catalogue', async () => {
  const known = await fakeBrowser.tabs.create({ url: KNOWN });
  const other = await fakeBrowser.tabs.create({ url: 'https://arxiv.org/abs/2407.08411' });
  const none = await fakeBrowser.tabs.create({});
  keep();
  await until(() => expect(texts.size).toBeGreaterThan(2));
  expect([known, other, none].map(({ id = -1 }) => texts.get(id))).toEqual([['●'], [''], ['']]);
});

test('follows a tab to another address', async () => {
  const tab = await fakeBrowser.tabs.create({ url: 'https://arxiv.org/' });
  const id = tab.id ?? -1;
  keep();
  await until(() => expect(texts.get(id)).toEqual(['']));
  await fakeBrowser.tabs.onUpdated.trigger(id, { url: KNOWN }, { ...tab, url: KNOWN });
  await until(() => expect(texts.get(id)).toEqual(['', '●']));
  await fakeBrowser.tabs.onUpdated.trigger(id, { title: 'A paper' }, { ...tab, url: KNOWN });
  expect(texts.get(id)).toEqual(['', '●']);
});

test('goes away where the document states another paper', async () => {
  const tab = await fakeBrowser.tabs.create({ url: KNOWN });
  const id = tab.id ?? -1;
  report = {
    page: { kind: 'abs', paperId: '2407.08410' },
    confirmed: false,
    facts: { paperId: '2407.08411' },
  };
  keep();
  await until(() => expect(texts.get(id)).toEqual(['●', '']));
  report = { page: { kind: 'abs', paperId: '2407.08410' }, confirmed: true, facts: {} };
  await fakeBrowser.tabs.onUpdated.trigger(id, { status: 'complete' }, tab);
  await until(() => expect(texts.get(id)).toEqual(['●', '', '●']));
});

test('a tab that has closed is no fault', async () => {
  Object.assign(browser.action, { setBadgeText: () => Promise.reject(new Error('No tab with id: 7')) });
  await expect(showBadge(7, true)).resolves.toBeUndefined();
});
