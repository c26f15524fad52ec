// @vitest-environment jsdom
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { RankedItem } from '@/lib/dom/list-runs';
import { createReorder, type ReorderManner } from '@/lib/dom/reorder';

const LISTS = [
  '<h2>Day</h2><dl><h3>New</h3>',
  ' <dt><a name="item1">[1]</a></dt> <dd>one</dd>\n <dt><a name="item2">[2]</a></dt><dd>two</dd><!-- note -->',
  ' <dt><a name="item3">[3]</a></dt><dd>three</dd> <h3>Cross-lists</h3> <dt>[4]</dt><dd>four</dd><dt>[5]</dt><dd>five</dd></dl>',
].join('');
const RESULTS = '<ol start="26"><li>a</li> <li>b</li> <li>c</li></ol>';
/** Text between items, and items with white space between them that is seen. */
const LOOSE = '<div><p>a</p>, 1 <p>b</p>, 2</div>';
const LINES = '<div><p style="display: inline-block">a</p> 1<p style="display: inline-block">b</p> 2</div>';
const CARDS = '<div class="grid"><div style="color: red">a</div><div>b</div><div>c</div></div>';

let life: AbortController;
let waiting: IdleRequestCallback[];

beforeEach(() => {
  life = new AbortController();
  waiting = [];
  vi.stubGlobal('requestIdleCallback', (work: IdleRequestCallback) => waiting.push(work));
  vi.stubGlobal('cancelIdleCallback', (handle: number) => void waiting.splice(handle - 1, 1));
});

/** Lets time pass until no task is pending. */
function rest(): void {
  while (waiting.length > 0) waiting.shift()?.({ didTimeout: false, timeRemaining: () => 50 });
}

const show = (html: string): void => void (document.body.innerHTML = html);
const pairs = (): Element[][] =>
  [...document.querySelectorAll('dt')].map((term) => [term, term.nextElementSibling ?? term]);
const alone = (selector: string): Element[][] =>
  [...document.querySelectorAll(selector)].map((item) => [item]);
const ranked = (items: readonly Element[][], ranks: readonly number[]): RankedItem[] =>
  items.map((parts, at) => ({ parts, rank: ranks[at] ?? 0 }));
const start = (manner: ReorderManner = 'move') => createReorder(manner, { signal: life.signal });
const words = (): string => document.body.textContent.replaceAll(/\s+/g, ' ').trim();

describe('a list in another order', () => {
  it('keeps its groups, and each entry with everything that belongs to it', () => {
    show(LISTS);
    start().apply(ranked(pairs(), [2, 1, 0, 1, 0]));
    rest();
    expect(words()).toBe('DayNew [3]three[2]two[1] one Cross-lists [5]five[4]four');
    expect(document.querySelector('[name=item2]')?.parentElement?.nextElementSibling?.textContent).toBe(
      'two',
    );
  });

  it.each([
    ['text stands between its items', LOOSE, 'b, 2a, 1'],
    ['its items stand in lines', LINES, 'b 2a 1'],
  ])('moves the white space along if %s', (_, html, after) => {
    show(html);
    const before = document.body.innerHTML;
    const reorder = start();
    reorder.apply(ranked(alone('p'), [1, 0]));
    rest();
    expect(words()).toBe(after);
    reorder.restore();
    rest();
    expect(document.body.innerHTML).toBe(before);
  });

  it('moves nodes without restarting them, if the browser can', () => {
    show(LISTS);
    const list = document.querySelector('dl');
    const moveBefore = vi.fn<(node: Node, next: Node | null) => void>(
      (node, next) => void list?.insertBefore(node, next),
    );
    Object.assign(list ?? {}, { moveBefore });
    start().apply(ranked(pairs(), [2, 1, 0, 1, 0]));
    rest();
    expect(words()).toBe('DayNew [3]three[2]two[1] one Cross-lists [5]five[4]four');
    expect(moveBefore).toHaveBeenCalled();
  });

  it('keeps the numbers of a numbered list', () => {
    show(RESULTS);
    start().apply(ranked(alone('li'), [2, 0, 1]));
    rest();
    const items = [...document.querySelectorAll('li')];
    expect(items.map(({ textContent, value }) => [textContent, value])).toEqual([
      ['b', 27],
      ['c', 28],
      ['a', 26],
    ]);
  });

  it('only changes the visual order if a framework depends on its nodes, and puts new cards last', () => {
    show(CARDS);
    start('style').apply(ranked(alone('.grid > div'), [2, 0, 1]));
    const cards = [...document.querySelectorAll<HTMLElement>('.grid > div')];
    expect(cards.map(({ textContent, style }) => [textContent, style.order])).toEqual([
      ['a', '-1'],
      ['b', '-3'],
      ['c', '-2'],
    ]);
  });

  it('keeps the keyboard focus', () => {
    show('<ul><li><a href="#1">a</a></li><li><a href="#2">b</a></li></ul>');
    const link = [...document.querySelectorAll('a')][1];
    link?.focus();
    start().apply(ranked(alone('li'), [1, 0]));
    rest();
    expect(words()).toBe('ba');
    expect(document.activeElement).toBe(link);
  });

  it('is made in slices', () => {
    show(`<ul>${'<li>x</li>'.repeat(300)}</ul>`);
    start().apply(
      ranked(
        alone('li'),
        Array.from({ length: 300 }, (_, at) => -at),
      ),
    );
    let slices = 0;
    while (waiting.length > 0) {
      slices += 1;
      waiting.shift()?.({ didTimeout: false, timeRemaining: () => 50 });
    }
    expect(slices).toBeGreaterThanOrEqual(5);
  });
});

describe('a list that is ordered already', () => {
  it.each([
    ['as it stands', false],
    ['as the page has it', true],
  ])('gets its next order from there, whether its items are given %s', (_, isOriginal) => {
    show(LISTS);
    const original = pairs();
    const reorder = start();
    reorder.apply(ranked(original, [2, 1, 0, 1, 0]));
    rest();
    const ranks = new Map(original.map(([first], at) => [first, [1, 2, 0, 0, 1][at] ?? 0]));
    const items = isOriginal ? original : pairs();
    reorder.apply(items.map((parts) => ({ parts, rank: ranks.get(parts[0]) ?? 0 })));
    // Nothing jumps back in between.
    expect(words()).toBe('DayNew [3]three[2]two[1] one Cross-lists [5]five[4]four');
    rest();
    expect(words()).toBe('DayNew [3]three[1]one[2]two Cross-lists [4]four[5]five');
  });

  it('finds its order among the items that are left and those that came', () => {
    show(RESULTS);
    const reorder = start();
    reorder.apply(ranked(alone('li'), [2, 1, 0]));
    rest();
    document.querySelectorAll('li')[1]?.remove();
    document.querySelector('ol')?.insertAdjacentHTML('beforeend', '<li>d</li>');
    const ranks: Readonly<Record<string, number>> = { d: 0, a: 1, c: 2 };
    reorder.apply(alone('li').map((parts) => ({ parts, rank: ranks[parts[0]?.textContent ?? ''] ?? 0 })));
    rest();
    expect(words().replaceAll(' ', '')).toBe('dac');
  });
});

describe('a list whose nodes move', () => {
  it('does so inside of steps of which observers need not be told', () => {
    show(LISTS);
    const list = document.querySelector('dl');
    const observer = new MutationObserver(() => {});
    const observe = (): void => observer.observe(document.body, { childList: true, subtree: true });
    const moving = vi.fn<(work: () => void) => void>((work) => {
      observer.disconnect();
      work();
      observe();
    });
    observe();
    const reorder = createReorder('move', { signal: life.signal, moving });
    reorder.apply(ranked(pairs(), [2, 1, 0, 1, 0]));
    rest();
    expect(list?.textContent).toContain('[3]three[2]two');
    reorder.restore();
    rest();
    expect(observer.takeRecords()).toEqual([]);
    expect(moving).toHaveBeenCalled();
  });
});

describe('a list in the original order again', () => {
  it.each<[string, string, string, ReorderManner, string]>([
    ['restoring', 'lists', LISTS, 'move', 'dt'],
    ['the end', 'lists', LISTS, 'move', 'dt'],
    ['restoring', 'results', RESULTS, 'move', 'li'],
    ['the end', 'results', RESULTS, 'move', 'li'],
    ['restoring', 'cards', CARDS, 'style', '.grid > div'],
    ['the end', 'cards', CARDS, 'style', '.grid > div'],
  ])('after %s is the page of %s unchanged', (how, _, html, manner, selector) => {
    show(html);
    const before = document.body.innerHTML;
    const nodes = [...document.querySelectorAll('*')];
    const reorder = start(manner);
    const items = selector === 'dt' ? pairs() : alone(selector);
    reorder.apply(ranked(items, [2, 0, 1, 4, 3]));
    rest();
    reorder.apply(ranked(items, [0, 2, 1, 3, 4]));
    rest();
    if (how === 'restoring') reorder.restore();
    else life.abort();
    rest();
    expect(document.body.innerHTML).toBe(before);
    expect([...document.querySelectorAll('*')]).toEqual(nodes);
  });

  it('is the page unchanged after any orders, however its white space and comments stand', () => {
    const between = fc.constantFrom('', ' ', '\n', '<!-- note -->', '\n <!-- a --> ');
    const entry = fc.tuple(between, between);
    const ranks = fc.array(fc.nat(9), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(
        fc.array(entry, { maxLength: 12 }),
        fc.array(ranks, { maxLength: 3 }),
        (entries, orders) => {
          show(
            `<dl><h3>New</h3>${entries.map(([one, two], at) => `<dt>${at}</dt>${one}<dd>x</dd>${two}${at % 5 === 4 ? '<h3>Next</h3>' : ''}`).join('')}</dl>`,
          );
          const before = document.body.innerHTML;
          const reorder = start();
          for (const order of orders) {
            reorder.apply(ranked(pairs(), order));
            rest();
          }
          reorder.restore();
          rest();
          expect(document.body.innerHTML).toBe(before);
        },
      ),
    );
  });

  it('is the page unchanged even if the order is cancelled midway', () => {
    show(LISTS);
    const before = document.body.innerHTML;
    const reorder = start();
    reorder.apply(ranked(pairs(), [2, 1, 0, 1, 0]));
    reorder.restore();
    rest();
    expect(document.body.innerHTML).toBe(before);
  });

  it('does not contain what the page has removed itself', () => {
    show(RESULTS);
    const reorder = start();
    reorder.apply(ranked(alone('li'), [2, 0, 1]));
    rest();
    document.querySelectorAll('li')[0]?.remove();
    reorder.restore();
    rest();
    expect(words()).toBe('a c');
    expect(document.querySelector('[value]')).toBeNull();
  });
});
