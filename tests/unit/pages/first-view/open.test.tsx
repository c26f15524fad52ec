// @vitest-environment jsdom
import { act, cleanup, render } from '@testing-library/react';
import { hydrateRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { drawFound } from '@/components/popup/draw-found';
import { PopupApp } from '@/components/popup/PopupApp';
import { addFirstView, drawMarkup, speak } from '@/entrypoints/popup/static-markup';
import { rememberSearch, writeSearchState } from '@/lib/extension/search/memory';
import { adoptDrawn } from '@/lib/pages/first-view/adopt';
import { openFirstView } from '@/lib/pages/first-view/open';
import { readPopupStart } from '@/lib/pages/popup-start';
import { ADDED_PACKS_KEY, NEWS_KEY, RECENT_SEARCHES_KEY, SETTINGS_KEY } from '@/lib/shared/storage-keys';
import english from '@/public/_locales/en/messages.json';
import chinese from '@/public/_locales/zh_CN/messages.json';
import { stubTab } from '../../../fixtures/ui-catalogue';
import { ANSWER, PAGE, SHIPPED } from '../../../fixtures/first-view';

const LANGUAGES = [
  ['English', english],
  ['Chinese', chinese],
] as const;
/** What keeps the page from being painted. */
const holdOf = () => document.querySelector('link[rel=stylesheet][blocking=render][href="/hold.css"]');
const rootOf = (): HTMLElement => document.querySelector<HTMLElement>('#root') ?? document.body;

/** Loads the page into the document, without running its scripts. */
function loadPage(): void {
  const markup = LANGUAGES.map(([, messages]) => drawMarkup(messages, SHIPPED, 'side-panel'));
  const parts = { opening: '/first-view.js', hold: '/hold.css', markup };
  const page = new DOMParser().parseFromString(addFirstView(PAGE, parts), 'text/html');
  document.head.replaceChildren(...page.head.children);
  document.body.replaceChildren(...page.body.children);
  speak(english);
}

const read = () => readPopupStart(SHIPPED);

/** Tells the opening script that a frame is on the screen, by itself unless a test does it. */
let showFrame: (() => void) | undefined;
function stubFrames(isAtOnce: boolean): void {
  showFrame = undefined;
  class Frames {
    readonly #seen: () => void;
    constructor(seen: () => void) {
      this.#seen = seen;
    }
    observe(): void {
      if (isAtOnce) queueMicrotask(this.#seen);
      else showFrame = this.#seen;
    }
  }
  vi.stubGlobal('PerformanceObserver', Frames);
}

/** What is drawn, but for what is an attribute in markup alone, and what the app announces after its first frame. */
function markupOf(drawn: Element): string {
  const copy = document.importNode(drawn, true);
  copy.normalize();
  copy.querySelector('input')?.removeAttribute('value');
  copy.querySelector('[role=status]')?.replaceChildren();
  return copy.innerHTML;
}

const valuesOf = (drawn: Element): readonly string[] =>
  [...drawn.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')].map(
    ({ value }) => value,
  );

/** Markup that no popup has drawn. */
const strangeMarkup = (): string => '<main><input></main>';

beforeEach(async () => {
  fakeBrowser.reset();
  localStorage.clear();
  stubFrames(true);
  await stubTab('https://example.org/');
  Object.assign(browser, { sidePanel: { open: () => Promise.resolve() } });
  Object.assign(browser.windows, { getCurrent: () => Promise.resolve({ id: 7 }) });
  vi.spyOn(browser.runtime, 'getManifest').mockReturnValue({
    manifest_version: 3,
    name: 'x',
    version: '2.0.0',
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  speak(english);
  delete document.documentElement.dataset['theme'];
  Object.assign(browser, { sidePanel: undefined });
});

/** What users may have stored before they open the popup. */
const STORED: readonly (readonly [what: string, store: () => Promise<unknown>])[] = [
  ['nothing', async () => undefined],
  [
    'recent searches',
    async () => {
      await rememberSearch('a <b> & "c"');
      await rememberSearch('lamps');
    },
  ],
  ['news', () => browser.storage.local.set({ [NEWS_KEY]: '2.0.0' })],
  [
    'a search with results',
    () =>
      writeSearchState({ query: 'lamps', sort: 'date' }, ANSWER, () =>
        drawFound({ query: 'lamps', sort: 'date' }, ANSWER, SHIPPED.facts.papers),
      ),
  ],
];

describe.each(LANGUAGES)('the first view in %s', (_language, messages) => {
  it.each(STORED)(
    'is drawn as the app draws it, which adopts every node: with %s stored',
    async (_what, store) => {
      loadPage();
      speak(messages);
      await store();
      await openFirstView();
      expect(document.documentElement.lang).toBe(messages.language.message);
      const start = await read();
      expect(adoptDrawn(start, SHIPPED)).toBeDefined();
      // Drawn by the app alone.
      const { container, unmount } = render(<PopupApp start={start} />);
      expect(markupOf(rootOf())).toBe(markupOf(container));
      expect(valuesOf(rootOf())).toEqual(valuesOf(container));
      unmount();
      // Adopted.
      const before = [...rootOf().querySelectorAll('*')];
      act(() => void hydrateRoot(rootOf(), <PopupApp start={start} />));
      const after = [...rootOf().querySelectorAll('*')];
      expect(after).toHaveLength(before.length);
      expect(after.every((element, at) => element === before[at])).toBe(true);
    },
  );
});

describe('the opening script', () => {
  it.each<[what: string, store: () => Promise<unknown>]>([
    ['packs were added', () => browser.storage.local.set({ [ADDED_PACKS_KEY]: { names: ['one'] } })],
    [
      'an earlier release left recent searches, which the app moves',
      () => browser.storage.local.set({ [RECENT_SEARCHES_KEY]: ['lamps'] }),
    ],
    ['the browser has no side panel', async () => Object.assign(browser, { sidePanel: undefined })],
    [
      'the last search has results that were not drawn',
      () => writeSearchState({ query: 'lamps', sort: 'date' }, ANSWER),
    ],
    [
      'the last results were drawn in another language',
      async () => {
        await writeSearchState({ query: 'lamps', sort: 'date' }, ANSWER, strangeMarkup);
        const { search } = await browser.storage.session.get<{ search: { view: object } }>('search');
        const view = { ...search.view, language: 'zh-CN' };
        await browser.storage.session.set({ search: { ...search, view } });
      },
    ],
    [
      'the texts are not those of the build',
      async () => speak({ ...english, popup_searchField: { message: 'Look for papers' } }),
    ],
    ['the language is another', async () => document.querySelector('#first-view-en')?.remove()],
  ])('draws nothing, and starts the app, if %s', async (_what, store) => {
    loadPage();
    await store();
    await openFirstView();
    expect(rootOf().childNodes).toHaveLength(0);
    expect(adoptDrawn(await read(), SHIPPED)).toBeUndefined();
    expect(document.head.querySelector('script[type=module]')?.getAttribute('src')).toBe('/chunks/popup.js');
  });

  it('starts the app after the view, with the focus in its field and the theme of the settings', async () => {
    await browser.storage.local.set({ [SETTINGS_KEY]: { version: 1, values: { theme: 'dark' } } });
    loadPage();
    const isAlone = new Promise<boolean>((resolve) => {
      const look = () => {
        if (document.querySelector('[role=option]'))
          resolve(document.querySelector('script[type=module]') === null);
      };
      new MutationObserver(look).observe(rootOf(), { childList: true, subtree: true });
    });
    const opened = openFirstView();
    expect(await isAlone).toBe(true);
    expect(document.activeElement?.getAttribute('role')).toBe('combobox');
    expect(document.documentElement.dataset['theme']).toBe('dark');
    await opened;
    expect(document.querySelectorAll('script[type=module]')).toHaveLength(1);
  });

  it.each([
    ['has drawn the view', false],
    ['draws nothing itself', true],
  ])('lets nothing be painted until it %s', async (_what, isStrange) => {
    loadPage();
    if (isStrange) document.querySelector('#first-view-en')?.remove();
    const opened = openFirstView();
    expect(holdOf()).not.toBeNull();
    await opened;
    expect(holdOf()).toBeNull();
    expect(rootOf().hasChildNodes()).toBe(!isStrange);
  });

  it.each([
    ['nothing', undefined],
    ['a search', ANSWER],
  ])('shows no papers before storage has said what is left: %s', async (_what, answer) => {
    const state = { query: 'lamps', sort: 'date' } as const;
    if (answer) await writeSearchState(state, answer, () => drawFound(state, answer, SHIPPED.facts.papers));
    const stored = await browser.storage.session.get(null);
    const { promise: answers, resolve: letAnswer } = Promise.withResolvers<undefined>();
    const get: unknown = Reflect.get(browser.storage.session, 'get');
    Object.assign(browser.storage.session, { get: () => answers.then(() => stored) });
    loadPage();
    const opened = openFirstView();
    await vi.waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('combobox'));
    expect(document.querySelector('[role=option]')).toBeNull();
    letAnswer(undefined);
    await opened;
    Object.assign(browser.storage.session, { get });
    expect(document.querySelector('.start [role=option]') === null).toBe(answer !== undefined);
    expect(document.querySelector('[role=option]')).not.toBeNull();
  });

  it('starts the app when the view is on the screen, and not before', async () => {
    stubFrames(false);
    loadPage();
    const opened = openFirstView();
    await vi.waitFor(() => expect(showFrame).toBeDefined());
    expect(document.querySelector('script[type=module]')).toBeNull();
    showFrame?.();
    await opened;
    expect(document.querySelectorAll('script[type=module]')).toHaveLength(1);
  });

  it('starts the app in a page that is never painted, too', async () => {
    stubFrames(false);
    loadPage();
    await openFirstView();
    expect(document.querySelectorAll('script[type=module]')).toHaveLength(1);
  });

  it('is adopted only as long as nothing else was stored since', async () => {
    loadPage();
    await openFirstView();
    await rememberSearch('lamps');
    expect(adoptDrawn(await read(), SHIPPED)).toBeUndefined();
  });
});

describe('what the user does before the app is there', () => {
  it('chooses the paper to which an arrow key went', async () => {
    loadPage();
    await openFirstView();
    const field = rootOf().querySelector('input');
    if (!field) throw new Error('No field');
    const key = new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true });
    field.dispatchEvent(key);
    expect(key.defaultPrevented).toBe(true);
    const start = await read();
    const repeat = adoptDrawn(start, SHIPPED);
    act(() => void hydrateRoot(rootOf(), <PopupApp start={start} />));
    await act(async () => repeat?.());
    expect(rootOf().querySelector('[role=option]')?.getAttribute('aria-selected')).toBe('true');
  });

  it('opens a topic that was clicked', async () => {
    loadPage();
    await openFirstView();
    rootOf().querySelector<HTMLElement>('.start-queries .tag')?.click();
    const start = await read();
    const repeat = adoptDrawn(start, SHIPPED);
    act(() => void hydrateRoot(rootOf(), <PopupApp start={start} />));
    await act(async () => repeat?.());
    expect(rootOf().querySelector('input')?.value).toBe('tag:report-generation');
  });

  it('searches for what was typed, and leaves the caret where it is', async () => {
    loadPage();
    await openFirstView();
    const field = rootOf().querySelector('input');
    if (!field) throw new Error('No field');
    field.value = 'lamps';
    field.setSelectionRange(2, 2);
    const start = await read();
    act(() => void hydrateRoot(rootOf(), <PopupApp start={start} />));
    expect(rootOf().querySelector('input')).toBe(field);
    expect([field.value, field.selectionStart, field.selectionEnd]).toEqual(['lamps', 2, 2]);
    expect(rootOf().textContent).toContain('Searching…');
  });
});
