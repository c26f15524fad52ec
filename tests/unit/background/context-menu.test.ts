import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { answerClick, handleContextMenu } from '@/lib/background/context-menu';
import { readLeftSearch } from '@/lib/extension/search/memory';
import { stubCatalogue, stubTab } from '../../fixtures/ui-catalogue';
import { LAMP } from '../../fixtures/ui-papers';
import { until } from '../../fixtures/until';

interface Item {
  readonly id: string;
  readonly contexts: readonly string[];
  readonly targetUrlPatterns?: readonly string[];
  readonly documentUrlPatterns?: readonly string[];
}

const created = vi.fn<(item: Item) => void>();
const executeScript = vi.fn<(injection: { readonly args: readonly [string] }) => Promise<unknown>>();
const create = vi.fn<(tab: { readonly url?: string }) => Promise<unknown>>();

beforeEach(() => {
  fakeBrowser.reset();
  stubCatalogue();
  created.mockReset();
  executeScript.mockReset().mockResolvedValue([{ result: true }]);
  create.mockReset().mockResolvedValue({});
  Object.assign(browser, {
    contextMenus: {
      removeAll: () => Promise.resolve(),
      create: created,
      onClicked: { addListener: () => undefined },
    },
    scripting: { executeScript },
    action: { openPopup: () => Promise.resolve() },
  });
});
afterEach(() => vi.unstubAllGlobals());

const LINK = `https://arxiv.org/pdf/${LAMP.id}v2`;
const LIST = { id: 7, url: 'https://arxiv.org/list/cs.CV/new' };

test('the menu is on the button, on links to papers, and on selected words; it copies on the two sites only', async () => {
  handleContextMenu();
  await until(() => expect(created).toHaveBeenCalledTimes(8));
  const items = created.mock.calls.map(([item]) => item);
  const links = items.filter(({ contexts }) => contexts.includes('link'));
  expect(links.map(({ id }) => id)).toEqual(['link:open', 'link:bibtex', 'link:markdown']);
  for (const { targetUrlPatterns = [] } of links) {
    expect(targetUrlPatterns).toContain('*://arxiv.org/abs/*');
    expect(targetUrlPatterns.filter((pattern) => /^\*:\/\/\*|<all_urls>/.test(pattern))).toEqual([]);
  }
  const copying = links.filter(({ id }) => id !== 'link:open');
  for (const { documentUrlPatterns = [] } of copying) {
    expect(documentUrlPatterns.length).toBeGreaterThan(0);
    expect(documentUrlPatterns.filter((pattern) => !/arxiv\.org|huggingface\.co/.test(pattern))).toEqual([]);
  }
  expect(items.filter(({ contexts }) => contexts.includes('selection')).map(({ id }) => id)).toEqual([
    'find',
  ]);
});

describe('the menu on a link', () => {
  test('opens the paper in a new tab, with the panel beside it', async () => {
    Object.assign(browser.tabs, { create, get: () => Promise.reject(new Error('closed')) });
    await answerClick({ menuItemId: 'link:open', linkUrl: LINK }, LIST);
    expect(create).toHaveBeenCalledWith({ url: `https://arxiv.org/abs/${LAMP.id}`, active: true });
  });

  test.each([
    ['link:bibtex', /^@/],
    ['link:markdown', /\(https:\/\/arxiv\.org\/abs\//],
  ])('copies what the catalogue knows of the paper: %s', async (menuItemId, form) => {
    await answerClick({ menuItemId, linkUrl: LINK }, LIST);
    expect(executeScript.mock.calls[0]?.[0].args[0]).toMatch(form);
  });

  test.each([
    ['that is unknown', 'https://arxiv.org/abs/2609.99999', '2609.99999', true],
    ['whose page cannot be scripted', LINK, LAMP.id, false],
  ])('to a paper %s shows it in the search', async (_, linkUrl, query, isAllowed) => {
    executeScript.mockResolvedValue([{ result: isAllowed }]);
    await answerClick({ menuItemId: 'link:bibtex', linkUrl }, LIST);
    expect((await readLeftSearch()).state.query).toBe(query);
  });
});

describe('the menu on the button', () => {
  test.each([
    ['opens the sidebar', [true], 1],
    ['leaves it open', [false, true], 2],
  ])('%s', async (_, answers, times) => {
    const url = `https://arxiv.org/abs/${LAMP.id}`;
    const { tabId } = await stubTab(url);
    const left = [...answers];
    const sendMessage = vi.fn<() => Promise<unknown>>(() => Promise.resolve({ open: left.shift() }));
    Object.assign(browser.tabs, { sendMessage });
    await answerClick({ menuItemId: 'button:open' }, { id: tabId, url });
    expect(sendMessage).toHaveBeenCalledTimes(times);
  });

  test('cites a paper that only its page knows', async () => {
    const id = '2609.12345';
    const url = `https://arxiv.org/abs/${id}`;
    const { tabId } = await stubTab(url);
    const facts = { title: 'Sparse lamps', authors: ['Ada Quill'], published: '2026-09-11' };
    const report = { page: { kind: 'abs', paperId: id }, confirmed: true, facts };
    Object.assign(browser.tabs, { sendMessage: () => Promise.resolve(report) });
    await answerClick({ menuItemId: 'button:bibtex' }, { id: tabId, url });
    expect(executeScript.mock.calls[0]?.[0].args[0]).toContain('Sparse');
  });

  test.each(['button:open', 'button:markdown', 'find-button'])(
    'opens the search if the tab shows no paper: %s',
    async (menuItemId) => {
      const openPopup = vi.fn<() => Promise<void>>().mockResolvedValue(undefined);
      Object.assign(browser, { action: { openPopup } });
      await answerClick({ menuItemId }, { id: 7, url: 'https://example.org/' });
      expect(openPopup).toHaveBeenCalledOnce();
    },
  );
});

test('selected words are searched for', async () => {
  await answerClick({ menuItemId: 'find', selectionText: 'neural lamps' }, LIST);
  expect((await readLeftSearch()).state.query).toBe('neural lamps');
});
