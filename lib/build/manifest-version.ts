/** Which manifest version the build takes. */

/**
 * Throws where Firefox is to be built with manifest version 3. There the page script would get no second
 * stage: `tabs.executeScript` is gone, `scripting` would be a permission more, and users may take the
 * hosts back one by one. Firefox keeps version 2, and WXT builds it unasked.
 */
export function refuseManifest3(browser: string, manifestVersion: number): void {
  if (browser !== 'firefox' || manifestVersion === 2) return;
  throw new Error('Sidelight is built for Firefox with manifest version 2: leave out --mv3.');
}
