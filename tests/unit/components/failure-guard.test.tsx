// @vitest-environment jsdom
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { browser } from 'wxt/browser';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FailureGuard } from '@/components/shared/FailureGuard';
import { mountPage } from '@/components/shared/mount-page';
import { dismissFailure, reportFailure } from '@/lib/shared/failures';
import { findAccessibilityFaults } from '../../fixtures/ui-axe';

beforeEach(() => {
  Object.assign(browser.runtime, { getManifest: () => ({ version: '1.2.3' }) });
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  cleanup();
  document.body.replaceChildren();
  act(dismissFailure);
});

function Broken(): never {
  throw new Error('cannot draw');
}

test('a component that cannot be drawn is reported, and the report can be copied', async () => {
  const user = userEvent.setup();
  const { container } = render(
    <FailureGuard where="panel">
      <Broken />
    </FailureGuard>,
  );
  expect(screen.getByRole('alert').textContent).toContain('Something went wrong in Sidelight.');
  expect(await findAccessibilityFaults(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Copy report' }));
  expect(await screen.findByRole('button', { name: 'Copied' })).toBeTruthy();
  expect(await navigator.clipboard.readText()).toMatch(
    /^Sidelight 1\.2\.3\nWhere: panel\nWhat: Error: cannot draw\n/,
  );
});

test('a failure elsewhere does not affect what is drawn, and can be dismissed', async () => {
  const user = userEvent.setup();
  render(<FailureGuard where="panel">the page</FailureGuard>);
  expect(screen.queryByRole('alert')).toBeNull();
  act(() => reportFailure('panel', new Error('later')));
  expect(screen.getByText('the page')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Dismiss' }));
  expect(screen.queryByRole('alert')).toBeNull();
});

test('a page that cannot start says so', async () => {
  document.body.innerHTML = '<div id="root"></div>';
  act(() => mountPage('popup', Promise.reject(new Error('no start'))));
  await waitFor(() => expect(screen.getByRole('alert')).toBeTruthy());
});
