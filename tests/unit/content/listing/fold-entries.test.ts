// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createFolder, type Folder } from '@/lib/content/listing/fold-entries';

const PAGE = '<dl><dt>one</dt><dd>title</dd><dt class="x">two</dt><dd>title</dd></dl>';
afterEach(() => vi.unstubAllGlobals());

let life: AbortController;
let folder: Folder;
let entry: Element;
let parts: Element[];

beforeEach(() => {
  document.querySelectorAll('html > style').forEach((style) => style.remove());
  document.body.innerHTML = PAGE;
  life = new AbortController();
  folder = createFolder({ signal: life.signal });
  parts = [...document.querySelectorAll('dt, dd')].slice(0, 2);
  entry = parts[0] ?? document.body;
});

const set = (isFolded: boolean, of = parts): void =>
  folder.apply([{ entry: of[0] ?? entry, parts: of, isFolded }]);
const styles = (): number => document.querySelectorAll('html > style').length;
const folded = (): number => document.querySelectorAll('[data-sidelight-folded][hidden=until-found]').length;
const unrendered = (): number =>
  document.querySelectorAll('[data-sidelight-folded=unrendered]:not([hidden])').length;
const find = (part: Element | undefined) => part?.dispatchEvent(new Event('beforematch', { bubbles: true }));

test('a folded entry is hidden completely, and find-in-page can reach it', () => {
  set(true);
  expect(folded()).toBe(2);
  expect(styles()).toBe(1);
});

test.each<[string, () => void]>([
  ['unfolding', () => set(false)],
  ['the end', () => life.abort()],
])('%s leaves the page as it was', (_, end) => {
  set(true);
  end();
  expect(document.body.innerHTML).toBe(PAGE);
  expect(styles()).toBe(0);
});

test('the style sheet stays as long as anything is folded', () => {
  const others = [...document.querySelectorAll('dt, dd')].slice(2);
  set(true);
  set(true, others);
  set(false);
  expect(folded()).toBe(2);
  expect(styles()).toBe(1);
});

test('an entry that find-in-page matched unfolds completely, and stays so until that is reset', () => {
  set(true);
  find(parts[1]);
  expect(folded()).toBe(0);
  set(true);
  expect(folded()).toBe(0);
  expect(folder.is(entry, true)).toBe(true);
  folder.forget();
  expect(folder.is(entry, true)).toBe(false);
  set(true);
  expect(folded()).toBe(2);
});

test('what the page has hidden meanwhile stays hidden', () => {
  set(true);
  entry.setAttribute('hidden', '');
  set(false);
  expect(entry.getAttribute('hidden')).toBe('');
});

test('nothing folds after the end', () => {
  life.abort();
  set(true);
  expect(document.body.innerHTML).toBe(PAGE);
});

describe('many entries', () => {
  const idle: IdleRequestCallback[] = [];
  const rest = () => idle.splice(0).forEach((work) => work({ didTimeout: false, timeRemaining: () => 50 }));
  const restFully = () => {
    while (idle.length > 0) rest();
  };
  let all: Element[];
  let before: string;
  const setAll = (isFolded: boolean) =>
    folder.apply(all.map((each) => ({ entry: each, parts: [each], isFolded })));
  beforeEach(() => {
    idle.length = 0;
    vi.stubGlobal('requestIdleCallback', (work: IdleRequestCallback) => idle.push(work));
    vi.stubGlobal('cancelIdleCallback', () => undefined);
    document.body.innerHTML = `<dl>${'<dt>one</dt>'.repeat(500)}</dl>`;
    before = document.body.innerHTML;
    all = [...document.querySelectorAll('dt')];
  });

  test('are hidden in slices, and then made searchable by find-in-page, starting with the last one', () => {
    setAll(true);
    expect([unrendered(), folded()]).toEqual([200, 0]);
    rest();
    expect([unrendered(), folded()]).toEqual([400, 0]);
    rest();
    expect([unrendered(), folded()]).toEqual([500, 0]);
    rest();
    expect([unrendered(), folded()]).toEqual([460, 40]);
    expect(all.at(-1)?.getAttribute('hidden')).toBe('until-found');
    expect(all[0]?.hasAttribute('hidden')).toBe(false);
    restFully();
    expect([unrendered(), folded()]).toEqual([0, 500]);
  });

  test('are shown again starting with the first one', () => {
    setAll(true);
    restFully();
    setAll(false);
    expect(document.querySelectorAll('dt:not([data-sidelight-folded])')).toHaveLength(40);
    expect([unrendered(), folded()]).toEqual([200, 260]);
    rest();
    rest();
    expect([unrendered(), folded()]).toEqual([460, 0]);
    expect(all.at(-1)?.getAttribute('data-sidelight-folded')).toBe('unrendered');
    restFully();
    expect(document.body.innerHTML).toBe(before);
  });

  test.each([
    ['before any slice', 0],
    ['while entries go out of sight', 1],
    ['while they are folded', 5],
  ])('are in the state of the last filter if it changes %s', (_, slices) => {
    setAll(true);
    for (let slice = 0; slice < slices; slice += 1) rest();
    setAll(false);
    rest();
    setAll(true);
    restFully();
    expect([unrendered(), folded()]).toEqual([0, 500]);
    setAll(false);
    restFully();
    expect(document.body.innerHTML).toBe(before);
  });

  test('are as on the original page if the end comes between two slices', () => {
    setAll(true);
    rest();
    life.abort();
    expect(document.body.innerHTML).toBe(before);
    expect(styles()).toBe(0);
  });
});
