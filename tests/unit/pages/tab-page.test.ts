import { beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { checkFramedTab, watchTabPage, type TabPage } from '@/lib/pages/tab-page';
import { pageOf } from '@/lib/sites';
import { askForTab } from '@/lib/pages/framed-tab';
import { until } from '../../fixtures/until';

const TAB = { id: 4, url: 'https://arxiv.org/abs/2407.08410' };
const REPORT = { page: { kind: 'abs', paperId: '2407.08410' }, confirmed: true, facts: {}, theme: 'dark' };

/** The browser as a frame sees it: its tab, and the answers of the page's script. */
function stand(getCurrent: () => Promise<unknown>, sendMessage: () => Promise<unknown>): void {
  Object.assign(browser.tabs, { getCurrent, sendMessage });
}
const isTrue = () => Promise.resolve({ vouched: true, report: REPORT });
/** What a panel learns of the tab. */
const FOUND = { tabId: 4, page: { kind: 'abs', paperId: '2407.08410' }, report: REPORT, theme: 'dark' };

const readFramedTab = async (nonce: string) => {
  vi.stubGlobal('window', { location: { hash: `#${nonce}` } });
  const { asked } = askForTab();
  vi.unstubAllGlobals();
  return checkFramedTab(await asked);
};

beforeEach(() => fakeBrowser.reset());

describe('a frame is trusted', () => {
  test('if the page’s script knows its nonce, and shows what the script reports of the page', async () => {
    stand(() => Promise.resolve(TAB), isTrue);
    expect(await readFramedTab('nonce')).toEqual(FOUND);
  });

  test('if the script that knows it is loaded only after it was asked', async () => {
    vi.useFakeTimers();
    let asked = 0;
    stand(
      () => Promise.resolve(TAB),
      () => ((asked += 1) < 4 ? Promise.reject(new Error('Nobody')) : isTrue()),
    );
    const reading = readFramedTab('nonce');
    await vi.runAllTimersAsync();
    vi.useRealTimers();
    expect(await reading).toEqual(FOUND);
    expect(asked).toBe(4);
  });

  test.each<[string, string, () => Promise<unknown>, () => Promise<unknown>]>([
    ['it has no nonce', '', () => Promise.resolve(TAB), isTrue],
    ['it is in no tab', 'nonce', () => Promise.resolve(undefined), isTrue],
    ['the tab cannot be asked for', 'nonce', () => Promise.reject(new Error('No background')), isTrue],
    ['the script denies it', 'nonce', () => Promise.resolve(TAB), () => Promise.resolve({ vouched: false })],
    ['no script is there', 'nonce', () => Promise.resolve(TAB), () => Promise.reject(new Error('Nobody'))],
  ])('but not if %s', async (_, nonce, getCurrent, sendMessage) => {
    vi.useFakeTimers();
    stand(getCurrent, sendMessage);
    const reading = readFramedTab(nonce);
    await vi.runAllTimersAsync();
    vi.useRealTimers();
    expect(await reading).toBe('inert');
  });
});

describe('watching a tab', () => {
  test('returns its page by its address, with what its script reports', async () => {
    stand(
      () => Promise.resolve(TAB),
      () => Promise.resolve(REPORT),
    );
    const life = new AbortController();
    const found = await new Promise<TabPage>((resolve) => {
      watchTabPage('frame', resolve, { signal: life.signal });
    });
    life.abort();
    expect(found).toEqual(FOUND);
  });

  test('asks only after a change if the page is known', async () => {
    let asked = 0;
    stand(
      () => Promise.resolve(TAB),
      () => {
        asked += 1;
        return Promise.resolve({ ...REPORT, theme: 'light' });
      },
    );
    const now = await fakeBrowser.tabs.create({ url: TAB.url });
    const life = new AbortController();
    const onChange = vi.fn<(tab: TabPage) => void>();
    const { tabId } = FOUND;
    const known: TabPage = {
      tabId,
      page: pageOf(TAB.url),
      report: undefined,
      theme: 'dark',
    };
    watchTabPage('frame', onChange, { signal: life.signal, known });
    await new Promise((resolve) => setTimeout(resolve));
    expect(asked).toBe(0);
    await fakeBrowser.tabs.onUpdated.trigger(4, { status: 'complete' }, now);
    await until(() => expect(onChange.mock.calls.map(([tab]) => tab.theme)).toEqual(['light']));
    life.abort();
  });

  test('returns the newest answer only, and none after the end', async () => {
    const answers: ((report: unknown) => void)[] = [];
    stand(
      () => Promise.resolve(TAB),
      () => new Promise((resolve) => answers.push(resolve)),
    );
    const now = await fakeBrowser.tabs.create({ url: TAB.url });
    const life = new AbortController();
    const onChange = vi.fn<(tab: TabPage) => void>();
    watchTabPage('frame', onChange, { signal: life.signal });
    await until(() => expect(answers).toHaveLength(1));
    await fakeBrowser.tabs.onUpdated.trigger(4, { status: 'complete' }, now);
    await until(() => expect(answers).toHaveLength(2));
    answers[1]?.({ ...REPORT, theme: 'light' });
    await until(() => expect(onChange).toHaveBeenCalledTimes(1));
    answers[0]?.(REPORT);
    await fakeBrowser.tabs.onUpdated.trigger(5, { status: 'complete' }, now);
    await fakeBrowser.tabs.onUpdated.trigger(4, { url: TAB.url }, now);
    await until(() => expect(answers).toHaveLength(3));
    life.abort();
    answers[2]?.(REPORT);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(onChange.mock.calls.map(([tab]) => tab.theme)).toEqual(['light']);
  });

  test('asks the page again after ten thousand reports of a change, and returns what it shows at the end', async () => {
    let theme = 'dark';
    stand(
      () => Promise.resolve(TAB),
      () => Promise.resolve({ ...REPORT, theme }),
    );
    const life = new AbortController();
    const onChange = vi.fn<(tab: TabPage) => void>();
    watchTabPage('frame', onChange, { signal: life.signal });
    await until(() => expect(onChange).toHaveBeenCalledTimes(1));
    theme = 'light';
    const change = { page: { kind: 'abs', paperId: '2405.14839' } };
    const message = { protocol: 'sidelight/1', to: 'panel', name: 'pageChanged', data: change };
    const tab = { ...(await fakeBrowser.tabs.create({ url: TAB.url })), id: TAB.id };
    const sender = { id: browser.runtime.id, tab, frameId: 0, url: TAB.url };
    const respond = vi.fn<(answer: unknown) => void>();
    for (let count = 0; count < 10_000; count += 1)
      void (await fakeBrowser.runtime.onMessage.trigger(message, sender, respond));
    await until(() => expect(respond).toHaveBeenCalledTimes(10_000));
    await until(() => expect(onChange.mock.lastCall?.[0].theme).toBe('light'));
    life.abort();
    // A report's own data are never shown: the tab's address and its own script are asked.
    expect(new Set(onChange.mock.calls.map(([shown]) => shown.page?.paperId))).toEqual(
      new Set(['2407.08410']),
    );
  });
});
