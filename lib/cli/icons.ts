/** Draws Chromium's toolbar icons from `public/icon/sidelight.svg`: `npm run icons`, after changing it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { CHROMIUM_SWITCHES, ensureBrowser } from './browsers';
import { readOptions, refuse } from './misuse';

const FOLDER = 'public/icon';
const SIZES = [16, 32, 48, 128];

readOptions({}, 'usage: npm run icons');
const found = ensureBrowser('chromium');
if (!found.ok) refuse(found.message);
const svg = readFileSync(`${FOLDER}/sidelight.svg`, 'utf8');
const browser = await chromium.launch({ executablePath: found.path, args: [...CHROMIUM_SWITCHES] });
const page = await browser.newPage();
for (const size of SIZES) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>html, body { margin: 0 } svg { display: block; width: ${size}px }</style>${svg}`,
  );
  writeFileSync(`${FOLDER}/${size}.png`, await page.screenshot({ omitBackground: true }));
}
await browser.close();
