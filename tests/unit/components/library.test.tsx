// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { LibraryApp } from '@/components/library/LibraryApp';
import { LIBRARY_ANSWERS } from '@/lib/background/library-answers';
import { saveTables, savePapers, updatePapers } from '@/lib/extension/library/change-papers';
import { countSaved, findSaved } from '@/lib/extension/library/read-papers';
import * as messages from '@/lib/messages';
import { findAccessibilityFaults } from '../../fixtures/ui-axe';
import { stubCatalogue } from '../../fixtures/ui-catalogue';
import { resetBrowser } from '../extension/library/raw-database';
import { keepable, numbered } from '../extension/library/sample';

const TABLE_RESULT = {
  metric: 'Dice',
  value: '0.9',
  kind: 'level',
  role: 'own',
  data: 'BTCV',
  better: 'higher',
  anchor: '2',
} as const;

const [KIDNEY, LIVER, SPLEEN] = [numbered(1), numbered(2), numbered(3)];

beforeEach(async () => {
  await resetBrowser();
  stubCatalogue();
  // The background answers in the same process.
  vi.spyOn(messages, 'askLibrary').mockImplementation(async (name, ...data: readonly unknown[]) =>
    Reflect.apply(LIBRARY_ANSWERS[name], undefined, [data[0], {}]),
  );
});
afterEach(() => {
  cleanup();
  location.hash = '';
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

async function openLibrary() {
  const view = render(<LibraryApp />);
  await screen.findByRole('heading', { level: 1, name: 'My papers' });
  return { ...view, user: userEvent.setup() };
}

async function openThree() {
  await savePapers([
    keepable(KIDNEY, { title: 'Kidneys' }),
    keepable(LIVER, { title: 'Livers', published: '2025-01-01', links: [] }),
    keepable(SPLEEN, { title: 'Spleens', results: [] }),
  ]);
  await updatePapers([LIVER], { status: 'read', addTags: ['thesis'] });
  const view = await openLibrary();
  await screen.findByRole('link', { name: 'Kidneys' });
  return view;
}
const titles = () =>
  [...document.querySelectorAll('[data-paper]')].map((link) => link.textContent).toSorted();
const search = () => screen.getByRole('searchbox', { name: 'Search my papers' });

it('the page asks for lasting storage if papers are saved, as a worker that saved the first cannot', async () => {
  const persist = vi.fn<() => Promise<boolean>>().mockResolvedValue(true);
  vi.stubGlobal('navigator', Object.assign(Object.create(navigator), { storage: { persist } }));
  vi.spyOn(browser.runtime, 'getURL').mockImplementation((path) => `${location.origin}${path}`);
  await openLibrary();
  await savePapers([keepable(KIDNEY, { title: 'Kidneys' })]);
  await screen.findByRole('link', { name: 'Kidneys' });
  expect(persist).not.toHaveBeenCalled();
  cleanup();
  await openLibrary();
  await waitFor(() => expect(persist).toHaveBeenCalledTimes(1));
});

it('my papers are explained if no paper is saved', async () => {
  const { container } = await openLibrary();
  expect(await screen.findByRole('heading', { level: 2, name: 'No paper is saved yet' })).toBeTruthy();
  // A file can be imported, but there is nothing to export or delete.
  const tools = [...container.querySelectorAll('.library-tools button')].map((button) => button.textContent);
  expect(tools).toEqual(['Import…']);
  expect(await findAccessibilityFaults(container)).toEqual([]);
});

it('the page lists papers with best result, code, status and own tags', async () => {
  const { container } = await openThree();
  const row = screen.getByRole('link', { name: 'Livers' }).closest('[role=row]');
  expect(row?.textContent).toContain('Dice 0.91');
  expect(row?.textContent).toContain('Read');
  expect(row?.textContent).toContain('thesis');
  expect(await findAccessibilityFaults(container)).toEqual([]);
});

it.each([
  ['livers', ['Livers']],
  // A word that is only in their abstracts.
  ['labelled', ['Kidneys', 'Livers', 'Spleens']],
  ['status:read', ['Livers']],
  ['mytag:thesis', ['Livers']],
  ['has:code', ['Kidneys', 'Spleens']],
  ['in:saved', ['Kidneys', 'Livers', 'Spleens']],
])('a search finds papers by %s', async (query, found) => {
  const { user } = await openThree();
  await user.type(search(), query);
  await waitFor(() => expect(titles()).toEqual(found));
});

it('a click on a status filters by it, and another removes the filter', async () => {
  const { user } = await openThree();
  // Counts appear after the rows.
  const group = within(await screen.findByRole('group', { name: 'Status' }));
  await user.click(await group.findByRole('button', { name: /^Read 1$/ }));
  expect(search()).toHaveProperty('value', 'status:read');
  await waitFor(() => expect(titles()).toEqual(['Livers']));
  await user.click(await group.findByRole('button', { name: /^Read 1$/ }));
  await waitFor(() => expect(titles()).toHaveLength(3));
});

it('selected papers can get a status and a tag, be removed and be restored', async () => {
  const { user } = await openThree();
  await user.click(screen.getByRole('checkbox', { name: 'Select “Kidneys”' }));
  await user.click(screen.getByRole('checkbox', { name: 'Select “Spleens”' }));
  expect(screen.getByText('2 selected of 3 papers')).toBeTruthy();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Set status' }), 'reading');
  expect(screen.getByRole('combobox', { name: 'Set status' })).toHaveProperty('value', '');
  await user.type(screen.getByRole('textbox', { name: 'Add a tag' }), 'organs{Enter}');
  await waitFor(async () => {
    const found = await findSaved(SPLEEN);
    expect(found.ok && found.value).toMatchObject({ status: 'reading', ownTags: ['organs'] });
  });
  await user.click(screen.getByRole('button', { name: 'Remove' }));
  await waitFor(async () => expect(await countSaved()).toEqual({ ok: true, value: 1 }));
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect(await countSaved()).toEqual({ ok: true, value: 3 }));
});

it('selected papers are compared, and the page says what is not comparable', async () => {
  const { user, container } = await openThree();
  const compare = screen.getByRole('button', { name: 'Compare' });
  await user.click(screen.getByRole('checkbox', { name: 'Select “Kidneys”' }));
  expect(compare).toHaveProperty('disabled', true);
  await user.click(screen.getByRole('checkbox', { name: 'Select “Livers”' }));
  await user.click(compare);
  expect(await screen.findByRole('heading', { name: '2 papers compared' })).toBeTruthy();
  expect(screen.getAllByRole('cell').map((cell) => cell.textContent)).toEqual([
    '0.91 best',
    '0.91 best',
    'Open the full text',
    'Open the full text',
    'example/few-kidneys',
    '–',
    'ct, image-segmentation',
    'ct, image-segmentation',
  ]);
  expect(await findAccessibilityFaults(container)).toEqual([]);
});

it('papers named in the address are compared, saved or not, with numbers from tables that arrive meanwhile', async () => {
  location.hash = `#compare=${KIDNEY},${LIVER}`;
  await savePapers([
    keepable(KIDNEY, { title: 'Kidneys' }),
    keepable(LIVER, { title: 'Livers', results: [] }),
  ]);
  await openLibrary();
  expect(await screen.findByRole('heading', { name: '2 papers compared' })).toBeTruthy();
  expect(screen.getByText(/share no metric/)).toBeTruthy();
  await saveTables(LIVER, [{ ...TABLE_RESULT, value: '0.93' }]);
  const place = await screen.findByText('Table 2');
  expect(place.closest('td')?.textContent).toBe('0.93 best Table 2');
  expect(screen.getByText('1 number from its tables')).toBeTruthy();
});

it('a comparison of papers whose tables were all read does not refer to them', async () => {
  location.hash = `#compare=${KIDNEY},${LIVER}`;
  await savePapers([
    keepable(KIDNEY, { title: 'Kidneys' }),
    keepable(LIVER, { title: 'Livers', results: [] }),
  ]);
  await saveTables(KIDNEY, [{ ...TABLE_RESULT, data: 'AMOS' }]);
  await saveTables(LIVER, [{ ...TABLE_RESULT, data: 'KiTS' }]);
  await openLibrary();
  expect(
    await screen.findByText(/neither in their abstracts nor in what was read of their tables/),
  ).toBeTruthy();
  expect(screen.queryByText(/Tables of a saved paper are included/)).toBeNull();
});

it('keys move between papers and select them', async () => {
  await openThree();
  const [first] = document.querySelectorAll<HTMLElement>('[data-paper]');
  first?.focus();
  fireEvent.keyDown(first ?? document.body, { key: 'x' });
  await waitFor(() => expect(screen.getByText('1 selected of 3 papers')).toBeTruthy());
  fireEvent.keyDown(first ?? document.body, { key: 'j' });
  await waitFor(() => expect(document.activeElement).toBe(document.querySelectorAll('[data-paper]')[1]));
  fireEvent.keyDown(document.body, { key: '/' });
  expect(document.activeElement).toBe(search());
});

it('the page asks before it deletes all, names the number and offers the backup first', async () => {
  const { user } = await openThree();
  await waitFor(() =>
    expect(screen.getByRole('button', { name: 'Delete all…' })).toHaveProperty('disabled', false),
  );
  await user.click(screen.getByRole('button', { name: 'Delete all…' }));
  expect(screen.getByText(/Delete 3 saved papers with their status, tags and notes, for good/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Export a backup first' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Delete 3 papers' }));
  await waitFor(async () => expect(await countSaved()).toEqual({ ok: true, value: 0 }));
});

it('the content of a file is shown before it is imported', async () => {
  const { user } = await openThree();
  const file = new File([`See arXiv:2401.00001 and https://arxiv.org/abs/math/0309136v2.`], 'list.txt');
  await user.upload(screen.getByLabelText('File to import'), file);
  expect(await screen.findByText(/2 papers found\. 1 is saved already\./)).toBeTruthy();
  expect(await countSaved()).toEqual({ ok: true, value: 3 });
  await user.click(screen.getByRole('button', { name: 'Save them' }));
  await waitFor(async () => expect(await countSaved()).toEqual({ ok: true, value: 4 }));
});
