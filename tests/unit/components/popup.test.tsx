// @vitest-environment jsdom
import { act, renderHook, cleanup, configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useRowLimit } from '@/components/hooks/use-row-limit';
import { PopupApp } from '@/components/popup/PopupApp';
import { PopupView } from '@/components/popup/PopupView';
import { Announcer } from '@/components/shared/Announcer';
import { CatalogueFault } from '@/components/panel/PanelStates';
import { cutText } from '@/lib/domain/search/marked-text';
import { applySuggestion } from '@/lib/domain/search/edit-query';
import { readNews } from '@/lib/extension/news';
import { readPopupStart } from '@/lib/pages/popup-start';
import { readRecentSearches } from '@/lib/extension/search/memory';
import { findAccessibilityFaults } from '../../fixtures/ui-axe';
import { addressOfTab, stubCatalogue, stubTab } from '../../fixtures/ui-catalogue';
import { LAMP } from '../../fixtures/ui-papers';

// A loaded machine is slow, not wrong.
configure({ asyncUtilTimeout: 30_000 });

beforeEach(() => {
  fakeBrowser.reset();
  stubCatalogue();
  vi.spyOn(window, 'close').mockReturnValue(undefined);
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function openPopup(url = 'https://example.org/') {
  const tab = await stubTab(url);
  const view = render(<PopupApp start={await readPopupStart()} />);
  const field = await screen.findByRole('combobox', { name: 'Search the catalogue' });
  // The list of the newest papers is there once the catalogue is read.
  await screen.findByRole('listbox');
  return { ...tab, ...view, field, user: userEvent.setup() };
}

const findOptions = () => [...screen.getByRole('listbox').querySelectorAll('[role=option]')];
const titleOf = (option: Element | undefined) => option?.querySelector('.hit-title')?.textContent;
const optionTitles = () => findOptions().map(titleOf);
const activeTitle = () =>
  titleOf(findOptions().find((option) => option.getAttribute('aria-selected') === 'true'));

describe('the popup', () => {
  it('opens with the field focused, the tab’s paper, and terms to browse', async () => {
    const { field, container } = await openPopup(`https://arxiv.org/abs/${LAMP.id}`);
    expect(document.activeElement).toBe(field);
    const current = within(await screen.findByRole('region', { name: 'Paper in this tab' }));
    expect(current.getByText(LAMP.title)).toBeTruthy();
    expect(current.getByRole('link', { name: /Code/ })).toBeTruthy();
    const browse = within(screen.getByRole('region', { name: 'Browse' }));
    expect(browse.getByRole('button', { name: 'Report generation 3' })).toBeTruthy();
    expect(screen.getByText('Catalogue from 6 Jan 2026')).toBeTruthy();
    expect(activeTitle()).toBeUndefined();
    expect(await findAccessibilityFaults(container)).toEqual([]);
  });

  it('finds as one types, marks the words, and counts tags beside them', async () => {
    const { user, container } = await openPopup();
    await user.paste('grading gla');
    await waitFor(() => expect(optionTitles()).toEqual(['Grading glare']));
    expect([...container.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual([
      'Grading',
      'glare',
    ]);
    expect(screen.getByText('kappa')).toBeTruthy();
    await waitFor(() => expect(screen.getByRole('status').textContent?.trim()).toBe('1 paper'));
    const facet = within(screen.getByRole('group', { name: 'Task' }));
    expect(facet.getByRole('button', { name: 'Disease grading 1' }).getAttribute('aria-pressed')).toBe(
      'false',
    );
    expect(await findAccessibilityFaults(container)).toEqual([]);
  });

  it('has a word for what is new after an update, which one look takes away', async () => {
    vi.spyOn(browser.runtime, 'getManifest').mockReturnValue({
      manifest_version: 3,
      name: 'Sidelight',
      version: '2.0.0',
    });
    await browser.storage.local.set({ news: '2.0.0' });
    const { user } = await openPopup();
    expect(screen.queryByText(/^New in/)).toBeNull();
    await user.click(screen.getByRole('button', { name: 'What’s new' }));
    expect(screen.getByText(/^New in 2\.0\.0: /)).toBeTruthy();
    await waitFor(async () => expect(await readNews()).toBeUndefined());
  });

  it('narrows by a tag in the query itself', async () => {
    const { user, field } = await openPopup();
    await user.paste('lamps');
    const group = await screen.findByRole('group', { name: 'Method' });
    await user.click(within(group).getByRole('button', { name: /Vision–language model/ }));
    expect(field).toHaveProperty('value', 'lamps tag:vision-language-model');
    await waitFor(() => expect(optionTitles()).toHaveLength(3));
    expect(optionTitles()).not.toContainEqual(expect.stringContaining('On α-lamps'));
    await user.click(screen.getByRole('button', { name: /Vision–language model/, pressed: true }));
    expect(field).toHaveProperty('value', 'lamps');
  });

  it('walks with the arrow keys and opens with Enter, in this tab or beside it', async () => {
    const { user, tabId } = await openPopup();
    await user.paste('lamps');
    await waitFor(() => expect(optionTitles()).toHaveLength(4));
    const [first, second] = optionTitles();
    expect(activeTitle()).toBe(first);
    expect(second).toBe(LAMP.title);
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
    expect(activeTitle()).toBe(second);
    const create = vi.spyOn(browser.tabs, 'create');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(create.mock.lastCall?.[0]).toMatchObject({ active: false }));
    expect(window.close).not.toHaveBeenCalled();
    await user.keyboard('{ArrowUp}{ArrowDown}{Enter}');
    await waitFor(async () => expect(await addressOfTab(tabId)).toBe(`https://arxiv.org/abs/${LAMP.id}`));
    await waitFor(() => expect(window.close).toHaveBeenCalled());
    await waitFor(async () => expect(await readRecentSearches()).toEqual(['lamps']));
  });

  it('shows a paper’s annotation in place', async () => {
    const { user, field } = await openPopup();
    await user.paste('glare');
    await waitFor(() => expect(optionTitles()).toEqual(['Grading glare']));
    await user.keyboard('{Alt>}{Enter}{/Alt}');
    expect(await screen.findByRole('heading', { level: 1, name: 'Grading glare' })).toBeTruthy();
    await user.keyboard('b');
    const again = await screen.findByRole('combobox', { name: 'Search the catalogue' });
    expect(again).toHaveProperty('value', 'glare');
    expect(document.activeElement).toBe(again);
    expect(field.isConnected).toBe(false);
  });

  it('opens a pasted address, in the catalogue or not', async () => {
    const { user, tabId } = await openPopup();
    await user.paste(`https://huggingface.co/papers/${LAMP.id}`);
    await waitFor(() => expect(optionTitles()[0]).toBe(LAMP.title));
    await user.clear(screen.getByRole('combobox', { name: 'Search the catalogue' }));
    await user.paste('arXiv:2609.12345v2');
    await waitFor(() => expect(optionTitles()).toEqual(['Open arXiv:2609.12345 ']));
    await user.keyboard('{Enter}');
    await waitFor(async () => expect(await addressOfTab(tabId)).toBe('https://arxiv.org/abs/2609.12345'));
  });

  it('is as it was when it opens again, ready to be typed over', async () => {
    const { user, unmount } = await openPopup();
    await user.paste('glare');
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Sort by' }), 'Date');
    unmount();
    render(<PopupApp start={await readPopupStart()} />);
    const field = await screen.findByRole('combobox', { name: 'Search the catalogue' });
    expect(field).toHaveProperty('value', 'glare');
    expect(await screen.findByRole('combobox', { name: 'Sort by' })).toHaveProperty('value', 'date');
    await user.keyboard('oct');
    expect(field).toHaveProperty('value', 'oct');
  });

  it('draws the rows in sight, all once the reader scrolls, and a new list from its top', () => {
    const { result, rerender } = renderHook(({ query }) => useRowLimit(query, 12), {
      initialProps: { query: 'a' },
    });
    expect(result.current).toBe(12);
    document.body.scrollTop = 50;
    act(() => void document.body.dispatchEvent(new Event('scroll')));
    expect(result.current).toBe(Number.POSITIVE_INFINITY);
    rerender({ query: 'a' });
    expect([result.current, document.body.scrollTop]).toEqual([Number.POSITIVE_INFINITY, 50]);
    rerender({ query: 'ab' });
    expect([result.current, document.body.scrollTop]).toEqual([12, 0]);
  });

  it('helps where nothing is found, and with a filter that does not exist', async () => {
    const { user, field } = await openPopup();
    await user.paste(`${'zzzz '.repeat(40)}qqqq`);
    expect((await screen.findByText(/^No paper here fits/)).textContent.length).toBeLessThan(250);
    await user.clear(field);
    await user.paste('zzzz qqqq');
    const elsewhere = await screen.findByRole('link', { name: 'arXiv' });
    expect(elsewhere.getAttribute('href')).toContain('query=zzzz%20qqqq');
    await user.click(await screen.findByRole('button', { name: 'Search “zzzz”' }));
    expect(field).toHaveProperty('value', 'zzzz');
    await user.clear(field);
    await user.paste('tsk:report');
    await user.click(await screen.findByRole('button', { name: 'task:' }));
    expect(field).toHaveProperty('value', 'task:report');
  });

  it('says what is wrong with the catalogue', async () => {
    const { container } = render(
      <Announcer>
        <PopupView
          query=""
          sort="relevance"
          options={[]}
          answer={undefined}
          recent={[]}
          topics={[]}
          catalogueCount={undefined}
          start={<CatalogueFault reason="damaged" level={2} />}
          onQuery={() => {}}
          onSort={() => {}}
          onToggleTag={() => {}}
          onSuggestion={() => {}}
          onOpen={() => {}}
          onLink={() => {}}
          onDetails={() => {}}
        />
      </Announcer>,
    );
    expect(screen.getByRole('heading', { name: 'The catalogue is damaged' })).toBeTruthy();
    expect(await findAccessibilityFaults(container)).toEqual([]);
  });
});

describe('the browser’s own side panel', () => {
  const NAMES = { sidePanel: 'Open in side panel', sidebarAction: 'Open in sidebar' } as const;
  const WINDOW_ID = 7;

  /** A browser that has one of the two, or neither. */
  function stubPanels(api: 'sidePanel' | 'sidebarAction' | undefined, open: () => unknown) {
    const opened = vi.fn<() => unknown>(open);
    Object.assign(browser, {
      sidePanel: api === 'sidePanel' ? { open: opened } : undefined,
      sidebarAction: api === 'sidebarAction' ? { open: opened } : undefined,
    });
    Object.assign(browser.windows, { getCurrent: () => Promise.resolve({ id: WINDOW_ID }) });
    return opened;
  }
  const real = { sidePanel: browser.sidePanel, getCurrent: browser.windows.getCurrent };
  afterEach(() => {
    Object.assign(browser, { sidePanel: real.sidePanel, sidebarAction: undefined });
    Object.assign(browser.windows, { getCurrent: real.getCurrent });
  });

  it.each([
    ['sidePanel', [{ windowId: WINDOW_ID }]],
    ['sidebarAction', []],
  ] as const)('opens in the very task of the click, and the popup closes: %s', async (api, args) => {
    const opened = stubPanels(api, () => Promise.resolve());
    const { container } = await openPopup(`https://arxiv.org/abs/${LAMP.id}`);
    expect(await findAccessibilityFaults(container)).toEqual([]);
    const button = screen.getByRole('button', { name: NAMES[api] });
    act(() => button.click());
    // Not one step later: browsers count a click no longer than that.
    expect(opened.mock.calls).toEqual([args]);
    await waitFor(() => expect(window.close).toHaveBeenCalledTimes(1));
    expect(container.querySelector('.note')).toBeNull();
  });

  it('opens by the keyboard', async () => {
    const opened = stubPanels('sidePanel', () => Promise.resolve());
    const { user } = await openPopup();
    screen.getByRole('button', { name: NAMES.sidePanel }).focus();
    await user.keyboard('{Enter}');
    expect(opened).toHaveBeenCalledTimes(1);
    await waitFor(() => expect(window.close).toHaveBeenCalled());
  });

  it.each([
    ['sidePanel', 'rejects', /did not open its side panel\. Right-click Sidelight’s icon/],
    ['sidePanel', 'throws', /did not open its side panel\. Right-click Sidelight’s icon/],
    ['sidebarAction', 'rejects', /did not open its sidebar\..* choose View, Sidebar, Sidelight/],
    ['sidebarAction', 'throws', /did not open its sidebar\..* choose View, Sidebar, Sidelight/],
  ] as const)('says how else where the browser refuses: %s %s', async (api, how, text) => {
    const refusal = new Error('may only be called from a user input handler');
    const opened = stubPanels(api, () => {
      if (how === 'throws') throw refusal;
      return Promise.reject(refusal);
    });
    const { user, field, container } = await openPopup();
    await user.paste('glare');
    await user.click(screen.getByRole('button', { name: NAMES[api] }));
    await waitFor(() => expect(container.querySelector('.note')?.textContent).toMatch(text));
    expect(screen.getByRole('status').textContent).toMatch(text);
    expect(await findAccessibilityFaults(container)).toEqual([]);
    // The popup stays as it was, and can be used, for another try too.
    expect(window.close).not.toHaveBeenCalled();
    expect(field).toHaveProperty('value', 'glare');
    expect(optionTitles()).toEqual(['Grading glare']);
    opened.mockImplementation(() => Promise.resolve());
    await user.click(screen.getByRole('button', { name: NAMES[api] }));
    await waitFor(() => expect(window.close).toHaveBeenCalled());
    expect(container.querySelector('.note')).toBeNull();
  });

  it.each(['no API', 'no number of its window'])('is not offered where there is %s', async (lack) => {
    stubPanels(lack === 'no API' ? undefined : 'sidePanel', () => Promise.resolve());
    Object.assign(browser.windows, { getCurrent: () => Promise.reject(new Error('No window')) });
    await openPopup();
    expect(screen.queryByRole('button', { name: /^Open in/ })).toBeNull();
    expect(screen.getByRole('button', { name: 'Settings' })).toBeTruthy();
  });
});

describe('texts of the search', () => {
  it('cuts at marks', () => {
    expect(cutText('chest X-ray', [{ start: 6, end: 11 }])).toEqual([
      { text: 'chest ', marked: false },
      { text: 'X-ray', marked: true },
    ]);
    expect(cutText('', [])).toEqual([]);
  });

  it.each([
    ['lamps task:segmntation', 'task:image-segmentation', 'lamps task:image-segmentation'],
    ['tsk:"eye disease" x', 'task:', 'task:"eye disease" x'],
    ['lamps', 'has:code', 'lamps has:code'],
  ])('puts a suggestion where it belongs: %s', (query, suggestion, expected) => {
    expect(applySuggestion(query, suggestion)).toBe(expected);
  });
});
