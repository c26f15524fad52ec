// @vitest-environment jsdom
import { cleanup, configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PanelApp } from '@/components/panel/PanelApp';
import { SettingsApp } from '@/components/settings/SettingsApp';
import { SettingsForm } from '@/components/settings/SettingsForm';
import type { PageReport } from '@/lib/messages';
import { readSettings, writeSettings, DEFAULT_SETTINGS, type Settings } from '@/lib/extension/settings';
import {
  isSetting,
  SETTING_FIELDS,
  type SettingField,
  type SettingFields,
} from '@/lib/shared/settings/fields';
import { SETTINGS_KEY } from '@/lib/shared/storage-keys';
import { recordJump } from '@/lib/extension/trail';
import { findAccessibilityFaults } from '../../fixtures/ui-axe';
import { addressOfTab, NONCE, stubCatalogue, stubTab } from '../../fixtures/ui-catalogue';
import { LAMP, NEIGHBOURS, paperId } from '../../fixtures/ui-papers';

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

// A loaded machine is slow, not wrong.
configure({ asyncUtilTimeout: 30_000 });

beforeEach(() => {
  fakeBrowser.reset();
  stubCatalogue();
  document.documentElement.removeAttribute('data-theme');
  window.location.hash = NONCE;
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const headButtons = () =>
  within(screen.getByRole('banner'))
    .getAllByRole('button')
    .map((button) => button.getAttribute('aria-label'));

describe('the panel in its frame', () => {
  it('shows the tab’s paper with its version', async () => {
    await stubTab(LAMP_ADDRESS);
    render(<PanelApp host="frame" />);
    expect(await screen.findByRole('heading', { level: 1, name: LAMP.title })).toBeTruthy();
    expect(screen.getByText('Read from v1, you view v3; numbers may differ')).toBeTruthy();
    expect(screen.getByText('Catalogue from 6 Jan 2026 · 4 papers')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Fold the sidebar' })).toBeTruthy();
  });

  it('has its head’s buttons in their places while it loads, and says nothing of a catalogue then', async () => {
    await stubTab(LAMP_ADDRESS);
    const { container } = render(<PanelApp host="frame" />);
    const loading = headButtons();
    expect(container.querySelector('footer')?.textContent.trim()).toBe('');
    await screen.findByRole('heading', { level: 1, name: LAMP.title });
    expect(headButtons()).toEqual(loading);
    expect(loading).toContain('Fold the sidebar');
  });

  it('says which version is in view where only the page knows', async () => {
    const facts = { paperId: LAMP.id, version: 2 };
    await stubTab(
      `https://arxiv.org/abs/${LAMP.id}`,
      reportOf({ page: { kind: 'abs', paperId: LAMP.id }, facts }),
    );
    render(<PanelApp host="frame" />);
    expect(await screen.findByText('Read from v1, you view v2; numbers may differ')).toBeTruthy();
  });

  it('stays empty where no script of ours made the frame', async () => {
    const { asked } = await stubTab(LAMP_ADDRESS);
    window.location.hash = 'forged';
    const { container } = render(<PanelApp host="frame" />);
    await waitFor(() =>
      expect(asked).toHaveBeenCalledWith('vouch', { nonce: 'forged', asker: expect.any(String) }),
    );
    await waitFor(() => expect(container.textContent).toBe(''));
  });

  it('has the page’s theme, unless the settings say otherwise', async () => {
    await stubTab(LAMP_ADDRESS, reportOf({ page: { kind: 'abs', paperId: LAMP.id }, theme: 'dark' }));
    render(<PanelApp host="frame" />);
    await waitFor(() => expect(document.documentElement.dataset['theme']).toBe('dark'));
    await writeSettings({ ...DEFAULT_SETTINGS, theme: 'light' });
    await waitFor(() => expect(document.documentElement.dataset['theme']).toBe('light'));
  });

  it('shows nothing of a paper whose page names another', async () => {
    await stubTab(LAMP_ADDRESS, reportOf({ page: { kind: 'abs', paperId: LAMP.id }, confirmed: false }));
    render(<PanelApp host="frame" />);
    expect(await screen.findByRole('heading', { name: 'This page names another paper' })).toBeTruthy();
    expect(screen.queryByText(LAMP.title)).toBeNull();
  });

  it('reads a paper that the catalogue does not hold', async () => {
    await stubTab(`https://arxiv.org/abs/${OTHER}`, reportOf());
    render(<PanelApp host="frame" />);
    expect(await screen.findByText('Automatic, from this page.')).toBeTruthy();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Sparse lamps for report generation');
    expect(screen.getByRole('button', { name: /^91\.2%/ })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Report generation' })).toBeTruthy();
  });

  it('reads links alone of a paper in another field, and says so', async () => {
    const facts = {
      title: 'Sparse lamps for report generation',
      abstract: 'Our star reaches an accuracy of 91.2%. See https://github.com/lamp/star.',
      categories: ['astro-ph.SR'],
    };
    await stubTab(`https://arxiv.org/abs/${OTHER}`, reportOf({ facts }));
    render(<PanelApp host="frame" />);
    expect(await screen.findByText(/neither machine learning nor medicine/)).toBeTruthy();
    expect(screen.getByText(/lamp\/star/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^91\.2%/ })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Report generation' })).toBeNull();
  });

  it('reads none where the settings say so', async () => {
    await writeSettings({ ...DEFAULT_SETTINGS, readings: { shown: false, open: false } });
    await stubTab(`https://arxiv.org/abs/${OTHER}`, reportOf());
    render(<PanelApp host="frame" />);
    expect(await screen.findByText(/switched off in the settings/)).toBeTruthy();
  });

  it('marks a result on the page, jumps, and folds', async () => {
    const { asked, tabId } = await stubTab(LAMP_ADDRESS);
    const user = userEvent.setup();
    render(<PanelApp host="frame" />);
    await user.click(await screen.findByRole('button', { name: /^0\.11/ }));
    await waitFor(() => expect(asked).toHaveBeenCalledWith('showOnPage', { anchor: 'F1 of 0.63 vs. 0.11' }));
    await user.click(screen.getByRole('link', { name: 'Grading glare' }));
    await waitFor(async () => expect(await addressOfTab(tabId)).toBe('https://arxiv.org/abs/2501.00007'));
    await user.keyboard('h');
    await waitFor(async () => expect(await addressOfTab(tabId)).toBe(`https://arxiv.org/html/${LAMP.id}v3`));
    await user.keyboard('{Escape}');
    expect(asked).toHaveBeenLastCalledWith('closeSidebar', undefined);
  });

  it('leads back along the trail', async () => {
    const from = NEIGHBOURS[0]?.id ?? OTHER;
    const { tabId } = await stubTab(LAMP_ADDRESS);
    await recordJump(tabId, { from, to: LAMP.id });
    const user = userEvent.setup();
    render(<PanelApp host="frame" />);
    await user.click(await screen.findByRole('button', { name: /^Back to Night lights/ }));
    await waitFor(async () => expect(await addressOfTab(tabId)).toBe(`https://arxiv.org/abs/${from}`));
  });

  it('tells a missing catalogue from a page without a paper', async () => {
    await stubTab('https://arxiv.org/list/cs.CV/new');
    render(<PanelApp host="window" />);
    expect(await screen.findByRole('heading', { name: 'No paper on this page' })).toBeTruthy();
  });
});

describe('the panel in the browser’s own side panel', () => {
  it('takes over from the sidebar on the page, once; the sidebar’s own panel does not', async () => {
    const { asked, tabId } = await stubTab(LAMP_ADDRESS);
    const folds = () => asked.mock.calls.filter(([name]) => name === 'closeSidebar').length;
    const { unmount } = render(<PanelApp host="frame" />);
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

  it('drops a paper as soon as another site loads, whose address nobody tells', async () => {
    const { tabId } = await stubTab(LAMP_ADDRESS);
    render(<PanelApp host="window" />);
    await screen.findByRole('heading', { level: 1, name: LAMP.title });
    Object.assign(browser.tabs, { query: () => Promise.resolve([{ id: tabId }]) });
    await fakeBrowser.tabs.onUpdated.trigger(tabId, { status: 'loading' }, await fakeBrowser.tabs.get(tabId));
    expect(await screen.findByRole('heading', { name: 'No paper on this page' })).toBeTruthy();
  });
});

describe('settings', () => {
  it('keep each change and name every control', async () => {
    const user = userEvent.setup();
    const { container } = render(<SettingsApp />);
    const sidebar = within(await screen.findByRole('group', { name: 'On Hugging Face' }));
    await user.click(sidebar.getByRole('radio', { name: 'Off' }));
    await user.click(screen.getByRole('switch', { name: 'Open the sidebar for them too' }));
    await user.click(screen.getByRole('radio', { name: 'Dark' }));
    expect((await readSettings()).settings).toEqual({
      ...DEFAULT_SETTINGS,
      sidebar: { arxiv: 'open', huggingFace: 'off' },
      readings: { shown: true, open: true },
      theme: 'dark',
    });
    expect(document.documentElement.dataset['theme']).toBe('dark');
    expect(screen.getByRole('status').textContent?.trim()).toBe('Saved');
    expect(await findAccessibilityFaults(container)).toEqual([]);
  });

  it('counts the catalogue', async () => {
    render(<SettingsApp />);
    expect(await screen.findByText('6 Jan 2026 (version 1)')).toBeTruthy();
    const facts = screen
      .getAllByRole('term')
      .map((term) => [term.textContent, term.nextElementSibling?.textContent]);
    expect(facts).toContainEqual(['Papers', '4']);
    expect(facts).toContainEqual(['Reported results', '13']);
    expect(facts).toContainEqual(['Papers with code', '3']);
  });

  it('say what cannot be read, keep it aside once it is saved over, and then until it is discarded', async () => {
    const lost = { mood: 'lost' };
    await browser.storage.local.set({ [SETTINGS_KEY]: lost });
    const user = userEvent.setup();
    render(<SettingsApp />);
    expect(await screen.findByText(/^Your stored settings could not be read/)).toBeTruthy();
    expect(await browser.storage.local.get(null)).toEqual({ [SETTINGS_KEY]: lost });
    await user.click(screen.getByRole('radio', { name: 'Dark' }));
    expect(await screen.findByText(/were saved over/)).toBeTruthy();
    expect(screen.queryByText(/^Your stored settings could not be read/)).toBeNull();
    expect(screen.getByText('{"mood":"lost"}')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Discard it' }));
    await waitFor(() => expect(screen.queryByText(/were saved over/)).toBeNull());
  });

  it('name the one setting that cannot be read', async () => {
    await writeSettings(DEFAULT_SETTINGS);
    await browser.storage.local.set({
      [SETTINGS_KEY]: { version: 2, values: { ...DEFAULT_SETTINGS, theme: 'sepia' } },
    });
    render(<SettingsApp />);
    expect(await screen.findByText(/so their defaults hold: theme\./)).toBeTruthy();
  });

  it('come from a file that is one, and say what is wrong with another', async () => {
    const user = userEvent.setup();
    render(<SettingsApp />);
    const input = await screen.findByLabelText('Settings file');
    const choose = (text: string) => user.upload(input, new File([text], 'settings.json'));
    await choose('{"kind": "sidelight-settings", values');
    expect(
      await screen.findByText(/^This file is not JSON .* Nothing was changed\.$/, { selector: 'p' }),
    ).toBeTruthy();
    await choose('{"dark": true}');
    expect(await screen.findByText(/^This file holds no Sidelight settings/, { selector: 'p' })).toBeTruthy();
    expect((await readSettings()).settings).toEqual(DEFAULT_SETTINGS);
    const values = { theme: 'dark', mood: 'calm' };
    await choose(JSON.stringify({ kind: 'sidelight-settings', version: 1, values }));
    expect(await screen.findByText(/does not know: mood\.$/, { selector: 'p' })).toBeTruthy();
    expect((await readSettings()).settings).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark' });
    expect(screen.getByRole('radio', { name: 'Dark' })).toHaveProperty('checked', true);
  });

  it('go into a file', async () => {
    const saved: unknown[] = [];
    vi.stubGlobal('URL', {
      createObjectURL: (blob: unknown) => saved.push(blob) && 'blob:settings',
      revokeObjectURL: () => undefined,
    });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
      this: HTMLAnchorElement,
    ) {
      saved.push(this.download);
    });
    const user = userEvent.setup();
    render(<SettingsApp />);
    await user.click(await screen.findByRole('button', { name: 'Export settings' }));
    const [blob, name] = saved;
    expect(name).toBe('sidelight-settings.json');
    expect(blob instanceof Blob && JSON.parse(await blob.text())).toMatchObject({ values: DEFAULT_SETTINGS });
  });

  it('have a control for every choice of every setting', async () => {
    const user = userEvent.setup();
    const seen = new Set<string>();
    const onChange = (settings: Settings): void => void seen.add(JSON.stringify(settings));
    render(<SettingsForm settings={DEFAULT_SETTINGS} onChange={onChange} />);
    for (const control of [...screen.getAllByRole('radio'), ...screen.getAllByRole('switch')])
      await user.click(control);
    for (const control of screen.getAllByRole('textbox')) {
      await user.type(control, 'x');
      await user.tab();
    }
    const others = (fields: SettingField | SettingFields): readonly unknown[] =>
      !isSetting(fields)
        ? Object.values(fields).flatMap(others)
        : 'longest' in fields
          ? ['x']
          : fields.slice(1);
    expect(seen.size).toBe(others(SETTING_FIELDS).length);
  });

  it('reset in two clicks', async () => {
    await writeSettings({ ...DEFAULT_SETTINGS, theme: 'dark' });
    await browser.storage.local.set({ library: ['not of the settings'] });
    const user = userEvent.setup();
    render(<SettingsApp />);
    await user.click(await screen.findByRole('button', { name: 'Reset everything…' }));
    expect((await readSettings()).settings.theme).toBe('dark');
    await user.click(screen.getByRole('button', { name: 'Forget all of it' }));
    await waitFor(() =>
      expect(screen.getByRole('radio', { name: 'Like the page' })).toHaveProperty('checked', true),
    );
    expect(await browser.storage.local.get(null)).toEqual({ library: ['not of the settings'] });
  });
});
