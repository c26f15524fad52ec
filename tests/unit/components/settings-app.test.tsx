// @vitest-environment jsdom
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { browser } from 'wxt/browser';
import { describe, expect, it, vi } from 'vitest';
import { SettingsApp } from '@/components/settings/SettingsApp';
import { SettingsForm } from '@/components/settings/SettingsForm';
import { readSettings, writeSettings, DEFAULT_SETTINGS, type Settings } from '@/lib/extension/settings';
import {
  isSetting,
  SETTING_FIELDS,
  type SettingField,
  type SettingFields,
} from '@/lib/shared/settings/fields';
import { SETTINGS_KEY } from '@/lib/shared/storage-keys';
import { findAccessibilityFaults } from '../../fixtures/ui-axe';
import { setUpFrames } from '../../fixtures/ui-setup';

setUpFrames();

describe('the settings page', () => {
  it('stores each change and has a label for every control', async () => {
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

  it('shows the number of papers in the catalogue', async () => {
    render(<SettingsApp />);
    expect(await screen.findByText('6 Jan 2026 (version 1)')).toBeTruthy();
    const facts = screen
      .getAllByRole('term')
      .map((term) => [term.textContent, term.nextElementSibling?.textContent]);
    expect(facts).toContainEqual(['Papers', '4']);
    expect(facts).toContainEqual(['Reported results', '13']);
    expect(facts).toContainEqual(['Papers with code', '3']);
  });

  it('lists what cannot be read, keeps it as text after saving, and until it is discarded', async () => {
    const lost = { mood: 'lost' };
    await browser.storage.local.set({ [SETTINGS_KEY]: lost });
    const user = userEvent.setup();
    render(<SettingsApp />);
    expect(await screen.findByText(/^Your stored settings could not be read/)).toBeTruthy();
    expect(await browser.storage.local.get(null)).toEqual({ [SETTINGS_KEY]: lost });
    await user.click(screen.getByRole('radio', { name: 'Dark' }));
    expect(await screen.findByText(/were replaced/)).toBeTruthy();
    expect(screen.queryByText(/^Your stored settings could not be read/)).toBeNull();
    expect(screen.getByText('{"mood":"lost"}')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Discard it' }));
    await waitFor(() => expect(screen.queryByText(/were replaced/)).toBeNull());
  });

  it('names the one setting that cannot be read', async () => {
    await writeSettings(DEFAULT_SETTINGS);
    await browser.storage.local.set({
      [SETTINGS_KEY]: { version: 2, values: { ...DEFAULT_SETTINGS, theme: 'sepia' } },
    });
    render(<SettingsApp />);
    expect(await screen.findByText(/so their defaults apply: theme\./)).toBeTruthy();
  });

  it('imports a valid settings file, and explains what is wrong with an invalid one', async () => {
    const user = userEvent.setup();
    render(<SettingsApp />);
    const input = await screen.findByLabelText('Settings file');
    const choose = (text: string) => user.upload(input, new File([text], 'settings.json'));
    await choose('{"kind": "sidelight-settings", values');
    expect(
      await screen.findByText(/^This file is not JSON .* Nothing was changed\.$/, { selector: 'p' }),
    ).toBeTruthy();
    await choose('{"dark": true}');
    expect(
      await screen.findByText(/^This file contains no Sidelight settings/, { selector: 'p' }),
    ).toBeTruthy();
    expect((await readSettings()).settings).toEqual(DEFAULT_SETTINGS);
    const values = { theme: 'dark', mood: 'calm' };
    await choose(JSON.stringify({ kind: 'sidelight-settings', version: 1, values }));
    expect(await screen.findByText(/does not know: mood\.$/, { selector: 'p' })).toBeTruthy();
    expect((await readSettings()).settings).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark' });
    expect(screen.getByRole('radio', { name: 'Dark' })).toHaveProperty('checked', true);
  });

  it('exports a settings file', async () => {
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

  it('has a control for every choice of every setting', async () => {
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

  it('resets in two clicks', async () => {
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
