// @vitest-environment jsdom
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pageOf } from '@/lib/sites';
import { findEntries, listingOf } from '@/lib/sites/listings';
import { rowsOf } from '@/tests/e2e/support/matrix';

const shared = (path: string) => new URL(`../shared/pages/${path}`, `file://${process.cwd()}/`);
const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const fixture = (name: string) => parse(readFileSync(`tests/fixtures/pages/${name}.html`, 'utf8'));

const LIST = pageOf('https://arxiv.org/list/cs.CV/new');
const SEARCH = pageOf('https://arxiv.org/search/?query=ct');
const DAILY = pageOf('https://huggingface.co/papers/date/2026-08-03');

describe('entries of an arXiv listing', () => {
  const found = findEntries(LIST, fixture('arxiv-list'));

  it('are found by their links and read from the page’s markup', () => {
    expect(found.map(({ entry }) => [entry.paperId, entry.status, entry.title])).toEqual([
      ['2407.08410', 'new', 'Specialist vision-language models for clinical ophthalmology'],
      ['2407.99999', 'new', 'Title with markup <img src=x>'],
      ['2407.00002', 'cross-list', 'Seen elsewhere (replaced)'],
      ['math/0309136', 'replaced', 'Seen before'],
    ]);
  });

  it('contain what the listing prints', () => {
    expect(found[0]?.entry).toEqual({
      paperId: '2407.08410',
      version: undefined,
      title: 'Specialist vision-language models for clinical ophthalmology',
      abstract: 'Our test model grades scans. It reaches $F_1 = 0.63$.',
      authors: ['Robbie Holland', 'Ada Example'],
      categories: ['cs.AI', 'cs.CV'],
      comments: 'Code: https://github.com/example/grader',
      status: 'new',
    });
    expect(found.map(({ entry }) => entry.abstract === undefined)).toEqual([false, true, true, true]);
  });

  it('consist of dt and dd, with badges in the dt', () => {
    expect(
      found.map(({ element, mount, parts }) => [element === mount, parts.map((part) => part.localName)]),
    ).toEqual(found.map(() => [true, ['dt', 'dd']]));
  });

  it('in lists before 2024 are found within their spans', () => {
    expect(findEntries(LIST, fixture('arxiv-list-2023')).map(({ entry }) => entry)).toEqual([
      {
        paperId: '2310.08262',
        title: 'A test of older lists',
        authors: ['Ada Example'],
        categories: ['eess.IV'],
        status: 'cross-list',
      },
    ]);
  });
});

describe('entries of an arXiv search', () => {
  const found = findEntries(SEARCH, fixture('arxiv-search'));

  it('contain what the result prints, without controls and marks', () => {
    expect(found[0]?.entry).toEqual({
      paperId: '2407.08410',
      version: 1,
      title: 'A test of CT grading',
      abstract: 'Our test model grades CT.',
      authors: ['Robbie Holland'],
      categories: ['cs.AI', 'cs.CV'],
      comments: '6 pages',
    });
  });

  it('take a version from the text only if it names the paper of the link', () => {
    expect(found.map(({ entry }) => [entry.paperId, entry.version])).toEqual([
      ['2407.08410', 1],
      ['1706.03762', 5],
      ['1706.03763', undefined],
    ]);
  });

  it('have their badges on the line with the id', () => {
    expect(found.map(({ mount }) => mount.className)).toEqual(found.map(() => 'is-marginless'));
  });
});

describe('entries of a Hugging Face listing', () => {
  it('are one per card, with the abstract from the data or otherwise from the card', () => {
    const found = findEntries(DAILY, fixture('hf-daily'));
    expect(found.map(({ entry }) => entry)).toEqual([
      {
        paperId: '2407.08410',
        title: 'Specialist vision-language models for clinical ophthalmology',
        abstract: 'Our test model grades scans.',
        authors: ['Robbie Holland'],
        links: [],
      },
      {
        paperId: '2607.28341',
        title: 'A test of trending cards',
        abstract: 'Cards of this page print an abstract.',
        links: ['https://github.com/example/trending'],
      },
    ]);
    expect(found.map(({ element, mount }) => element === mount && mount.localName)).toEqual([
      'article',
      'article',
    ]);
  });

  it.each(['{', 'null', '[]', '{"dailyPapers":7}', '{"dailyPapers":[1,null,"x",[]]}'])(
    'do not depend on the data: %s',
    (props) => {
      const document = fixture('hf-daily');
      document.querySelector('[data-target=DailyPapers]')?.setAttribute('data-props', props);
      expect(findEntries(DAILY, document).map(({ entry }) => entry.abstract)).toEqual([
        undefined,
        'Cards of this page print an abstract.',
      ]);
    },
  );
});

describe('findEntries', () => {
  it.each(['arxiv-abs', 'arxiv-html', 'hf-paper', 'arxiv-abs-missing'])('returns none for %s', (name) => {
    expect([LIST, SEARCH, DAILY].flatMap((page) => findEntries(page, fixture(name)))).toEqual([]);
  });

  it('returns nothing if the address is no listing', () => {
    expect(findEntries(pageOf('https://arxiv.org/abs/2407.08410'), fixture('arxiv-list'))).toEqual([]);
    expect(listingOf(pageOf('https://evil.example/list/cs/new'))).toBeUndefined();
  });

  it('changes nothing', () => {
    for (const [page, name] of [
      [LIST, 'arxiv-list'],
      [SEARCH, 'arxiv-search'],
      [DAILY, 'hf-daily'],
    ] as const) {
      const document = fixture(name);
      const before = document.documentElement.outerHTML;
      findEntries(page, document);
      expect(document.documentElement.outerHTML).toBe(before);
    }
  });
});

/** Of every saved listing: entries, those with an abstract, cross-lists, replacements, and those with a version. */
const SAVED: Readonly<Record<string, readonly number[]>> = {
  'B-list/list-astro-ph-2009-09-skip25-show25.html': [25, 0, 0, 0, 0],
  'B-list/list-astro-ph-2009-year.html': [50, 0, 0, 0, 0],
  'B-list/list-cs-new.html': [34, 34, 1, 2, 0],
  'B-list/list-cs.CV-2026-07.html': [50, 0, 0, 0, 0],
  'B-list/list-cs.CV-new.html': [34, 34, 5, 2, 0],
  'B-list/list-cs.CV-recent-skip50-show50.html': [50, 0, 4, 0, 0],
  'B-list/list-cs.CV-recent.html': [50, 0, 5, 0, 0],
  'B-list/list-eess.IV-recent.html': [5, 0, 2, 0, 0],
  // A paper that is replaced after its fifth version is listed without its abstract.
  'B-list/list-math.AG-new.html': [2, 1, 1, 1, 0],
  'B-list/list-q-fin.ST-new.html': [8, 7, 1, 1, 0],
  'B-list/old2025-list-cs.CV-recent.html': [25, 0, 0, 0, 0],
  'C-search/REAL-2025-search-first30.html': [30, 30, 0, 0, 0],
  'C-search/author-a-example_e_1.html': [7, 0, 0, 0, 0],
  'C-search/catchup-cs.CV-2026-08-19.html': [35, 0, 4, 3, 0],
  'C-search/catchup-form.html': [0, 0, 0, 0, 0],
  'C-search/format-0906.5132.html': [0, 0, 0, 0, 0],
  'C-search/home.html': [0, 0, 0, 0, 0],
  'C-search/search-advanced-form.html': [0, 0, 0, 0, 0],
  'C-search/search-empty-form.html': [0, 0, 0, 0, 0],
  'C-search/search-hide-abstracts.html': [18, 0, 0, 0, 1],
  'C-search/search-medical-all.html': [27, 27, 0, 0, 4],
  'C-search/search-no-results.html': [0, 0, 0, 0, 0],
  'G-hf-list/hf-papers-2024-08-01-REAL.html': [13, 13, 0, 0, 0],
  'G-hf-list/hf-papers-date-2026-08-03-layout2026.html': [12, 12, 0, 0, 0],
  'G-hf-list/hf-papers-month-2026-08-layout2026.html': [24, 24, 0, 0, 0],
  'G-hf-list/hf-papers-trending-layout2026.html': [25, 25, 0, 0, 0],
};

describe.skipIf(!existsSync(shared('urlmap.json')))('saved listings', () => {
  const addresses: Readonly<Record<string, { readonly url: string }>> = existsSync(shared('urlmap.json'))
    ? JSON.parse(readFileSync(shared('urlmap.json'), 'utf8'))
    : {};

  it.each(rowsOf(Object.entries(SAVED), 6))('are read correctly: %s', (file, counts) => {
    const page = pageOf(addresses[file]?.url.split(' ')[0] ?? '');
    const entries = findEntries(page, parse(readFileSync(shared(file), 'utf8'))).map(({ entry }) => entry);
    const count = (test: (entry: (typeof entries)[number]) => unknown) => entries.filter(test).length;
    expect([
      new Set(entries.map(({ paperId }) => paperId)).size,
      count(({ abstract }) => abstract),
      count(({ status }) => status === 'cross-list'),
      count(({ status }) => status === 'replaced'),
      count(({ version }) => version),
    ]).toEqual(counts);
    expect(count(({ title }) => !title)).toBe(0);
    expect(JSON.stringify(entries)).not.toMatch(/IgnoreMe|△|▽|"(?:Title|Comments|Authors):/);
  });

  it('are all in the table above', () => {
    const listings = Object.keys(addresses).filter((file) => /^[BCG]-.*html$/.test(file));
    expect(listings.toSorted()).toEqual(Object.keys(SAVED).toSorted());
  });
});
