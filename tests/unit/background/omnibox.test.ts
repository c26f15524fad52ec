import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { PaperStore } from '@/lib/domain/store';
import { choosePaper, handleOmnibox, suggestPapers } from '@/lib/background/omnibox';
import { readLeftSearch } from '@/lib/extension/search/memory';
import { openOwnPack } from '../../fixtures/own-pack';
import { until } from '../../fixtures/until';
import { paperId } from '../data/sample';

const { assets, pack } = openOwnPack();

/** A store that finds one paper by any title, as a hostile pack might. */
const finding = (title: string): PaperStore => ({
  ...pack,
  query: async (query) => ({
    query,
    hits: [
      {
        id: paperId('2401.00001'),
        title,
        titleSpans: [{ start: 0, end: title.length }],
        published: '2024-01-02',
        tags: [],
        hasCode: false,
        provenance: 'automatic',
        score: 1,
      },
    ],
    total: 1,
    facets: [],
  }),
});

describe('suggestions', () => {
  it('are the best papers, with the words marked', async () => {
    const [best] = await suggestPapers('retinal ophthalmology', pack, 'xml');
    expect(best?.content).toMatch(/^arXiv:\d{4}\.\d{5}$/);
    expect(best?.description).toContain('<match>');
    const [plain] = await suggestPapers('retinal ophthalmology', pack, 'text');
    expect(plain?.description).not.toContain('<');
  });

  it('are few, and none if nothing is found', async () => {
    expect(await suggestPapers('medical', pack, 'xml')).toHaveLength(6);
    expect(await suggestPapers('zzqqxx', pack, 'xml')).toEqual([]);
  });

  it.each([
    ['a < b & "c"', '<match>a &lt; b &amp; &quot;c&quot;</match> <dim>2024</dim>'],
    ["it's \u0000fine\uFFFF", '<match>it&apos;s fine</match> <dim>2024</dim>'],
    ['\uD800 alone', '<match> alone</match> <dim>2024</dim>'],
  ])('cannot be broken by %j', async (title, description) => {
    const [suggestion] = await suggestPapers('x', finding(title), 'xml');
    expect(suggestion?.description).toBe(description);
  });
});

it.each([
  ['https://arxiv.org/pdf/2101.00001v3', '2101.00001'],
  ['arXiv:2407.08410', '2407.08410'],
  ['specialist vision-language models ophthalmology', '2407.08410'],
  ['zzqqxx', undefined],
])('the text %j leads to %s', async (text, id) => {
  expect(await choosePaper(text, pack)).toBe(id);
});

describe('the address bar', () => {
  type Entered = (text: string, disposition: string) => void;
  type Changed = (text: string, suggest: (suggestions: unknown) => void) => void;
  let entered: Entered;
  let changed: Changed;
  const create = vi.fn<(options: { url: string; active: boolean }) => Promise<unknown>>();

  beforeEach(() => {
    fakeBrowser.reset();
    create.mockReset().mockResolvedValue({});
    vi.spyOn(browser.runtime, 'getURL').mockImplementation((path) => `chrome-extension://test${path}`);
    vi.stubGlobal('fetch', async (url: string) => {
      if (url.endsWith('packs.json')) return new Response('', { status: 404 });
      return new Response(url.endsWith('taxonomy.json') ? assets.taxonomy : assets.text);
    });
    Object.assign(browser, {
      omnibox: {
        setDefaultSuggestion: vi.fn<() => void>(),
        onInputChanged: { addListener: (listener: Changed) => (changed = listener) },
        onInputEntered: { addListener: (listener: Entered) => (entered = listener) },
      },
    });
    Object.assign(browser.tabs, { create, query: async () => [], get: async () => undefined });
    handleOmnibox('xml');
  });

  it('suggests what the search finds', async () => {
    const suggestions = await new Promise((resolve) => changed('CheXpert', resolve));
    expect(suggestions).toContainEqual(
      expect.objectContaining({ content: expect.stringMatching(/^arXiv:/) as unknown }),
    );
  });

  it('is not answered for a text that was typed on', async () => {
    const answered: string[] = [];
    const all = 'CheXpert'.split('').map((_, at) => 'CheXpert'.slice(0, at + 1));
    for (const text of all) changed(text, () => answered.push(text));
    await until(() => expect(answered).toContain('CheXpert'));
    expect(answered).toEqual(['CheXpert']);
    await new Promise((resolve) => changed('CheX', resolve));
  });

  it('opens the paper of a suggestion', async () => {
    entered('arXiv:2407.08410', 'newForegroundTab');
    await until(() => expect(create).toHaveBeenCalledOnce());
    expect(create).toHaveBeenCalledWith(
      expect.objectContaining({ url: 'https://arxiv.org/abs/2407.08410', active: true }),
    );
  });

  it('sends words without results to the search page', async () => {
    entered('zzqqxx', 'currentTab');
    await until(() => expect(create).toHaveBeenCalledOnce());
    expect(create.mock.calls[0]?.[0].url).toBe('chrome-extension://test/popup.html');
    expect((await readLeftSearch()).state.query).toBe('zzqqxx');
  });
});
