// @vitest-environment jsdom
import { act, renderHook, render, screen, waitFor, within } from '@testing-library/react';
import { browser } from 'wxt/browser';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { useRowLimit } from '@/components/hooks/use-row-limit';
import { PopupApp } from '@/components/popup/PopupApp';
import { PopupView } from '@/components/popup/PopupView';
import { Announcer } from '@/components/shared/Announcer';
import { CatalogueFault } from '@/components/panel/PanelStates';
import { readNews } from '@/lib/extension/news';
import { readPopupStart } from '@/lib/pages/popup-start';
import { readRecentSearches } from '@/lib/extension/search/memory';
import { findAccessibilityFaults } from '../../fixtures/ui-axe';
import { addressOfTab } from '../../fixtures/ui-catalogue';
import { setUpPopups } from '../../fixtures/ui-setup';
import { LAMP } from '../../fixtures/ui-papers';
import { activeTitle, openPopup, optionTitles } from '../../fixtures/render-popup';

setUpPopups();

const readSession = () => browser.storage.session.get(null);

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

  it('searches while the user types, marks the words, and shows counts for tags', async () => {
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

  it('has stored what was typed last, even if the popup closes at once', async () => {
    const { user } = await openPopup();
    await user.paste('gla');
    await waitFor(() => expect(optionTitles()).toEqual(['Grading glare']));
    // A window that is closing answers nothing any more.
    const { getCurrent } = browser.windows;
    onTestFinished(() => void Object.assign(browser.windows, { getCurrent }));
    Object.assign(browser.windows, { getCurrent: () => new Promise(() => undefined) });
    await user.paste('re');
    expect(await readSession()).toMatchObject({ search: { query: 'glare' } });
    // Nor is it replaced by the results of what was typed before.
    await waitFor(async () => expect(await readSession()).toHaveProperty('search-results.typed', 'glare'));
    expect(await readSession()).toMatchObject({ search: { query: 'glare' } });
  });

  it('says what is new after an update, until the user has looked at it', async () => {
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

  it('adds a tag filter to the query itself', async () => {
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

  it('moves with the arrow keys and opens with Enter, in this tab or a new one', async () => {
    const { user, tabId } = await openPopup();
    await user.paste('lamps');
    await waitFor(() => expect(optionTitles()).toHaveLength(4));
    const [first, second] = optionTitles();
    expect(activeTitle()).toBe(first);
    expect(first).toBe(LAMP.title);
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
    expect(activeTitle()).toBe(second);
    const create = vi.spyOn(browser.tabs, 'create');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(create.mock.lastCall?.[0]).toMatchObject({ active: false }));
    expect(window.close).not.toHaveBeenCalled();
    await user.keyboard('{ArrowUp}{Enter}');
    await waitFor(async () => expect(await addressOfTab(tabId)).toBe(`https://arxiv.org/abs/${LAMP.id}`));
    await waitFor(() => expect(window.close).toHaveBeenCalled());
    await waitFor(async () => expect(await readRecentSearches()).toEqual(['lamps']));
  });

  it('leaves Enter and the arrow keys to an input method while a word is being composed', async () => {
    const { user, field } = await openPopup();
    await user.paste('lamps');
    await waitFor(() => expect(optionTitles()).toHaveLength(4));
    const [first] = optionTitles();
    const press = (key: string, isComposing: boolean): boolean =>
      field.dispatchEvent(
        new KeyboardEvent('keydown', { key, isComposing, bubbles: true, cancelable: true }),
      );
    expect([press('ArrowDown', true), press('Enter', true)]).toEqual([true, true]);
    expect(activeTitle()).toBe(first);
    expect(press('ArrowDown', false)).toBe(false);
    await waitFor(() => expect(activeTitle()).not.toBe(first));
    expect(window.close).not.toHaveBeenCalled();
  });

  it('shows a paper’s annotation in the list', async () => {
    const { user, field } = await openPopup();
    await user.paste('glare');
    await waitFor(() => expect(optionTitles()).toEqual(['Grading glare']));
    await user.keyboard('{Alt>}{Enter}{/Alt}');
    expect(await screen.findByRole('heading', { level: 1, name: 'Grading glare' })).toBeTruthy();
    await user.keyboard('b');
    const again = await screen.findByRole('combobox', { name: 'Search papers' });
    expect(again).toHaveProperty('value', 'glare');
    expect(document.activeElement).toBe(again);
    expect(field.isConnected).toBe(false);
  });

  it('searches for an author who is clicked in a row, and opens nothing', async () => {
    const { user, field } = await openPopup();
    await user.paste('lamps');
    const [author] = await screen.findAllByTitle('Search for papers by Ada Quill');
    if (!author) throw new Error('No author');
    await user.click(author);
    expect(field).toHaveProperty('value', 'author:"Ada Quill"');
    await waitFor(() => expect(optionTitles()).toContain(LAMP.title));
    expect(window.close).not.toHaveBeenCalled();
  });

  it('opens a pasted address, in the catalogue or not', async () => {
    const { user, tabId } = await openPopup();
    await user.paste(`https://huggingface.co/papers/${LAMP.id}`);
    await waitFor(() => expect(optionTitles()[0]).toBe(LAMP.title));
    await user.clear(screen.getByRole('combobox', { name: 'Search papers' }));
    await user.paste('arXiv:2609.12345v2');
    await waitFor(() => expect(optionTitles()).toEqual(['Open arXiv:2609.12345 ']));
    await user.keyboard('{Enter}');
    await waitFor(async () => expect(await addressOfTab(tabId)).toBe('https://arxiv.org/abs/2609.12345'));
  });

  it('opens as the user left it, with the query selected', async () => {
    const { user, unmount } = await openPopup();
    await user.paste('glare');
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Sort by' }), 'Date');
    unmount();
    render(<PopupApp start={await readPopupStart()} />);
    const field = await screen.findByRole('combobox', { name: 'Search papers' });
    expect(field).toHaveProperty('value', 'glare');
    expect(await screen.findByRole('combobox', { name: 'Sort by' })).toHaveProperty('value', 'date');
    await user.keyboard('oct');
    expect(field).toHaveProperty('value', 'oct');
  });

  it('renders the visible rows, all rows once the user scrolls, and a new list from its top', () => {
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

  it('suggests what to do if nothing is found, or if a filter does not exist', async () => {
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
    await user.paste('in:saved');
    expect(await screen.findByText(/^Press S in the panel|^No paper is saved yet/)).toBeTruthy();
    expect(screen.queryByText(/fewer or other words/)).toBeNull();
    await user.clear(field);
    await user.paste('https://example.org/report');
    expect(await screen.findByText(/^No paper here is known by/)).toBeTruthy();
    expect(screen.queryByText(/fewer or other words/)).toBeNull();
    await user.clear(field);
    await user.paste('tsk:report');
    await user.click(await screen.findByRole('button', { name: 'task:' }));
    expect(field).toHaveProperty('value', 'task:report');
  });

  it('explains what is wrong with the catalogue', async () => {
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
