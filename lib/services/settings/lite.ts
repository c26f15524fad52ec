/**
 * The few settings that the script on a page needs, read by hand: that script
 * has no room for a schema library. Keep in step with `schema.ts`; the
 * tests compare the two. No imports.
 */

/** Where all settings lie in `storage.local`, as `{ version, values }`. */
export const SETTINGS_KEY = 'settings';

/** How the sidebar starts: open, folded to its handle, or not at all. */
export type SidebarDefault = 'open' | 'handle' | 'off';

/** What a page script does before its reader has touched anything. */
export interface SidebarDefaults {
  readonly sidebar: { readonly arxiv: SidebarDefault; readonly huggingFace: SidebarDefault };
  readonly badges: { readonly arxiv: boolean; readonly huggingFace: boolean };
  /** `shown`: read papers outside the catalogue at all; `open`: unfold the sidebar for them. */
  readonly readings: { readonly shown: boolean; readonly open: boolean };
  /** `page`: follow the page, and the system where it has no colours of its own. */
  readonly theme: 'page' | 'light' | 'dark';
}

/** What holds until a reader chooses. */
export const SIDEBAR_DEFAULTS: SidebarDefaults = {
  sidebar: { arxiv: 'open', huggingFace: 'open' },
  badges: { arxiv: true, huggingFace: true },
  readings: { shown: true, open: false },
  theme: 'page',
};

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}

function oneOf<T>(value: unknown, choices: readonly T[], otherwise: T): T {
  return choices.find((choice) => choice === value) ?? otherwise;
}

/** Reads the stored value as it is, whatever it is: what cannot be read falls back to its default. */
export function readSidebarDefaults(value: unknown): SidebarDefaults {
  const { sidebar, badges, readings, theme } = SIDEBAR_DEFAULTS;
  const values = field(value, 'values');
  const of = <T>(group: string, name: string, choices: readonly T[], otherwise: T) =>
    oneOf(field(field(values, group), name), choices, otherwise);
  const places = ['open', 'handle', 'off'] as const;
  const flags = [true, false] as const;
  return {
    sidebar: {
      arxiv: of('sidebar', 'arxiv', places, sidebar.arxiv),
      huggingFace: of('sidebar', 'huggingFace', places, sidebar.huggingFace),
    },
    badges: {
      arxiv: of('badges', 'arxiv', flags, badges.arxiv),
      huggingFace: of('badges', 'huggingFace', flags, badges.huggingFace),
    },
    readings: {
      shown: of('readings', 'shown', flags, readings.shown),
      open: of('readings', 'open', flags, readings.open),
    },
    theme: oneOf(field(values, 'theme'), ['page', 'light', 'dark'] as const, theme),
  };
}
