/**
 * The oldest browsers that are served, by what we use: `URL.parse` in Chromium; in Firefox the declaration
 * that no data is collected, which its Android edition reads since this version. A test holds both to MDN's
 * table, and scripts and styles are built for them.
 */
export const MINIMUM = { chrome: '126', firefox: '142.0' } as const;

/** The same as a target for the bundler. */
export function buildTarget(browser: string): string {
  return browser === 'firefox' ? `firefox${Number.parseInt(MINIMUM.firefox, 10)}` : `chrome${MINIMUM.chrome}`;
}
