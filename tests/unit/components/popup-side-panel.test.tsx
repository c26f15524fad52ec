// @vitest-environment jsdom
import { act, screen, waitFor } from '@testing-library/react';
import { browser } from 'wxt/browser';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { findAccessibilityFaults } from '../../fixtures/ui-axe';
import { setUpPopups } from '../../fixtures/ui-setup';
import { LAMP } from '../../fixtures/ui-papers';
import { openPopup, optionTitles } from '../../fixtures/render-popup';

setUpPopups();

describe('the browser’s own side panel', () => {
  const NAMES = { sidePanel: 'Open in side panel', sidebarAction: 'Open in sidebar' } as const;
  const WINDOW_ID = 7;

  /** A browser that supports one of the two, or neither. */
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
  ] as const)('opens within the task of the click, and the popup closes: %s', async (api, args) => {
    const opened = stubPanels(api, () => Promise.resolve());
    const { container } = await openPopup(`https://arxiv.org/abs/${LAMP.id}`);
    expect(await findAccessibilityFaults(container)).toEqual([]);
    const button = screen.getByRole('button', { name: NAMES[api] });
    act(() => button.click());
    // Not one task later: by then browsers no longer count the click as user activation.
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
  ] as const)('is explained if the browser refuses it: %s %s', async (api, how, text) => {
    const refusal = new Error('may only be called from a user input handler');
    const opened = stubPanels(api, () => {
      if (how === 'throws') throw refusal;
      return Promise.reject(refusal);
    });
    const { user, field, container } = await openPopup();
    await user.paste('glare');
    await waitFor(() => expect(optionTitles()).toEqual(['Grading glare']));
    await user.click(screen.getByRole('button', { name: NAMES[api] }));
    await waitFor(() => expect(container.querySelector('.note')?.textContent).toMatch(text));
    expect(screen.getByRole('status').textContent).toMatch(text);
    expect(await findAccessibilityFaults(container)).toEqual([]);
    // The popup stays open and usable, also for another try.
    expect(window.close).not.toHaveBeenCalled();
    expect(field).toHaveProperty('value', 'glare');
    expect(optionTitles()).toEqual(['Grading glare']);
    opened.mockImplementation(() => Promise.resolve());
    await user.click(screen.getByRole('button', { name: NAMES[api] }));
    await waitFor(() => expect(window.close).toHaveBeenCalled());
    expect(container.querySelector('.note')).toBeNull();
  });

  it.each(['no API', 'no number of its window'])('is not offered if there is %s', async (lack) => {
    stubPanels(lack === 'no API' ? undefined : 'sidePanel', () => Promise.resolve());
    Object.assign(browser.windows, { getCurrent: () => Promise.reject(new Error('No window')) });
    await openPopup();
    expect(screen.queryByRole('button', { name: /^Open in/ })).toBeNull();
    expect(screen.getByRole('button', { name: 'Settings' })).toBeTruthy();
  });
});
