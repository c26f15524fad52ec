import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { buildCatalogue } from '@/data/build';
import { parseCatalogue } from '@/lib/domain/catalogue';
import { choosePaper, handleOmnibox, suggestPapers } from '@/lib/services/search/omnibox';
import { createSearcher, type Searcher } from '@/lib/services/search';
import { readSearchState } from '@/lib/services/search/memory';

const assets = buildCatalogue();
const parsed = parseCatalogue(assets.text, assets.taxonomy);
if (!parsed.ok) throw new Error(parsed.message);
const searcher = createSearcher(parsed.catalogue);
const [first] = parsed.catalogue.all();
if (!first) throw new Error('the catalogue is empty');

/** A search that finds one paper under any title, as a hostile catalogue might. */
const finding = (title: string): Searcher => ({
  prepare: () => undefined,
  search: () => ({
    hits: [{ paper: { ...first, published: '2024-01-02' }, title: [{ text: title, marked: true }] }],
    total: 1,
    facets: [],
  }),
});

describe('suggestions', () => {
  it('are the best papers, with the words marked', () => {
    const [best] = suggestPapers('retinal ophthalmology', searcher, 'xml');
    expect(best?.content).toMatch(/^arXiv:\d{4}\.\d{5}$/);
    expect(best?.description).toContain('<match>');
    expect(suggestPapers('retinal ophthalmology', searcher, 'text')[0]?.description).not.toContain('<');
  });

  it('are few, and none where nothing is found', () => {
    expect(suggestPapers('medical', searcher, 'xml')).toHaveLength(6);
    expect(suggestPapers('zzqqxx', searcher, 'xml')).toEqual([]);
  });

  it.each([
    ['a < b & "c"', '<match>a &lt; b &amp; &quot;c&quot;</match> <dim>2024</dim>'],
    ["it's \u0000fine\uFFFF", '<match>it&apos;s fine</match> <dim>2024</dim>'],
    ['\uD800 alone', '<match> alone</match> <dim>2024</dim>'],
  ])('keep %j from breaking the list', (title, description) => {
    expect(suggestPapers('x', finding(title), 'xml')[0]?.description).toBe(description);
  });
});

it.each([
  ['https://arxiv.org/pdf/2101.00001v3', '2101.00001'],
  ['arXiv:2407.08410', '2407.08410'],
  ['specialist vision-language models ophthalmology', '2407.08410'],
  ['zzqqxx', undefined],
])('takes %j to %s', (text, id) => {
  expect(choosePaper(text, searcher)).toBe(id);
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

  it('opens the paper that a suggestion names', async () => {
    entered('arXiv:2407.08410', 'newForegroundTab');
    await vi.waitFor(() => expect(create).toHaveBeenCalledOnce());
    expect(create).toHaveBeenCalledWith(
      expect.objectContaining({ url: 'https://arxiv.org/abs/2407.08410', active: true }),
    );
  });

  it('takes words that find nothing to the search page', async () => {
    entered('zzqqxx', 'currentTab');
    await vi.waitFor(() => expect(create).toHaveBeenCalledOnce());
    expect(create.mock.calls[0]?.[0].url).toBe('chrome-extension://test/popup.html');
    expect((await readSearchState()).query).toBe('zzqqxx');
  });
});
