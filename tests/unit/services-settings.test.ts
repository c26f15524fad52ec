import * as fc from 'fast-check';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { rememberSearch } from '@/lib/extension/search/memory';
import {
  DEFAULT_SETTINGS,
  forgetAside,
  readSettings,
  resetSettings,
  watchSettings,
  writeSettings,
  type Settings,
} from '@/lib/extension/settings';
import { readSettingValues } from '@/lib/shared/settings/fields';
import { exportSettings, importSettings } from '@/lib/pages/settings-file';
import { replaceItem, SETTINGS_VERSION } from '@/lib/extension/settings/stored';
import { loadSidebarState, saveMemory } from '@/lib/content/sidebar/state';
import { SETTINGS_ASIDE_KEY, SETTINGS_KEY } from '@/lib/shared/storage-keys';
import { recordJump } from '@/lib/extension/trail';
import { paperId } from '../fixtures/ui-papers';
import { SETTINGS_GOLDEN } from '../fixtures/ui-settings';
import { until } from '../fixtures/until';

beforeEach(() => fakeBrowser.reset());

const store = (item: unknown) => browser.storage.local.set({ [SETTINGS_KEY]: item });
const stored = () => browser.storage.local.get(null);
const { theme: _, ...WITHOUT_THEME } = DEFAULT_SETTINGS;

describe('reading the settings', () => {
  it('has a golden example of every version', () => {
    expect(Object.keys(SETTINGS_GOLDEN).map(Number)).toEqual(
      Array.from({ length: SETTINGS_VERSION }, (_item, index) => index + 1),
    );
  });

  it.each(Object.entries(SETTINGS_GOLDEN))('reads the form of version %s', (version, { values, now }) => {
    expect(readSettingValues({ version: Number(version), values })).toEqual(now);
  });

  it.each<[string, unknown, Partial<Settings>, readonly string[]]>([
    ['nothing stored', undefined, {}, []],
    ['text in place of an item', 'garbage', {}, ['all']],
    ['an item without values', { mood: 'lost' }, {}, ['all']],
    ['an item without a version', { values: { theme: 'dark' } }, { theme: 'dark' }, []],
    [
      'the item of a newer release',
      { version: 2, values: { sidebar: { arxiv: 'off', huggingFace: 'off' }, theme: 'dark', depth: 3 } },
      { sidebar: { arxiv: 'off', huggingFace: 'off' }, theme: 'dark' },
      [],
    ],
    [
      'an item from before a setting was added',
      { version: 1, values: { ...WITHOUT_THEME, badges: { arxiv: false } } },
      { badges: { arxiv: false, huggingFace: true } },
      [],
    ],
    [
      'a value that is no choice, beside one that is',
      { version: 1, values: { theme: 'blue', badges: { arxiv: 'no', huggingFace: false } } },
      { badges: { arxiv: true, huggingFace: false } },
      ['badges.arxiv', 'theme'],
    ],
    [
      'a group that is none',
      { version: 1, values: { sidebar: null, theme: 'dark' } },
      { theme: 'dark' },
      ['sidebar'],
    ],
  ])(
    'takes what it can from %s, moves nothing, and page scripts read the same',
    async (_name, item, values, unreadable) => {
      if (item !== undefined) await store(item);
      const before = await stored();
      const settings = { ...DEFAULT_SETTINGS, ...values };
      expect(await readSettings()).toEqual({ settings, unreadable, aside: undefined });
      expect((await loadSidebarState()).settings).toEqual(settings);
      expect(await stored()).toEqual(before);
    },
  );

  it('takes the defaults where storage is broken', async () => {
    vi.spyOn(browser.storage.local, 'get').mockRejectedValue(new Error('corrupt'));
    expect((await readSettings()).settings).toEqual(DEFAULT_SETTINGS);
  });

  it('reads anything without throwing', () => {
    fc.assert(
      fc.property(fc.anything(), (item) => {
        expect(Object.keys(readSettingValues(item))).toEqual(Object.keys(DEFAULT_SETTINGS));
      }),
    );
  });
});

describe('saving the settings', () => {
  const dark: Settings = { ...DEFAULT_SETTINGS, theme: 'dark' };

  it('keeps what was saved', async () => {
    expect(await writeSettings(dark)).toBe(true);
    expect(await readSettings()).toEqual({ settings: dark, unreadable: [], aside: undefined });
  });

  it('leaves what a newer release stored, where it was not set again', async () => {
    const newer = {
      version: 2,
      values: { theme: 'sepia', depth: 3, links: { site: 'alphaxiv', tint: 'red' } },
    };
    await store(newer);
    await writeSettings({ ...DEFAULT_SETTINGS, links: { site: 'arxiv', opens: 'new-tab' } });
    expect(await stored()).toEqual({
      [SETTINGS_KEY]: {
        version: 2,
        values: {
          ...DEFAULT_SETTINGS,
          theme: 'sepia',
          depth: 3,
          links: { site: 'alphaxiv', tint: 'red', opens: 'new-tab' },
        },
      },
    });
  });

  it.each([
    ['text in place of an item', 'garbage'],
    ['an item without values', { mood: 'lost' }],
    ['a value that is no choice', { version: 1, values: { ...DEFAULT_SETTINGS, theme: 'blue' } }],
    ['a group that is none', { version: 1, values: { links: 3, theme: 'light' } }],
  ])('keeps aside what it replaces and could not read, until that is discarded: %s', async (_name, item) => {
    await store(item);
    await writeSettings(dark);
    const aside = JSON.stringify(item);
    expect(await readSettings()).toEqual({ settings: dark, unreadable: [], aside });
    await writeSettings(DEFAULT_SETTINGS);
    expect(await readSettings()).toMatchObject({ settings: DEFAULT_SETTINGS, aside });
    await store('worse');
    await writeSettings(dark);
    expect((await readSettings()).aside).toBe(`${aside}\n"worse"`);
    await forgetAside();
    expect(await browser.storage.local.get(SETTINGS_ASIDE_KEY)).toEqual({});
  });

  it('changes nothing where the old settings cannot be read or the new ones not be stored', async () => {
    await writeSettings(dark);
    const get = vi.spyOn(browser.storage.local, 'get').mockRejectedValueOnce(new Error('corrupt'));
    expect(await writeSettings(DEFAULT_SETTINGS)).toBe(false);
    get.mockRestore();
    vi.spyOn(browser.storage.local, 'set').mockRejectedValueOnce(new Error('full'));
    expect(await writeSettings(DEFAULT_SETTINGS)).toBe(false);
    expect((await readSettings()).settings).toEqual(dark);
  });

  it('tells watchers, until their signal aborts', async () => {
    const controller = new AbortController();
    const seen = vi.fn<(now: unknown) => void>();
    watchSettings(seen, { signal: controller.signal });
    await writeSettings(dark);
    await until(() => expect(seen).toHaveBeenCalledOnce());
    expect(seen.mock.lastCall?.[0]).toMatchObject({ settings: { theme: 'dark' } });
    controller.abort();
    await writeSettings(DEFAULT_SETTINGS);
    await Promise.resolve();
    expect(seen).toHaveBeenCalledOnce();
  });

  it('removes its own keys on reset and no other', async () => {
    await writeSettings(dark);
    await saveMemory({ width: 400 });
    await rememberSearch('lamps');
    await recordJump(1, { from: paperId('2407.00042'), to: paperId('2501.00007') });
    await browser.storage.local.set({ library: ['2407.00042'] });
    await browser.storage.session.set({ other: 1 });
    await resetSettings();
    expect(await stored()).toEqual({ library: ['2407.00042'] });
    expect(await browser.storage.session.get(null)).toEqual({ other: 1 });
  });
});

const file = (values: unknown, kind = 'sidelight-settings') => JSON.stringify({ kind, version: 1, values });

describe('the settings file', () => {
  const chosen: Settings = {
    ...DEFAULT_SETTINGS,
    theme: 'dark',
    links: { site: 'hugging-face', opens: 'new-tab' },
  };
  it('comes back as it went out', () => {
    expect(importSettings(exportSettings(chosen), DEFAULT_SETTINGS)).toEqual({
      ok: true,
      settings: chosen,
      ignored: [],
    });
  });

  it.each([
    ['an empty file', '', 'not-json'],
    ['a file cut short', exportSettings(chosen).slice(0, -20), 'not-json'],
    ['JSON of another kind', '[1, 2]', 'not-settings'],
    ['a file of another program', file({ theme: 'dark' }, 'other'), 'not-settings'],
    ['a file without values', file(7), 'not-settings'],
  ])('is refused with a reason: %s', (_name, text, reason) => {
    expect(importSettings(text, chosen)).toMatchObject({ ok: false, reason });
  });

  it.each<[string, unknown, Settings, readonly string[]]>([
    ['leaves what it does not name', { theme: 'light' }, { ...chosen, theme: 'light' }, []],
    ['names what is no setting', { depth: 3, links: { tint: 'red' } }, chosen, ['depth', 'links.tint']],
    ['names what is no choice', { theme: 'blue', badges: 1 }, chosen, ['badges', 'theme']],
    ['does not take inherited names', { constructor: 1 }, chosen, ['constructor']],
  ])('%s', (_name, values, settings, ignored) => {
    expect(importSettings(file(values), chosen)).toEqual({ ok: true, settings, ignored });
  });
});

it('an item that replaces anything reads as what was saved', () => {
  fc.assert(
    fc.property(fc.anything(), (old) => {
      const { item } = replaceItem(old, DEFAULT_SETTINGS);
      expect(readSettingValues(item)).toEqual(DEFAULT_SETTINGS);
    }),
  );
});
