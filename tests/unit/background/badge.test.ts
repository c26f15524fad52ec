import { beforeEach, expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { updateBadges, showBadge, type PaperState } from '@/lib/background/badge';
import { announceChange } from '@/lib/shared/library/revision';
import { until } from '../../fixtures/until';

const KNOWN = 'https://arxiv.org/abs/2407.08410';
/** The texts that each tab's badge has had, in order. */
let texts: Map<number, string[]>;
/** The tooltip of each tab's button. */
let titles: Map<number, string>;
let report: unknown;

beforeEach(() => {
  fakeBrowser.reset();
  texts = new Map();
  titles = new Map();
  report = undefined;
  Object.assign(browser, {
    action: {
      setBadgeText: ({ tabId, text }: { readonly tabId: number; readonly text: string }) => {
        texts.set(tabId, [...(texts.get(tabId) ?? []), text]);
        return Promise.resolve();
      },
      setBadgeBackgroundColor: () => Promise.resolve(),
      setTitle: ({ tabId, title }: { readonly tabId: number; readonly title: string }) => {
        titles.set(tabId, title);
        return Promise.resolve();
      },
    },
  });
  Object.assign(browser.tabs, { sendMessage: () => Promise.resolve(report) });
});

const keep = (): void => updateBadges(async (id) => id === '2407.08410');

test('the badge shows immediately which open tabs contain a paper of the catalogue', async () => {
  const known = await fakeBrowser.tabs.create({ url: KNOWN });
  const other = await fakeBrowser.tabs.create({ url: 'https://arxiv.org/abs/2407.08411' });
  const none = await fakeBrowser.tabs.create({});
  keep();
  await until(() => expect(texts.size).toBeGreaterThan(2));
  expect([known, other, none].map(({ id = -1 }) => texts.get(id))).toEqual([['●'], [''], ['']]);
});

test('the badge follows a tab to another address', async () => {
  const tab = await fakeBrowser.tabs.create({ url: 'https://arxiv.org/' });
  const id = tab.id ?? -1;
  keep();
  await until(() => expect(texts.get(id)).toEqual(['']));
  await fakeBrowser.tabs.onUpdated.trigger(id, { url: KNOWN }, { ...tab, url: KNOWN });
  await until(() => expect(texts.get(id)).toEqual(['', '●']));
  await fakeBrowser.tabs.onUpdated.trigger(id, { title: 'A paper' }, { ...tab, url: KNOWN });
  expect(texts.get(id)).toEqual(['', '●']);
});

test('the badge is removed if the document states another paper', async () => {
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

test('the badge of a saved paper is a star, from the moment it is saved until it is removed', async () => {
  const known = (await fakeBrowser.tabs.create({ url: KNOWN })).id ?? -1;
  const other = (await fakeBrowser.tabs.create({ url: 'https://arxiv.org/abs/2407.08411' })).id ?? -1;
  let stateOfKnown: PaperState = true;
  updateBadges(async (id) => id === '2407.08410' && stateOfKnown);
  await until(() => expect([texts.get(known), texts.get(other)]).toEqual([['●'], ['']]));
  expect(titles.get(known)).toBe('Sidelight: this paper is in the catalogue');

  stateOfKnown = 'saved';
  await announceChange();
  await until(() =>
    expect([texts.get(known), texts.get(other)]).toEqual([
      ['●', '★'],
      ['', ''],
    ]),
  );
  expect(titles.get(known)).toBe('Sidelight: this paper is saved');
  expect(titles.get(other)).toBe('Sidelight');

  stateOfKnown = true;
  await announceChange();
  await until(() => expect(texts.get(known)).toEqual(['●', '★', '●']));
  expect(titles.get(known)).toBe('Sidelight: this paper is in the catalogue');
});

test('the star is shown for a saved paper that no pack contains, and in a tab that is opened later', async () => {
  updateBadges(async (id) => id === '2407.08411' && 'saved');
  const tab = await fakeBrowser.tabs.create({});
  const url = 'https://arxiv.org/abs/2407.08411';
  await fakeBrowser.tabs.onUpdated.trigger(tab.id ?? -1, { url }, { ...tab, url });
  await until(() => expect(texts.get(tab.id ?? -1)?.at(-1)).toBe('★'));
});

test('a closed tab is not an error', async () => {
  Object.assign(browser.action, { setBadgeText: () => Promise.reject(new Error('No tab with id: 7')) });
  await expect(showBadge(7, true)).resolves.toBeUndefined();
});
