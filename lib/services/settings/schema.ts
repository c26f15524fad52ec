/**
 * Settings as values: their shape, their defaults, and the way from every
 * stored form to the present one. Pure; `index.ts` does the storing.
 */
import * as z from 'zod/mini';
import { SIDEBAR_DEFAULTS } from './lite';

const sidebarDefault = z.enum(['open', 'handle', 'off']);

const settingsSchema = z.strictObject({
  sidebar: z.strictObject({ arxiv: sidebarDefault, huggingFace: sidebarDefault }),
  badges: z.strictObject({ arxiv: z.boolean(), huggingFace: z.boolean() }),
  readings: z.strictObject({ shown: z.boolean(), open: z.boolean() }),
  theme: z.enum(['page', 'light', 'dark']),
  links: z.strictObject({
    site: z.enum(['arxiv', 'hugging-face']),
    opens: z.enum(['same-tab', 'new-tab']),
  }),
});

/** What a reader can set. */
export type Settings = z.infer<typeof settingsSchema>;

/** What holds until a reader chooses. */
export const DEFAULT_SETTINGS: Settings = {
  ...SIDEBAR_DEFAULTS,
  links: { site: 'arxiv', opens: 'same-tab' },
};

/** The form that this release writes. Raise it with a migration and a golden example. */
export const SETTINGS_VERSION = 1;

/** Turns the values of one version into those of the next; keyed by the version it starts from. */
export type Migrations = Readonly<Record<number, (values: unknown) => unknown>>;

const MIGRATIONS: Migrations = {};

const storedSchema = z.object({ version: z.int().check(z.positive()), values: z.unknown() });

/**
 * The values of a stored item in the form of `target`, or undefined where it is no stored item,
 * comes from a newer release, or a step is missing or fails.
 */
export function migrate(stored: unknown, migrations: Migrations, target: number): unknown {
  const parsed = storedSchema.safeParse(stored);
  if (!parsed.success || parsed.data.version > target) return undefined;
  let values: unknown = parsed.data.values;
  for (let version = parsed.data.version; version < target; version += 1) {
    const step = migrations[version];
    if (!step) return undefined;
    try {
      values = step(values);
    } catch {
      return undefined;
    }
  }
  return values;
}

/** The settings in a stored item of any version, or undefined where it cannot be read. */
export function parseSettings(stored: unknown): Settings | undefined {
  const parsed = settingsSchema.safeParse(migrate(stored, MIGRATIONS, SETTINGS_VERSION));
  return parsed.success ? parsed.data : undefined;
}
