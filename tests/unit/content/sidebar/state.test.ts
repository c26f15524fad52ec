import * as fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULT_SETTINGS, readSettingValues, type Settings } from '@/lib/shared/settings/fields';
import { readStart } from '@/lib/shared/settings/start';
import {
  limitWidth,
  loadSidebarState,
  readMemory,
  saveMemory,
  startAlike,
  startsAs,
  WIDTH,
} from '@/lib/content/sidebar/state';
import { SETTINGS_KEY, SIDEBAR_KEY } from '@/lib/shared/storage-keys';

beforeEach(() => fakeBrowser.reset());

describe('the stored state of the sidebar', () => {
  test('is separate for each site, and a change leaves the others', async () => {
    await saveMemory({ open: { arxiv: false } });
    await saveMemory({ width: 400 });
    await saveMemory({ open: { huggingFace: true } });
    const { memory } = await loadSidebarState();
    expect(memory).toEqual({ width: 400, open: { arxiv: false, huggingFace: true } });
  });

  test('preserves both of two simultaneous changes', async () => {
    await Promise.all([saveMemory({ width: 400 }), saveMemory({ open: { arxiv: false } })]);
    const { memory } = await loadSidebarState();
    expect(memory).toEqual({ width: 400, open: { arxiv: false } });
  });

  test('falls back to the defaults for any invalid value', async () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        const { width, open } = readMemory(stored);
        expect(width).toBeGreaterThanOrEqual(WIDTH.least);
        expect(width).toBeLessThanOrEqual(WIDTH.most);
        expect(Object.values(open).every((value) => typeof value === 'boolean')).toBe(true);
      }),
    );
    await fakeBrowser.storage.local.set({ [SIDEBAR_KEY]: 'broken', settings: 7 });
    expect(await loadSidebarState()).toEqual({
      memory: { width: WIDTH.usual, open: {} },
      settings: DEFAULT_SETTINGS,
    });
  });

  test.each([
    [undefined, WIDTH.usual],
    [Number.NaN, WIDTH.usual],
    [10, WIDTH.least],
    [1e9, WIDTH.most],
    [400.6, 401],
  ])('limits a width of %s to %s', (width, expected) => {
    expect(limitWidth(width)).toBe(expected);
  });
});

const state = (
  setting: Settings['sidebar']['arxiv'],
  open?: boolean,
  readings: Settings['readings'] = DEFAULT_SETTINGS.readings,
) => ({
  [SIDEBAR_KEY]: { width: 368, open: open === undefined ? {} : { arxiv: open } },
  [SETTINGS_KEY]: { version: 1, values: { readings, sidebar: { arxiv: setting, huggingFace: setting } } },
});

describe('the initial state of the sidebar', () => {
  const known = { site: 'arxiv', isInCatalogue: true, windowWidth: 1400 } as const;
  const unknown = { ...known, isInCatalogue: false };
  const tight = { ...known, windowWidth: 900 };
  const narrow = { ...tight, windowWidth: 800 };

  test.each([
    ['a catalogue paper', state('open'), known, 'open'],
    ['left open', state('open', true), known, 'open'],
    ['left folded', state('open', false), known, 'folded'],
    ['the setting "handle"', state('handle', true), known, 'folded'],
    ['the setting "off"', state('off', true), known, undefined],
    ['a window without room', state('open', true), narrow, 'folded'],
    ['a window with little room', state('open'), tight, 'folded'],
    ['the same, left open', state('open', true), tight, 'open'],
    ['a paper outside the catalogue', state('open', true), unknown, 'folded'],
    ['the same, if readings open it', state('open', true, { shown: true, open: true }), unknown, 'open'],
    ['the same, if readings are off', state('open', true, { shown: false, open: true }), unknown, undefined],
  ] as const)('is right for %s', (_, stored, page, expected) => {
    expect(startsAs(stored, page)).toBe(expected);
  });

  test('is read by the first stage as the table of all settings reads it, whatever is stored', () => {
    fc.assert(
      fc.property(fc.anything(), fc.constantFrom('arxiv', 'huggingFace'), (item, site) => {
        const { sidebar, readings } = readSettingValues(item);
        expect(readStart(item, site)).toEqual({ sidebar: sidebar[site], readings });
      }),
    );
    const values = { sidebar: { arxiv: 'handle' }, readings: { shown: false, open: true } };
    expect(readStart({ version: 1, values }, 'arxiv')).toEqual({
      sidebar: 'handle',
      readings: { shown: false, open: true },
    });
  });

  test('a change of another site’s state, or of the theme, changes nothing', () => {
    const now = { ...DEFAULT_SETTINGS, theme: 'dark' } as const;
    const off = { ...now, sidebar: { ...now.sidebar, huggingFace: 'off' } } as const;
    expect(startAlike(DEFAULT_SETTINGS, off, 'arxiv')).toBe(true);
    expect(startAlike(DEFAULT_SETTINGS, off, 'huggingFace')).toBe(false);
    const unread = { ...now, readings: { shown: false, open: false } };
    expect(startAlike(DEFAULT_SETTINGS, unread, 'arxiv')).toBe(false);
  });
});
