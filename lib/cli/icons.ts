/**
 * `npm run icons`: renders Chromium's icons and the store's promotional tile from `public/icon/sidelight.svg`.
 * Run it after a change of the icon.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { CHROMIUM_SWITCHES, ensureBrowser } from './browsers';
import { readOptions, exitWithUsageError } from './usage-error';

const FOLDER = 'public/icon';
const SIZES = [16, 32, 48, 128];
/** The Chrome Web Store's small promotional tile, 440 by 280. */
const TILE = '.store/tile.png';

readOptions({}, 'usage: npm run icons');
const found = ensureBrowser('chromium');
if (!found.ok) exitWithUsageError(found.message);
const svg = readFileSync(`${FOLDER}/sidelight.svg`, 'utf8');
const browser = await chromium.launch({ executablePath: found.path, args: [...CHROMIUM_SWITCHES] });
const page = await browser.newPage();
for (const size of SIZES) {
  await page.setViewportSize({ width: size, height: size });
  // The store demands 16 pixels of padding on each side of its icon
  // (https://developer.chrome.com/docs/webstore/images#icons).
  const drawn = size === 128 ? 96 : size;
  await page.setContent(
    `<style>html, body { margin: 0 } body { display: grid; place-items: center; height: ${size}px } svg { display: block; width: ${drawn}px }</style>${svg}`,
  );
  writeFileSync(`${FOLDER}/${size}.png`, await page.screenshot({ omitBackground: true }));
}
await page.setViewportSize({ width: 440, height: 280 });
await page.setContent(`<style>html, body { margin: 0 }
body { display: grid; place-content: center; justify-items: center; gap: 18px; height: 280px; background: #e0f0ef; color: #182022; font: 600 34px Charter, 'Noto Serif', Georgia, serif }
svg { width: 104px }</style>${svg}<div>Sidelight</div>`);
writeFileSync(TILE, await page.screenshot());
await browser.close();
