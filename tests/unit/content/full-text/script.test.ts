// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://arxiv.org/html/2407.08410v1" }
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createKnownPapers } from '@/lib/content/full-text/known-papers';
import { readPageReferences } from '@/lib/content/full-text/page-references';
import { runFullTextScript } from '@/lib/content/full-text/script';
import { fullTextOf } from '@/lib/sites/full-texts';
import { paperId } from '../../../fixtures/ui-papers';
import { cite, fullTextPage, mark, markedEntry, paragraph, section } from '../../../fixtures/full-text';

const OWN = 'test-extension-id';
const PANEL = { id: OWN, url: `chrome-extension://${OWN}/panel.html`, tab: { id: 1 }, frameId: 7 };
const PAGE = { ...PANEL, url: 'https://arxiv.org/html/2407.08410v1', frameId: 0 };

const ENTRIES = [
  markedEntry('bib.bib2', '[1]', {
    authors: 'A. Quill',
    year: '2020',
    title: 'Lanterns',
    rest: 'arXiv:2001.00001.',
  }),
  markedEntry('bib.bib1', '[2]', { authors: 'B. Holm', title: 'Candles' }),
  markedEntry('bib.bib3', '[3]', { authors: 'C. Reed', title: 'Torches' }),
].join('');
const BODY =
  section(
    'S1',
    '1',
    'Lamps',
    paragraph(
      `${cite(mark('bib.bib2', '1'))} and ${cite(`[${mark('bib.bib2', '1')}–${mark('bib.bib3', '3')}]`)}`,
    ),
  ) + section('S2', '2', 'Wax', paragraph(cite(mark('bib.bib9', '9'))));

type Listener = (message: unknown, sender: unknown, respond: (answer: unknown) => void) => unknown;
let listeners: Listener[];
let life: AbortController;
let slices: number;

beforeEach(() => {
  fakeBrowser.reset();
  life = new AbortController();
  listeners = [];
  slices = 0;
  const html = fullTextPage({ id: '2407.08410', title: 'A lamp', body: BODY, entries: ENTRIES });
  document.documentElement.innerHTML = html.slice(html.indexOf('<head>'));
  vi.spyOn(browser.runtime, 'id', 'get').mockReturnValue(OWN);
  Object.assign(browser.runtime, {
    getURL: (path: string) => `chrome-extension://${OWN}${path}`,
    onMessage: {
      addListener: (added: Listener) => listeners.push(added),
      removeListener: (gone: Listener) => (listeners = listeners.filter((each) => each !== gone)),
    },
  });
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener: () => undefined }));
  vi.stubGlobal('scrollTo', () => undefined);
  vi.stubGlobal('requestIdleCallback', (work: (deadline: object) => void) => {
    slices += 1;
    return setTimeout(() => work({ timeRemaining: () => 5 }));
  });
  vi.stubGlobal('cancelIdleCallback', clearTimeout);
  Range.prototype.getBoundingClientRect = () => new DOMRect();
});
afterEach(() => {
  life.abort();
  vi.unstubAllGlobals();
});

const adapter = fullTextOf({ kind: 'html' })?.references;
const read = () => {
  if (!adapter) throw new Error('full texts of arXiv are read');
  return readPageReferences(document, adapter, { signal: life.signal });
};

/** The answer to a message, or that there is no listener. */
const ask = async (name: string, data: unknown, sender: unknown = PANEL): Promise<unknown> => {
  const message = { protocol: 'sidelight/1', to: 'full-text', name, data };
  return new Promise((resolve) => {
    const heard = listeners.map((listener) => listener(message, sender, resolve));
    if (!heard.includes(true)) resolve('ignored');
  });
};

describe('the references of a page', () => {
  test('are read in more than one slice, while the page is idle', async () => {
    const all = await read().readAll();
    expect(all.map(({ key, citedAt }) => [key, citedAt])).toEqual([
      ['[1]', ['1', '1']],
      ['[2]', ['1']],
      ['[3]', ['1']],
    ]);
    expect(slices).toBeGreaterThan(1);
  });

  test('are available immediately for a single request, except for what only the whole page tells', async () => {
    const references = read();
    expect(references.entryAt('bib.bib1')?.title).toBe('Candles');
    expect(references.entryAt('bib.bib9')).toBeUndefined();
    expect(references.placesOf('bib.bib1')).toBeUndefined();
    const [, first, last] = [...document.querySelectorAll('cite a')];
    // The work that is pointed at first, then all others in the same brackets.
    expect(last && references.meantBy(last)).toEqual(
      ['bib.bib3', 'bib.bib2', 'bib.bib1'].map((anchor) => ({ anchor })),
    );
    expect(first && references.markAt(first)).toBe(first);
    await references.readAll();
    // What a range includes without naming it is listed at its first link.
    expect(references.placesOf('bib.bib1')).toEqual([{ element: first, place: '1' }]);
  });

  test('are searched for papers, with the places that cite them, without being read', async () => {
    const references = read();
    const papers = [
      { id: paperId('2001.00001'), title: 'No such title' },
      { id: paperId('1901.00001'), title: 'Candlestick' },
      { id: paperId('1901.00002'), title: 'Lanterns and more' },
    ];
    const found = await references.findCited(papers);
    expect(found).toMatchObject([{ paperId: '2001.00001', title: 'Lanterns', float: '' }, null, null]);
    expect(references.placesOf('bib.bib2')).toBeUndefined();
  });

  test('are not read any further once the page was left', async () => {
    const all = read().readAll();
    life.abort();
    const isRead = vi.fn<() => void>();
    void all.then(isRead);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(isRead).not.toHaveBeenCalled();
  });
});

describe('the script within a full text', () => {
  test('sends its panel the bibliography, shows places of it, and ignores other senders', async () => {
    runFullTextScript({ signal: life.signal, isValid: () => true });
    expect(await ask('readReferences', undefined)).toMatchObject({
      references: [{ anchor: 'bib.bib2', paperId: '2001.00001', citedAt: ['1', '1'] }, {}, {}],
    });
    expect(await ask('showCitation', { anchor: 'bib.bib2', index: 1 })).toEqual({ found: true });
    expect(await ask('showCitation', { anchor: 'bib.bib2', index: 2 })).toEqual({ found: false });
    expect(await ask('showEntry', { anchor: 'bib.bib1' })).toEqual({ found: true });
    expect(await ask('showEntry', { anchor: 'S1' })).toEqual({ found: false });
    expect(await ask('readReferences', undefined, PAGE)).toBe('ignored');
    life.abort();
    expect(await ask('readReferences', undefined)).toBe('ignored');
  });
});

describe('the packs’ knowledge of cited works', () => {
  const entry = { text: 'A. Quill. Lanterns.', title: 'Lanterns' };
  const line = { provenance: 'curated', results: 1, hasCode: false, tags: [] };
  const paper = { paperId: '2001.00001', title: 'Lanterns', line };

  test('is requested once', async () => {
    const send = vi.fn<() => Promise<unknown>>(async () => ({ papers: [paper] }));
    Object.assign(browser.runtime, { sendMessage: send });
    const known = createKnownPapers({ signal: life.signal });
    expect(known.at('bib.bib2')).toBeUndefined();
    expect(await Promise.all([known.find('bib.bib2', entry), known.find('bib.bib2', entry)])).toEqual([
      paper,
      paper,
    ]);
    expect(known.at('bib.bib2')).toEqual(paper);
    expect(send).toHaveBeenCalledTimes(1);
  });

  test('is requested again if the background died before it answered', async () => {
    const answers: unknown[] = [undefined, { papers: [null] }];
    Object.assign(browser.runtime, { sendMessage: async () => answers.shift() });
    const known = createKnownPapers({ signal: life.signal });
    expect(await known.find('bib.bib2', entry)).toBeNull();
    expect(known.at('bib.bib2')).toBeUndefined();
    expect(await known.find('bib.bib2', entry)).toBeNull();
    expect(known.at('bib.bib2')).toBeNull();
  });
});
