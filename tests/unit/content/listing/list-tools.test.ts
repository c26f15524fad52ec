// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi, type MockInstance } from 'vitest';
import { browser } from 'wxt/browser';
import { parseArxivId } from '@/lib/domain/arxiv-id';
import type { EntryLine } from '@/lib/domain/entry';
import { NO_FILTER } from '@/lib/domain/entry/filter';
import type { Entry } from '@/lib/content/listing/entries';
import { createListTools, type ListTools } from '@/lib/content/listing/list-tools';
import { until } from '../../../fixtures/until';

const trust = vi.hoisted(() => ({ isByUser: true }));
vi.mock('@/lib/dom/trusted-event', () => ({ isByUser: () => trust.isByUser }));

const CT = { id: 'ct', label: 'CT' };
const LINES: readonly (EntryLine | null)[] = [
  { provenance: 'curated', results: 1, hasCode: false, tags: [CT] },
  { provenance: 'page', isTitleOnly: true, results: 0, hasCode: false, tags: [CT] },
  null,
];

let life: AbortController;
let tools: ListTools;
let entries: Entry[];
let attached: MockInstance<Element['attachShadow']>;
const openCard = vi.fn<(entry: Entry) => void>();
const onSave = vi.fn<(entry: Entry) => void>();
const readAll = vi.fn<() => void>();

beforeEach(() => {
  trust.isByUser = true;
  openCard.mockReset();
  readAll.mockReset();
  onSave.mockReset();
  Object.assign(browser, {
    storage: {
      local: { get: () => ({}), set: () => Promise.resolve() },
      onChanged: { addListener: () => undefined, removeListener: () => undefined },
    },
  });
  vi.stubGlobal('requestAnimationFrame', (work: () => void) => setTimeout(work));
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
  Element.prototype.scrollIntoView = () => undefined;
  document.elementsFromPoint = () => [];
  attached = vi.spyOn(Element.prototype, 'attachShadow');
  document.body.innerHTML = `<p class="morefewer">more</p><dl>${LINES.map(
    (_, index) => `<dt><a title="Abstract" href="/abs/2407.0841${index}">one</a></dt>`,
  ).join('')}</dl>`;
  entries = [...document.querySelectorAll('dt')].map((element, index) => {
    const paperId = parseArxivId(`2407.0841${index}`)?.id;
    if (!paperId) throw new Error('No id');
    const found = { entry: { paperId, title: '' }, element, mount: element, parts: [element] };
    return { element, found, line: LINES[index] };
  });
  start();
});
afterEach(() => {
  life.abort();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function start(): void {
  life = new AbortController();
  tools = createListTools({
    listing: {
      entries: () => entries,
      entryOf: () => undefined,
      rescan: () => undefined,
      sort: () => undefined,
      readAll,
      setTheme: () => undefined,
      setLine: () => undefined,
    },
    card: () => ({ open: openCard, close: () => undefined, isOpen: () => false, setTheme: () => undefined }),
    signal: life.signal,
    theme: () => 'light',
    manner: 'move',
    firstMode: 'page',
    isValid: () => true,
    onSave,
    findLines: () => [...document.querySelectorAll('.morefewer')],
  });
}

/** The content of our elements, whose shadow roots are closed to the page. */
const findInside = <Found extends Element>(selector: string): Found[] =>
  attached.mock.results.flatMap(({ value }) =>
    value instanceof ShadowRoot ? [...value.querySelectorAll<Found>(selector)] : [],
  );
const controls = (): HTMLButtonElement[] => findInside('button, select');
/** A control by its label, without its count. */
const control = (name: string): HTMLButtonElement => {
  const found = controls().find(
    (each) => each.isConnected && each.textContent.replace(/ \d+$/, '').trim() === name,
  );
  if (!found) throw new Error(`There is no ${name}`);
  return found;
};
const note = (): string | undefined =>
  findInside<HTMLElement>('.nothing').find(({ hidden }) => !hidden)?.textContent;
const folded = (): number => document.querySelectorAll('dt[hidden]').length;
const press = (key: string, on: Element = document.body): boolean =>
  on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
const focused = (): string | null | undefined => document.activeElement?.getAttribute('href');

test('a small button on the line of the page’s controls shows and hides the toolbar', () => {
  expect(document.querySelector('.morefewer > sidelight-list-button')).not.toBeNull();
  control('Filter').click();
  expect(document.querySelector('sidelight-tools')).not.toBeNull();
  expect(control('Filter').getAttribute('aria-pressed')).toBe('true');
  control('Filter').click();
  expect(document.querySelector('sidelight-tools')).toBeNull();
});

test('a page without entries has no button, until there are some', () => {
  life.abort();
  expect(document.querySelector('sidelight-list-button')).toBeNull();
  const all = entries;
  entries = [];
  start();
  expect(document.querySelector('sidelight-list-button')).toBeNull();
  entries = all;
  tools.refresh();
  expect(document.querySelectorAll('.morefewer > sidelight-list-button')).toHaveLength(1);
});

test('the button is restored if the page renders its line again, and added to a line that appears later', () => {
  const render = (markup: string) => {
    const line = document.querySelector('.morefewer');
    line?.replaceWith(document.createRange().createContextualFragment(markup));
    tools.refresh();
  };
  render('<p class="morefewer">fewer</p>');
  expect(document.querySelectorAll('.morefewer > sidelight-list-button')).toHaveLength(1);
  document.querySelector('.morefewer')?.remove();
  tools.refresh();
  expect(document.querySelector('sidelight-list-button')).toBeNull();
  document.body.insertAdjacentHTML('beforeend', '<p class="morefewer">more</p>');
  tools.refresh();
  expect(document.querySelectorAll('.morefewer > sidelight-list-button')).toHaveLength(1);
  control('Filter').click();
  expect(document.querySelector('sidelight-tools')).not.toBeNull();
});

test('a switch that would leave nothing is disabled', () => {
  tools.show();
  expect(control('Has code').disabled).toBe(true);
  expect(control('Has results').disabled).toBe(false);
  control('Has results').click();
  expect(folded()).toBe(2);
  // A switch that is on stays enabled, so that it can be switched off.
  expect(control('Has results').disabled).toBe(false);
  expect(control('In the catalogue').disabled).toBe(false);
});

test('“Clear” shows every paper again', () => {
  tools.show();
  expect(control('Clear').disabled).toBe(true);
  control('In the catalogue').click();
  expect(folded()).toBe(2);
  control('Clear').click();
  expect(folded()).toBe(0);
});

test('if nothing matches any more, the page says so and what to do', async () => {
  tools.show();
  control('In the catalogue').click();
  expect(note()).toBeUndefined();
  entries = entries.slice(1);
  tools.refresh();
  await until(() => expect(note()).toContain('No paper of this list passes the filter.'));
  control('Show all 2 papers again').click();
  expect(note()).toBeUndefined();
  expect(folded()).toBe(0);
});

test.each(['Has results', 'In the catalogue'])('J, K, O and S work after a click on “%s”', (name) => {
  tools.show();
  control(name).click();
  const host = document.querySelector('sidelight-tools') ?? document.body;
  press('j', host);
  expect(focused()).toBe('/abs/2407.08410');
  press('o', host);
  expect(openCard).toHaveBeenCalledWith(entries[0], { focus: true });
  press('s', host);
  expect(onSave).toHaveBeenCalledWith(entries[0]);
});

test('letters select a tag while the list of tags has the focus', () => {
  tools.show();
  const select = controls().find(({ localName }) => localName === 'select');
  select?.focus();
  press('j', document.querySelector('sidelight-tools') ?? document.body);
  expect(focused()).toBeNull();
});

test('synthetic key events of the page do nothing', () => {
  tools.show();
  trust.isByUser = false;
  press('j');
  press('o');
  expect(focused()).toBeNull();
  expect(openCard).not.toHaveBeenCalled();
});

test('popup and card can request totals, which reads the whole list, and a filter, which shows the toolbar', async () => {
  const asked = await tools.answers.readTools(undefined, {});
  expect(asked).toMatchObject({ total: 3, shown: 3, counts: { catalogue: 1, results: 1, code: 0 } });
  expect(readAll).toHaveBeenCalled();
  expect(document.querySelector('sidelight-tools')).toBeNull();
  const filtered = await tools.answers.filterList({ filter: { ...NO_FILTER, tag: 'ct' } }, {});
  expect(filtered).toMatchObject({ shown: 2, filter: { tag: 'ct' } });
  expect(folded()).toBe(1);
  expect(document.querySelector('sidelight-tools')).not.toBeNull();
});

test('at the end everything is removed', () => {
  tools.show();
  life.abort();
  expect(document.querySelector('sidelight-tools, sidelight-list-button')).toBeNull();
});
