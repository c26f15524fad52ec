// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { LibraryApp } from '@/components/library/LibraryApp';
import { MetActions } from '@/components/settings/MetActions';
import { Announcer } from '@/components/shared/Announcer';
import { countMet, rememberMet } from '@/lib/extension/library/met-papers';
import { DEFAULT_SETTINGS, writeSettings } from '@/lib/extension/settings';
import { findAccessibilityFaults } from '../../fixtures/ui-axe';
import { stubCatalogue } from '../../fixtures/ui-catalogue';
import { resetBrowser } from '../extension/library/raw-database';
import { keepable, numbered } from '../extension/library/sample';

beforeEach(async () => {
  await resetBrowser();
  stubCatalogue();
  location.hash = '#met';
  await writeSettings({ ...DEFAULT_SETTINGS, metPapers: 'month' });
});
afterEach(() => {
  cleanup();
  location.hash = '';
  vi.unstubAllGlobals();
});

const meetTwo = () =>
  rememberMet([
    keepable(numbered(1), { title: 'Kidneys' }),
    keepable(numbered(2), { title: 'Livers', results: [] }),
  ]);

it('the list of papers met is explained if no paper is remembered', async () => {
  const { container } = render(<LibraryApp />);
  expect(await screen.findByRole('heading', { level: 2, name: 'No papers met' })).toBeTruthy();
  expect(await findAccessibilityFaults(container)).toEqual([]);
});

it('the page shows the papers met, and forgets one', async () => {
  await meetTwo();
  const { container } = render(<LibraryApp />);
  const row = (await screen.findByRole('link', { name: 'Kidneys' })).closest('li');
  expect(row?.textContent).toContain('Dice 0.91');
  expect(await findAccessibilityFaults(container)).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Forget “Kidneys”' }));
  await waitFor(() => expect(screen.queryByRole('link', { name: 'Kidneys' })).toBeNull());
  expect(await countMet()).toEqual({ ok: true, value: 1 });
});

it('all papers are forgotten in two clicks, of which the second names the number', async () => {
  await meetTwo();
  render(<LibraryApp />);
  await userEvent.click(await screen.findByRole('button', { name: 'Forget all…' }));
  expect(await countMet()).toEqual({ ok: true, value: 2 });
  await userEvent.click(screen.getByRole('button', { name: 'Forget 2 papers' }));
  expect(await screen.findByRole('heading', { level: 2, name: 'No papers met' })).toBeTruthy();
  expect(await countMet()).toEqual({ ok: true, value: 0 });
});

it('the settings say how many are remembered, and link to them', async () => {
  await meetTwo();
  const { container } = render(
    <Announcer>
      <MetActions />
    </Announcer>,
  );
  expect(await screen.findByText('2 papers met are remembered.')).toBeTruthy();
  expect(await findAccessibilityFaults(container)).toEqual([]);
  const opened = vi.spyOn(browser.tabs, 'create');
  await userEvent.click(screen.getByRole('button', { name: 'Show them' }));
  await waitFor(() =>
    expect(opened).toHaveBeenCalledWith(
      expect.objectContaining({ url: expect.stringMatching(/library\.html#met$/) }),
    ),
  );
  await userEvent.click(screen.getByRole('button', { name: 'Forget all…' }));
  await userEvent.click(screen.getByRole('button', { name: 'Forget 2 papers' }));
  // Printed, and announced.
  await waitFor(() => expect(screen.getAllByText('2 papers were forgotten.')).toHaveLength(2));
  expect(screen.queryByRole('button', { name: 'Show them' })).toBeNull();
});
