// @vitest-environment jsdom
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { describe, expect, it } from 'vitest';
import { PanelApp } from '@/components/panel/PanelApp';
import type { PageReport } from '@/lib/messages';
import { DEFAULT_SETTINGS, writeSettings } from '@/lib/extension/settings';
import { recordJump } from '@/lib/extension/trail';
import { addressOfTab, stubTab } from '../../fixtures/ui-catalogue';
import { setUpFrames } from '../../fixtures/ui-setup';
import { LAMP, NEIGHBOURS, paperId } from '../../fixtures/ui-papers';
import { readFramedPanel } from '../../fixtures/framed-panel';

const LAMP_ADDRESS = `https://arxiv.org/abs/${LAMP.id}v3`;

const OTHER = paperId('2609.12345');

function reportOf(part: Partial<PageReport> = {}): PageReport {
  return {
    page: { kind: 'abs', paperId: OTHER },
    confirmed: true,
    facts: {
      title: 'Sparse lamps for report generation',
      abstract: 'Our neural lamp reaches an accuracy of 91.2% on clinical images.',
      authors: ['Ada Quill'],
      published: '2026-09-11',
    },
    ...part,
  };
}

setUpFrames();

/** The panel as its page draws it. */
const renderFrame = async () => render(<>{await readFramedPanel()}</>);

const headButtons = () =>
  within(screen.getByRole('banner'))
    .getAllByRole('button')
    .map((button) => button.getAttribute('aria-label'));

describe('the panel in its frame', () => {
  it('shows the tab’s paper with its version', async () => {
    await stubTab(LAMP_ADDRESS);
    await renderFrame();
    expect(await screen.findByRole('heading', { level: 1, name: LAMP.title })).toBeTruthy();
    expect(screen.getByText('Read from v1, you view v3; numbers may differ')).toBeTruthy();
    expect(screen.getByText('Catalogue from 6 Jan 2026 · 4 papers')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Fold the sidebar' })).toBeTruthy();
  });

  it('has its header’s buttons in their places while it loads, without a note about the catalogue', async () => {
    await stubTab(LAMP_ADDRESS);
    const { local } = browser.storage;
    const { promise, resolve } = Promise.withResolvers<void>();
    const slow = { ...local, get: (keys: string[]) => promise.then(() => local.get(keys)) };
    Object.assign(browser.storage, { local: slow });
    const { container } = await renderFrame();
    const loading = headButtons();
    expect(container.querySelector('footer')?.textContent.trim()).toBe('');
    Object.assign(browser.storage, { local });
    resolve();
    await screen.findByRole('heading', { level: 1, name: LAMP.title });
    expect(headButtons()).toEqual(loading);
    expect(loading).toContain('Fold the sidebar');
  });

  it('shows which version is in view if only the page states it', async () => {
    const facts = { paperId: LAMP.id, version: 2 };
    await stubTab(
      `https://arxiv.org/abs/${LAMP.id}`,
      reportOf({ page: { kind: 'abs', paperId: LAMP.id }, facts }),
    );
    await renderFrame();
    expect(await screen.findByText('Read from v1, you view v2; numbers may differ')).toBeTruthy();
  });

  it('has its first content when it is drawn first, and asks the page once', async () => {
    const { asked } = await stubTab(LAMP_ADDRESS);
    await renderFrame();
    expect(screen.getByRole('heading', { level: 1, name: LAMP.title })).toBeTruthy();
    const questions = asked.mock.calls.map(([name]) => name);
    expect(questions.filter((name) => name === 'vouch' || name === 'readFacts')).toEqual(['vouch']);
  });

  it('asks the page again if it changed after it was asked', async () => {
    const { asked, tabId } = await stubTab(LAMP_ADDRESS);
    const panel = await readFramedPanel();
    const change = { page: { kind: 'abs', paperId: LAMP.id } };
    const message = { protocol: 'sidelight/1', to: 'panel', name: 'pageChanged', data: change };
    const tab = await fakeBrowser.tabs.get(tabId);
    const sender = { id: browser.runtime.id, tab, frameId: 0, url: LAMP_ADDRESS };
    void fakeBrowser.runtime.onMessage.trigger(message, sender, () => undefined);
    await Promise.resolve();
    render(<>{panel}</>);
    await waitFor(() => expect(asked).toHaveBeenCalledWith('readFacts', undefined));
  });

  it('stays empty if the frame was not made by our script', async () => {
    const { asked } = await stubTab(LAMP_ADDRESS);
    window.location.hash = 'forged';
    const { container } = await renderFrame();
    expect(asked).toHaveBeenCalledWith('vouch', { nonce: 'forged', asker: expect.any(String) });
    expect(container.textContent).toBe('');
  });

  it('uses the page’s theme, unless the settings specify another', async () => {
    await stubTab(LAMP_ADDRESS, reportOf({ page: { kind: 'abs', paperId: LAMP.id }, theme: 'dark' }));
    await renderFrame();
    await waitFor(() => expect(document.documentElement.dataset['theme']).toBe('dark'));
    await writeSettings({ ...DEFAULT_SETTINGS, theme: 'light' });
    await waitFor(() => expect(document.documentElement.dataset['theme']).toBe('light'));
  });

  it('shows nothing of a paper whose page states another id', async () => {
    await stubTab(LAMP_ADDRESS, reportOf({ page: { kind: 'abs', paperId: LAMP.id }, confirmed: false }));
    await renderFrame();
    expect(await screen.findByRole('heading', { name: 'This page names another paper' })).toBeTruthy();
    expect(screen.queryByText(LAMP.title)).toBeNull();
  });

  it('reads a paper that is not in the catalogue', async () => {
    await stubTab(`https://arxiv.org/abs/${OTHER}`, reportOf());
    await renderFrame();
    expect(await screen.findByText('Automatic, from this page.')).toBeTruthy();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Sparse lamps for report generation');
    expect(screen.getByRole('button', { name: /^91\.2%/ })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Report generation' })).toBeTruthy();
  });

  it('reads only the links of a paper in another field, and says so', async () => {
    const facts = {
      title: 'Sparse lamps for report generation',
      abstract: 'Our star reaches an accuracy of 91.2%. See https://github.com/lamp/star.',
      categories: ['astro-ph.SR'],
    };
    await stubTab(`https://arxiv.org/abs/${OTHER}`, reportOf({ facts }));
    await renderFrame();
    expect(await screen.findByText(/neither machine learning nor medicine/)).toBeTruthy();
    expect(screen.getByText(/lamp\/star/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^91\.2%/ })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Report generation' })).toBeNull();
  });

  it('reads nothing if readings are switched off in the settings', async () => {
    await writeSettings({ ...DEFAULT_SETTINGS, readings: { shown: false, open: false } });
    await stubTab(`https://arxiv.org/abs/${OTHER}`, reportOf());
    await renderFrame();
    expect(await screen.findByText(/switched off in the settings/)).toBeTruthy();
  });

  it('marks a result on the page, jumps to it, and folds', async () => {
    const { asked, tabId } = await stubTab(LAMP_ADDRESS);
    const user = userEvent.setup();
    await renderFrame();
    await user.click(await screen.findByRole('button', { name: /^0\.11/ }));
    await waitFor(() => expect(asked).toHaveBeenCalledWith('showOnPage', { anchor: 'F1 of 0.63 vs. 0.11' }));
    await user.click(screen.getByRole('link', { name: 'Grading glare' }));
    await waitFor(async () => expect(await addressOfTab(tabId)).toBe('https://arxiv.org/abs/2501.00007'));
    await user.keyboard('h');
    await waitFor(async () => expect(await addressOfTab(tabId)).toBe(`https://arxiv.org/html/${LAMP.id}v3`));
    await user.keyboard('{Escape}');
    expect(asked).toHaveBeenLastCalledWith('closeSidebar', undefined);
  });

  it('returns along the trail', async () => {
    const from = NEIGHBOURS[0]?.id ?? OTHER;
    const { tabId } = await stubTab(LAMP_ADDRESS);
    await recordJump(tabId, { from, to: LAMP.id });
    const user = userEvent.setup();
    await renderFrame();
    await user.click(await screen.findByRole('button', { name: /^Back to Night lights/ }));
    await waitFor(async () => expect(await addressOfTab(tabId)).toBe(`https://arxiv.org/abs/${from}`));
  });

  it('distinguishes a missing catalogue from a page without a paper', async () => {
    await stubTab('https://arxiv.org/list/cs.CV/new');
    render(<PanelApp host="window" />);
    expect(await screen.findByRole('heading', { name: 'No paper on this page' })).toBeTruthy();
  });
});

describe('the panel in the browser’s own side panel', () => {
  it('replaces the sidebar on the page, once; the sidebar’s own panel does not', async () => {
    const { asked, tabId } = await stubTab(LAMP_ADDRESS);
    const folds = () => asked.mock.calls.filter(([name]) => name === 'closeSidebar').length;
    const { unmount } = await renderFrame();
    await screen.findByRole('heading', { level: 1, name: LAMP.title });
    expect(folds()).toBe(0);
    unmount();
    render(<PanelApp host="window" />);
    await screen.findByRole('heading', { level: 1, name: LAMP.title });
    expect(folds()).toBe(1);
    const before = asked.mock.calls.length;
    await fakeBrowser.tabs.onUpdated.trigger(
      tabId,
      { status: 'complete' },
      await fakeBrowser.tabs.get(tabId),
    );
    await waitFor(() => expect(asked.mock.calls.length).toBeGreaterThan(before));
    expect(folds()).toBe(1);
  });

  it('removes a paper as soon as another site loads, whose address the browser does not reveal', async () => {
    const { tabId } = await stubTab(LAMP_ADDRESS);
    render(<PanelApp host="window" />);
    await screen.findByRole('heading', { level: 1, name: LAMP.title });
    Object.assign(browser.tabs, { query: () => Promise.resolve([{ id: tabId }]) });
    await fakeBrowser.tabs.onUpdated.trigger(tabId, { status: 'loading' }, await fakeBrowser.tabs.get(tabId));
    expect(await screen.findByRole('heading', { name: 'No paper on this page' })).toBeTruthy();
  });
});
