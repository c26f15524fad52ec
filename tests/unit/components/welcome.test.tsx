// @vitest-environment jsdom
import { existsSync } from 'node:fs';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { TOUR_PAPER } from '@/components/hooks/use-tour';
import { readSettings } from '@/lib/extension/settings';
import { WelcomeApp } from '@/components/welcome/WelcomeApp';
import { findAccessibilityFaults } from '../../fixtures/ui-axe';
import { stubCatalogue, stubTab } from '../../fixtures/ui-catalogue';
import { setUpPages } from '../../fixtures/ui-setup';

setUpPages(() => stubTab('https://example.org/'));

// This must be the first test, since a store stays open once it was opened.
test('the page says so if the catalogue cannot be read', async () => {
  stubCatalogue('{');
  render(<WelcomeApp />);
  expect(await screen.findByRole('heading', { name: 'The catalogue is damaged' })).toBeTruthy();
});

test('the page explains the marks, the keys, and what is stored', async () => {
  const { container } = render(<WelcomeApp />);
  expect(await screen.findByRole('heading', { level: 1, name: 'Sidelight' })).toBeTruthy();
  for (const name of ['Beside a paper', 'In lists', 'In the toolbar', 'What the marks mean', 'Three keys'])
    expect(screen.getByRole('heading', { level: 2, name })).toBeTruthy();
  expect(container.querySelectorAll('.welcome-marks .badge-mark')).toHaveLength(5);
  expect(screen.getByText('Save the paper in the panel')).toBeTruthy();
  expect(screen.getByText(/Nothing is sent anywhere/)).toBeTruthy();
  expect(await findAccessibilityFaults(container)).toEqual([]);
});

test('the page offers to remember papers met, which is off by default', async () => {
  const user = userEvent.setup();
  render(<WelcomeApp />);
  const choice = await screen.findByRole('checkbox', { name: /^Remember papers that I meet/ });
  expect(choice).toHaveProperty('checked', false);
  await user.click(choice);
  await waitFor(async () => expect((await readSettings()).settings.metPapers).toBe('month'));
});

test('the page links to a paper of the catalogue, and to the settings', async () => {
  render(<WelcomeApp />);
  const link = await screen.findByRole('link', { name: 'Try it on this paper' });
  expect(link.getAttribute('href')).toBe(`https://arxiv.org/abs/${TOUR_PAPER}`);
  expect(existsSync(`data/papers/${TOUR_PAPER}.json`)).toBe(true);
  expect(screen.getByRole('button', { name: 'Settings' })).toBeTruthy();
});
