import { beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { answerFrames, FRAME_PROTOCOL } from '@/lib/extension/frame-answers';
import { fillGapsInFrame } from '@/lib/pages/firefox-frame-api';

const OWN = 'test-extension-id';
const ROOT = `moz-extension://${OWN}`;
const FRAME = { id: OWN, url: `${ROOT}/panel.html#nonce`, tab: { id: 4 }, frameId: 7 };
const TAB = { id: 4, url: 'https://arxiv.org/abs/2407.08410', index: 2, windowId: 1, title: 'secret' };

type Listener = (message: unknown, sender: unknown, respond: (answer: unknown) => void) => unknown;
let listener: Listener = () => undefined;
/** Every browser call that was made for a frame. */
let done: unknown[] = [];
const note =
  (name: string, answer?: unknown) =>
  (...args: readonly unknown[]) => {
    done.push([name, ...args]);
    return Promise.resolve(answer);
  };

beforeEach(() => {
  done = [];
  vi.spyOn(browser.runtime, 'id', 'get').mockReturnValue(OWN);
  Object.assign(browser.runtime, {
    getURL: (path: string) => `${ROOT}${path}`,
    onMessage: { addListener: (added: Listener) => (listener = added) },
    openOptionsPage: note('openOptionsPage'),
  });
  Object.assign(browser.tabs, {
    get: () => Promise.resolve(TAB),
    update: note('update'),
    create: note('create'),
    sendMessage: note('sendMessage', 'the page’s answer'),
  });
  Object.assign(browser.storage, {
    session: { get: note('get', { 'trail:4': [] }), set: note('set') },
  });
  answerFrames();
});

/** The background's answer to a frame, or 'ignored'. */
async function ask(call: object, sender: object = FRAME): Promise<unknown> {
  return new Promise((resolve) => {
    if (listener({ protocol: FRAME_PROTOCOL, ...call }, sender, resolve) !== true) resolve('ignored');
  });
}

describe('a frame in a page', () => {
  test('gets its own tab, and only the data of it that it needs', async () => {
    const { id, url, index, windowId } = TAB;
    expect(await ask({ call: 'get-tab' })).toEqual({ id, url, index, windowId });
  });

  test('can act on its own tab only', async () => {
    await ask({ call: 'go', url: 'https://arxiv.org/abs/1', tabId: 9 });
    await ask({ call: 'open', url: `${ROOT}/popup.html`, active: false });
    await ask({ call: 'open', url: 'mailto:a@example.org?subject=b', active: true });
    expect(await ask({ call: 'ask-page', message: 'm' })).toBe('the page’s answer');
    await ask({ call: 'open-settings' });
    expect(done).toEqual([
      ['update', 4, { url: 'https://arxiv.org/abs/1' }],
      ['create', { url: `${ROOT}/popup.html`, active: false, index: 3, windowId: 1 }],
      ['create', { url: 'mailto:a@example.org?subject=b', active: true, index: 3, windowId: 1 }],
      ['sendMessage', 4, 'm', { frameId: 0 }],
      ['openOptionsPage'],
    ]);
  });

  test('can store what was read for the session', async () => {
    await ask({ call: 'remember', items: { readings: [] } });
    await ask({ call: 'recall', keys: ['readings'] });
    expect(done).toEqual([
      ['set', { readings: [] }],
      ['get', ['readings']],
    ]);
  });

  test('can store the trail of its tab for the session', async () => {
    await ask({ call: 'remember', items: { 'trail:4': [] } });
    expect(await ask({ call: 'recall', keys: ['trail:4'] })).toEqual({ 'trail:4': [] });
    expect(done).toEqual([
      ['set', { 'trail:4': [] }],
      ['get', ['trail:4']],
    ]);
  });

  test.each([
    { call: 'go', url: 'javascript:alert(1)' },
    { call: 'go', url: 'file:///etc/passwd' },
    { call: 'go', url: 'about:config' },
    { call: 'open', url: 'moz-extension://another/page.html' },
    { call: 'open', url: 7 },
    { call: 'recall', keys: ['trail:5'] },
    { call: 'recall', keys: ['trail:4', 'search'] },
    { call: 'recall', keys: 'trail:4' },
    { call: 'remember', items: { 'trail:4': [], search: {} } },
    { call: 'remember', items: 'trail:4' },
    { call: 'close' },
    { call: 'get-tab', protocol: 'other' },
  ])('is refused %j', async (call) => {
    expect(await ask(call)).toBe('ignored');
    expect(done).toEqual([]);
  });

  test('gets no answer if the browser refuses', async () => {
    Object.assign(browser.tabs, { update: () => Promise.reject(new Error('Invalid tab')) });
    expect(await ask({ call: 'go', url: 'https://arxiv.org/abs/1' })).toBeUndefined();
  });
});

test.each([
  ['a page’s script', { ...FRAME, url: TAB.url, frameId: 0 }],
  ['a page’s frame', { ...FRAME, url: 'https://evil.example/' }],
  ['another extension', { ...FRAME, id: 'other' }],
  ['an extension page in its own tab', { ...FRAME, frameId: 0 }],
  ['a sender without a tab', { ...FRAME, tab: undefined }],
])('nothing is done for %s', async (_, sender) => {
  expect(await ask({ call: 'go', url: 'https://arxiv.org/abs/1' }, sender)).toBe('ignored');
  expect(done).toEqual([]);
});

describe('the replacements for browser functions in a frame', () => {
  test('do not change a page that has the API', () => {
    const { tabs } = browser;
    fillGapsInFrame();
    expect(browser.tabs).toBe(tabs);
  });

  test('ask the background, which understands each request', async () => {
    const before = { ...browser };
    Object.assign(browser.runtime, {
      sendMessage: (message: object) =>
        new Promise((resolve) => listener(message, FRAME, resolve)).then((answer) => answer ?? 'done'),
    });
    const api = { tabs: browser.tabs, session: browser.storage.session };
    Reflect.deleteProperty(browser, 'tabs');
    try {
      // The background has its own; here both are in one process.
      const background = { ...api.tabs };
      fillGapsInFrame();
      const frame = { tabs: browser.tabs, session: browser.storage.session };
      Object.assign(browser, { tabs: background });
      Object.assign(browser.storage, { session: api.session });
      expect(await frame.tabs.getCurrent()).toMatchObject({ id: 4 });
      await frame.tabs.update(4, { url: 'https://arxiv.org/abs/1' });
      await frame.tabs.create({ url: 'https://arxiv.org/abs/2' });
      await frame.tabs.sendMessage(4, 'm');
      await frame.session.get(['trail:4']);
      await frame.session.set({ 'trail:4': [] });
      expect(done.map((each) => (Array.isArray(each) ? each[0] : each))).toEqual([
        'update',
        'create',
        'sendMessage',
        'get',
        'set',
      ]);
    } finally {
      Object.assign(browser, before);
    }
  });
});
