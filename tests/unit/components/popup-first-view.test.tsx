// @vitest-environment jsdom
import { cleanup, configure, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { browser } from 'wxt/browser';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PopupApp } from '@/components/popup/PopupApp';
import type { FirstPapers } from '@/lib/domain/store/first-papers';
import { readPopupStart } from '@/lib/pages/popup-start';
import { ADDED_PACKS_KEY } from '@/lib/shared/storage-keys';
import { CATALOGUE_TEXT, stubCatalogue, stubTab } from '../../fixtures/ui-catalogue';
import { LAMP } from '../../fixtures/ui-papers';

// A busy machine may take seconds.
configure({ asyncUtilTimeout: 8000 });

/** As the build compiles them. */
const SHIPPED: FirstPapers = {
  facts: { date: '2026-01-06', papers: 4 },
  topics: [
    {
      tag: { id: 'report-generation', facet: 'task', label: 'Reports', definition: 'Writing reports.' },
      count: 3,
    },
  ],
  newest: [{ id: LAMP.id, title: 'The first row', tags: [], hasCode: false, provenance: 'curated' }],
};

/** The catalogue's file arrives when the returned function is called. */
function stubSlowCatalogue(text: string | undefined): () => void {
  let arrive: (() => void) | undefined;
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  vi.stubGlobal('fetch', async (address: string) => {
    if (!address.endsWith('/catalogue.ndjson')) throw new Error(`${address} was fetched`);
    await arrived;
    return new Response(text, { status: text === undefined ? 404 : 200 });
  });
  return () => arrive?.();
}

const titles = () => [...document.querySelectorAll('.hit-title')].map(({ textContent }) => textContent);

afterEach(async () => {
  cleanup();
  vi.unstubAllGlobals();
  // A change of the packs makes the next test open the store again.
  await browser.storage.local.set({ [ADDED_PACKS_KEY]: { names: [] } });
  await browser.storage.session.clear();
});

async function openPopup(shipped: FirstPapers = SHIPPED) {
  const tab = await stubTab(`https://arxiv.org/abs/${LAMP.id}`);
  render(<PopupApp start={await readPopupStart(shipped)} />);
  const field = await screen.findByRole('combobox', { name: 'Search papers' });
  return { ...tab, field, user: userEvent.setup() };
}

describe('the popup’s first view', () => {
  it('shows the papers that ship before the store is open, and keeps them after', async () => {
    const arrive = stubSlowCatalogue(CATALOGUE_TEXT);
    const { field } = await openPopup();
    expect(document.activeElement).toBe(field);
    expect(titles()).toEqual(['The first row']);
    expect(screen.getByRole('button', { name: 'Reports 3' })).toBeTruthy();
    expect(screen.getByText('Catalogue from 6 Jan 2026')).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'Paper in this tab' })).toBeNull();
    arrive();
    await screen.findByRole('region', { name: 'Paper in this tab' });
    expect(titles()).toEqual(['The first row']);
  });

  it('answers what was typed before the store was open', async () => {
    const arrive = stubSlowCatalogue(CATALOGUE_TEXT);
    const { user, field } = await openPopup();
    await user.keyboard('glare');
    expect(field).toHaveProperty('value', 'glare');
    expect(screen.getByText('Searching…')).toBeTruthy();
    arrive();
    await waitFor(() => expect(titles()).toEqual(['Grading glare']));
    expect(field.isConnected).toBe(true);
    expect(document.activeElement).toBe(field);
  });

  it('shows the details of a paper that was asked for before the store was open', async () => {
    const arrive = stubSlowCatalogue(CATALOGUE_TEXT);
    const { user } = await openPopup();
    await user.keyboard('{ArrowDown}{Alt>}{Enter}{/Alt}');
    arrive();
    expect(await screen.findByRole('heading', { level: 1, name: LAMP.title })).toBeTruthy();
  });

  it('opens a paper in the user’s tab before the store is open', async () => {
    stubSlowCatalogue(CATALOGUE_TEXT);
    vi.spyOn(window, 'close').mockReturnValue(undefined);
    const { user, tabId } = await openPopup();
    const update = vi.spyOn(browser.tabs, 'update');
    await user.keyboard('{ArrowDown}{Enter}');
    await waitFor(() => expect(window.close).toHaveBeenCalled());
    expect(update.mock.lastCall).toEqual([tabId, { url: `https://arxiv.org/abs/${LAMP.id}` }]);
  });

  it('is replaced if the store has other papers than those that ship', async () => {
    stubCatalogue();
    await openPopup({ ...SHIPPED, facts: { date: '2026-01-06', papers: 60_000 } });
    await waitFor(() => expect(titles()).toContain(LAMP.title));
    expect(titles()).not.toContain('The first row');
  });

  it('comes from the store itself if the user added packs', async () => {
    stubCatalogue();
    await browser.storage.local.set({ [ADDED_PACKS_KEY]: { names: ['one'] } });
    const { first } = await readPopupStart(SHIPPED);
    expect(first?.newest.map(({ title }) => title)).toContain(LAMP.title);
  });

  it('gives way to the reason why the store cannot be opened', async () => {
    const arrive = stubSlowCatalogue(undefined);
    await openPopup();
    expect(titles()).toEqual(['The first row']);
    arrive();
    expect(await screen.findByRole('heading', { name: 'The catalogue is missing' })).toBeTruthy();
    expect(titles()).toEqual([]);
  });
});
