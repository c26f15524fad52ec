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
import { paperId } from '../../fixtures/ui-papers';
import { SETTINGS_GOLDEN } from '../../fixtures/ui-settings';
import { until } from '../../fixtures/until';

beforeEach(() => fakeBrowser.reset());

const store = (item: unknown) => browser.storage.local.set({ [SETTINGS_KEY]: item });
const stored = () => browser.storage.local.get(null);
const { theme: _, ...WITHOUT_THEME } = DEFAULT_SETTINGS;

describe('reading the settings', () => {
  it('is tested with a stored example of every version', () => {
    expect(Object.keys(SETTINGS_GOLDEN).map(Number)).toEqual(
      Array.from({ length: SETTINGS_VERSION }, (_item, index) => index + 1),
    );
  });

  it.each(Object.entries(SETTINGS_GOLDEN))('accepts the format of version %s', (version, { values, now }) => {
    expect(readSettingValues({ version: Number(version), values })).toEqual(now);
  });

  it.each<[string, unknown, Partial<Settings>, readonly string[]]>([
    ['nothing stored', undefined, {}, []],
    ['text instead of an item', 'garbage', {}, ['all']],
    ['an item without values', { mood: 'lost' }, {}, ['all']],
    ['an item without a version', { values: { theme: 'dark' } }, { theme: 'dark' }, []],
    [
      'the item of a newer release',
      { version: 3, values: { sidebar: { arxiv: 'off', huggingFace: 'off' }, theme: 'dark', depth: 3 } },
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
      'a choice under its former name',
      { version: 1, values: { citationPeek: false, theme: 'dark' } },
      { citationCards: false, theme: 'dark' },
      [],
    ],
    [
      'a choice under both names',
      { version: 2, values: { citationPeek: true, citationCards: false } },
      { citationCards: false },
      [],
    ],
    [
      'an invalid choice under a former name',
      { version: 1, values: { citationPeek: 'no' } },
      {},
      ['citationCards'],
    ],
    [
      'an invalid choice beside a valid one',
      { version: 1, values: { theme: 'blue', badges: { arxiv: 'no', huggingFace: false } } },
      { badges: { arxiv: true, huggingFace: false } },
      ['badges.arxiv', 'theme'],
    ],
    [
      'an invalid group',
      { version: 1, values: { sidebar: null, theme: 'dark' } },
      { theme: 'dark' },
      ['sidebar'],
    ],
  ])(
    'uses what it can from %s, moves nothing, and page scripts read the same',
    async (_name, item, values, unreadable) => {
      if (item !== undefined) await store(item);
      const before = await stored();
      const settings = { ...DEFAULT_SETTINGS, ...values };
      expect(await readSettings()).toEqual({ settings, unreadable, aside: undefined });
      expect((await loadSidebarState()).settings).toEqual(settings);
      expect(await stored()).toEqual(before);
    },
  );

  it('returns the defaults if storage fails', async () => {
    vi.spyOn(browser.storage.local, 'get').mockRejectedValue(new Error('corrupt'));
    expect((await readSettings()).settings).toEqual(DEFAULT_SETTINGS);
  });

  it('never throws, for any stored value', () => {
    fc.assert(
      fc.property(fc.anything(), (item) => {
        expect(Object.keys(readSettingValues(item))).toEqual(Object.keys(DEFAULT_SETTINGS));
      }),
    );
  });
});

describe('saving the settings', () => {
  const dark: Settings = { ...DEFAULT_SETTINGS, theme: 'dark' };

  it('stores them', async () => {
    expect(await writeSettings(dark)).toBe(true);
    expect(await readSettings()).toEqual({ settings: dark, unreadable: [], aside: undefined });
  });

  it('preserves what a newer release stored, unless it is set again', async () => {
    const newer = {
      version: 3,
      values: { theme: 'sepia', depth: 3, links: { site: 'alphaxiv', tint: 'red' } },
    };
    await store(newer);
    await writeSettings({ ...DEFAULT_SETTINGS, links: { site: 'arxiv', opens: 'new-tab' } });
    expect(await stored()).toEqual({
      [SETTINGS_KEY]: {
        version: 3,
        values: {
          ...DEFAULT_SETTINGS,
          theme: 'sepia',
          depth: 3,
          links: { site: 'alphaxiv', tint: 'red', opens: 'new-tab' },
        },
      },
    });
  });

  it('moves a choice to the name of today, and leaves no second one behind', async () => {
    await store({ version: 1, values: { citationPeek: false, depth: 3 } });
    await writeSettings({ ...(await readSettings()).settings, theme: 'dark' });
    expect(await stored()).toEqual({
      [SETTINGS_KEY]: { version: 2, values: { ...dark, citationCards: false, depth: 3 } },
    });
  });

  it.each([
    ['text instead of an item', 'garbage'],
    ['an item without values', { mood: 'lost' }],
    ['an invalid choice', { version: 1, values: { ...DEFAULT_SETTINGS, theme: 'blue' } }],
    ['an invalid group', { version: 1, values: { links: 3, theme: 'light' } }],
  ])('keeps unreadable values that it replaces, until they are discarded: %s', async (_name, item) => {
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

  it('changes nothing if the old settings cannot be read or the new ones cannot be stored', async () => {
    await writeSettings(dark);
    const get = vi.spyOn(browser.storage.local, 'get').mockRejectedValueOnce(new Error('corrupt'));
    expect(await writeSettings(DEFAULT_SETTINGS)).toBe(false);
    get.mockRestore();
    vi.spyOn(browser.storage.local, 'set').mockRejectedValueOnce(new Error('full'));
    expect(await writeSettings(DEFAULT_SETTINGS)).toBe(false);
    expect((await readSettings()).settings).toEqual(dark);
  });

  it('notifies watchers, until their signal aborts', async () => {
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

  it('deletes on reset its own keys and no other', async () => {
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
  it('can be imported as it was exported', () => {
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
    ['leaves settings that are not in the file', { theme: 'light' }, { ...chosen, theme: 'light' }, []],
    ['reports unknown settings', { depth: 3, links: { tint: 'red' } }, chosen, ['depth', 'links.tint']],
    ['reports invalid choices', { theme: 'blue', badges: 1 }, chosen, ['badges', 'theme']],
    ['reads former names', { citationPeek: false }, { ...chosen, citationCards: false }, []],
    ['ignores inherited names', { constructor: 1 }, chosen, ['constructor']],
  ])('%s', (_name, values, settings, ignored) => {
    expect(importSettings(file(values), chosen)).toEqual({ ok: true, settings, ignored });
  });
});

it('a stored item of any shape reads as what was saved over it', () => {
  fc.assert(
    fc.property(fc.anything(), (old) => {
      const { item } = replaceItem(old, DEFAULT_SETTINGS);
      expect(readSettingValues(item)).toEqual(DEFAULT_SETTINGS);
    }),
  );
});
