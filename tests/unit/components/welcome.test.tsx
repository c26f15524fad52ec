// @vitest-environment jsdom
import { existsSync } from 'node:fs';
import { cleanup, configure, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TOUR_PAPER } from '@/components/hooks/use-tour';
import { readSettings } from '@/lib/extension/settings';
import { WelcomeApp } from '@/components/welcome/WelcomeApp';
import { findAccessibilityFaults } from '../../fixtures/ui-axe';
import { stubCatalogue, stubTab } from '../../fixtures/ui-catalogue';

// A loaded machine is slow, not wrong.
configure({ asyncUtilTimeout: 30_000 });

beforeEach(async () => {
  fakeBrowser.reset();
  stubCatalogue();
  await stubTab('https://example.org/');
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

// First: a store that was opened is kept.
test('says where the catalogue cannot be read', async () => {
  stubCatalogue('{');
  render(<WelcomeApp />);
  expect(await screen.findByRole('heading', { name: 'The catalogue is damaged' })).toBeTruthy();
});

test('says what the marks mean, which keys there are, and what is kept', async () => {
  const { container } = render(<WelcomeApp />);
  expect(await screen.findByRole('heading', { level: 1, name: 'Sidelight' })).toBeTruthy();
  for (const name of ['Beside a paper', 'In lists', 'In the toolbar', 'What the marks mean', 'Three keys'])
    expect(screen.getByRole('heading', { level: 2, name })).toBeTruthy();
  expect(container.querySelectorAll('.welcome-marks .badge-mark')).toHaveLength(4);
  expect(screen.getByText('Save the paper in the panel')).toBeTruthy();
  expect(screen.getByText(/Nothing is sent anywhere/)).toBeTruthy();
  expect(await findAccessibilityFaults(container)).toEqual([]);
});

test('offers to remember papers met, off until it is chosen', async () => {
  const user = userEvent.setup();
  render(<WelcomeApp />);
  const choice = await screen.findByRole('checkbox', { name: /^Remember papers that I meet/ });
  expect(choice).toHaveProperty('checked', false);
  await user.click(choice);
  await waitFor(async () => expect((await readSettings()).settings.metPapers).toBe('month'));
});

test('leads to a paper that the catalogue has, and to the settings', async () => {
  render(<WelcomeApp />);
  const link = await screen.findByRole('link', { name: 'Try it on this paper' });
  expect(link.getAttribute('href')).toBe(`https://arxiv.org/abs/${TOUR_PAPER}`);
  expect(existsSync(`data/papers/${TOUR_PAPER}.json`)).toBe(true);
  expect(screen.getByRole('button', { name: 'Settings' })).toBeTruthy();
});
