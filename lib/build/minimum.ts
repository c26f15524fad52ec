/**
 * The oldest supported browsers, given by the features that are used: `URL.parse` in Chromium; in Firefox the
 * declaration that no data is collected, which its Android edition reads since this version. A test compares
 * both with MDN's data, and scripts and styles are built for them.
 */
export const MINIMUM = { chrome: '126', firefox: '142.0' } as const;

/** The same as a build target for the bundler. */
export function buildTarget(browser: string): string {
  return browser === 'firefox' ? `firefox${Number.parseInt(MINIMUM.firefox, 10)}` : `chrome${MINIMUM.chrome}`;
}
