/** Texts of an artificial language: 40 % longer, with tall characters, and in both directions. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Frame, Page } from 'playwright-core';
import { EXTENSION, launchChromium, waitForPanel, type Chromium } from './support/chromium';
import { copyExtension, removeCopy } from './support/extension-copy';
import { handleCentre } from './support/look';
import { KNOWN, UNKNOWN } from './support/pages';
import { whenStill } from './support/still';

const ACCENTS: Readonly<Record<string, string>> = {
  a: 'ǻ',
  e: 'ê',
  i: 'ï',
  o: 'ỗ',
  u: 'ű',
  n: 'ñ',
  A: 'Å',
  E: 'Ê',
};

/** The text with accents, and as much longer as German or Russian would be; placeholders do not change. */
function stretch(text: string): string {
  const accented = text.replaceAll(/\$\d|[aeiounAE]/g, (sign) => ACCENTS[sign] ?? sign);
  return `${accented}${' ñêǻỗ'.repeat(Math.ceil((text.length * 0.4) / 5))}`;
}

let chromium: Chromium;
let folder: string;
beforeAll(async () => {
  folder = copyExtension(EXTENSION);
  const file = join(folder, '_locales/en/messages.json');
  const messages: Readonly<Record<string, { readonly message: string }>> = JSON.parse(
    readFileSync(file, 'utf8'),
  );
  // A name, and a code with a syntax, are the same in every language.
  const kept = new Set(['app_name', 'app_description', 'language']);
  const stretched = Object.entries(messages).map(([key, { message }]) => [
    key,
    { message: kept.has(key) ? message : stretch(message) },
  ]);
  writeFileSync(file, JSON.stringify(Object.fromEntries(stretched)));
  chromium = await launchChromium({ extension: folder });
});
afterAll(async () => {
  await chromium.close();
  removeCopy(folder);
});

/** How many CSS pixels a document exceeds its window by, in either direction of reading. */
async function overflows(page: Page | Frame): Promise<readonly number[]> {
  const measured: number[] = [];
  for (const dir of ['ltr', 'rtl']) {
    measured.push(
      await page.evaluate((wanted) => {
        document.documentElement.dir = wanted;
        return document.documentElement.scrollWidth - document.documentElement.clientWidth;
      }, dir),
    );
  }
  return measured;
}

test.each([
  ['popup.html', '[role=option]', 600],
  ['popup.html', '[role=option]', 360],
  ['options.html', '.settings-section', 900],
  ['options.html', '.settings-section', 320],
  ['welcome.html', '.picture .paper-title', 1280],
  ['welcome.html', '.picture .paper-title', 320],
])('%s with %s has room for long texts in both directions at %i pixels', async (name, ready, width) => {
  const page = await chromium.context.newPage();
  try {
    await page.setViewportSize({ width, height: 700 });
    await page.goto(`chrome-extension://${chromium.extensionId}/${name}`);
    await page.locator(ready).first().waitFor({ state: 'attached' });
    await expect.poll(() => page.evaluate(() => document.body.innerText)).toMatch(/ñêǻỗ/);
    expect(await whenStill(() => overflows(page))).toEqual([0, 0]);
  } finally {
    await page.close();
  }
});

test.each([KNOWN, UNKNOWN])(
  'the panel beside $title has room for long texts in both directions',
  async ({ id }) => {
    const page = await chromium.context.newPage();
    try {
      await page.goto(`https://arxiv.org/abs/${id}`);
      // It is folded if no pack contains the paper.
      if (id === UNKNOWN.id) await page.mouse.click(...(await handleCentre(page)));
      const panel = await waitForPanel(page);
      await panel.locator('.papers .listed-why').first().waitFor({ state: 'attached' });
      await expect.poll(() => panel.evaluate(() => document.body.innerText)).toMatch(/ñêǻỗ/);
      expect(await whenStill(() => overflows(panel))).toEqual([0, 0]);
    } finally {
      await page.close();
    }
  },
);
