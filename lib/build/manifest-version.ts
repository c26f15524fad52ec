/** Which manifest version is built. */

/**
 * Throws if Firefox is to be built with manifest version 3. There the page script could not load its second
 * stage: `tabs.executeScript` no longer exists, `scripting` would be a further permission, and users may
 * revoke hosts one by one. WXT builds version 2 for Firefox by default.
 */
export function refuseManifest3(browser: string, manifestVersion: number): void {
  if (browser !== 'firefox' || manifestVersion === 2) return;
  throw new Error('Sidelight is built for Firefox with manifest version 2: leave out --mv3.');
}
