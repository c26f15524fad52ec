import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { EXTENSION, faultsOf, launchChromium, waitForPanel, type Chromium } from './support/chromium';
import { waitForBadges } from './support/badges';
import { ALL, NEW } from './support/listing-browser';
import { ENTRIES, listingWeb } from './support/listings';
import { countHosts, settle, widthOfPage } from './support/look';
import { KNOWN } from './support/pages';
import { FIXTURE_WEB } from './support/web';

let chromium: Chromium;
afterEach(async () => {
  await chromium.close();
});

/** Evaluates in the service worker. */
const stored = () => Reflect.get(globalThis, 'chrome').storage.local.get();

/** Marks everything that the extension added, to distinguish it from what its next copy adds. */
const markOld = (page: Page) =>
  page.evaluate(() => {
    for (const each of document.querySelectorAll('*'))
      if (each.localName.startsWith('sidelight-')) each.setAttribute('data-old', '');
  });
const countOld = (page: Page) => page.evaluate(() => document.querySelectorAll('[data-old]').length);

/** Titles in the current panel: the previous one may disappear during the query. */
const countTitles = async (page: Page): Promise<number> => {
  const panel = await waitForPanel(page);
  return panel
    .getByRole('heading', { level: 1 })
    .count()
    .catch(() => 0);
};

describe('the extension', () => {
  beforeEach(async () => {
    chromium = await launchChromium();
  });

  test('removes its sidebar when it is reloaded under an open page, and returns to it', async () => {
    const page = await chromium.context.newPage();
    await page.goto(`https://arxiv.org/abs/${KNOWN.id}`);
    await waitForPanel(page);
    await markOld(page);
    const worker = await chromium.worker();
    await worker.evaluate(() => Reflect.get(globalThis, 'chrome').runtime.reload()).catch(() => undefined);
    await expect.poll(() => countOld(page)).toBe(0);
    await expect.poll(() => countTitles(page)).toBe(1);
    await expect.poll(() => widthOfPage(page)).toBe(1280 - 368);
    await settle(page);
    expect(await countHosts(page)).toBe(1);
    expect(await widthOfPage(page)).toBe(1280 - 368);

    await page.reload();
    await waitForPanel(page);
    expect(await countHosts(page)).toBe(1);
  });

  test('runs once however often its script is injected', async () => {
    const page = await chromium.context.newPage();
    await page.goto(`https://arxiv.org/abs/${KNOWN.id}`);
    await waitForPanel(page);
    const session = await chromium.context.newCDPSession(page);
    const contexts: { id: number; origin: string }[] = [];
    session.on('Runtime.executionContextCreated', ({ context }) => contexts.push(context));
    await session.send('Runtime.enable');
    const own = contexts.find(({ origin }) => origin.startsWith('chrome-extension:'));
    const worker = await chromium.worker();
    const script = await worker.evaluate(async () => (await fetch('/content-scripts/page.js')).text());
    for (let copy = 0; copy < 2; copy += 1) {
      await session.send('Runtime.evaluate', { expression: script, contextId: own?.id ?? 0 });
      await settle(page);
      expect(await countHosts(page)).toBe(1);
    }
    await waitForPanel(page);
    await expect.poll(() => widthOfPage(page)).toBe(1280 - 368);
    expect(page.frames().filter((frame) => frame.url().includes('/panel.html'))).toHaveLength(1);
  });
});

describe('the extension', () => {
  test('removes what it added when it is updated under open tabs, keeps the settings, and starts on them again', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sidelight-copy-'));
    cpSync(EXTENSION, folder, { recursive: true });
    chromium = await launchChromium({ extension: folder, web: listingWeb(ENTRIES, FIXTURE_WEB) });
    const open = async (address: string) => {
      const page = await chromium.context.newPage();
      await page.goto(address);
      return page;
    };
    const form = await open(`chrome-extension://${chromium.extensionId}/options.html`);
    await form.locator('input[value=handle]').nth(1).check();
    const listing = await open(NEW);
    await waitForBadges(listing, ALL);
    const paper = await open(`https://arxiv.org/abs/${KNOWN.id}`);
    await waitForPanel(paper);
    const worker = await chromium.worker();
    await expect.poll(() => worker.evaluate(stored)).toHaveProperty('settings');
    const before = await worker.evaluate(stored);
    await Promise.all([markOld(paper), markOld(listing)]);

    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, version: '99.0.0' }));
    await worker.evaluate(() => Reflect.get(globalThis, 'chrome').runtime.reload()).catch(() => undefined);
    await expect.poll(() => countOld(paper)).toBe(0);
    await expect.poll(() => countOld(listing)).toBe(0);
    await expect.poll(() => countTitles(paper)).toBe(1);
    await expect.poll(() => widthOfPage(paper)).toBe(1280 - 368);
    // The old scripts still receive events, but send nothing.
    await listing.bringToFront();
    await listing.mouse.wheel(0, 500);
    await listing.setViewportSize({ width: 900, height: 700 });
    await waitForBadges(listing, ALL);

    await listing.reload();
    await waitForBadges(listing, ALL);
    await paper.bringToFront();
    await paper.reload();
    await waitForPanel(paper).then((panel) => panel.getByRole('heading', { level: 1 }).waitFor());
    const version = async (): Promise<string> =>
      (await chromium.worker()).evaluate(
        () => Reflect.get(globalThis, 'chrome').runtime.getManifest().version,
      );
    await expect.poll(version).toBe('99.0.0');
    // All previous keys, and the news for the popup to show.
    await expect
      .poll(async () => (await chromium.worker()).evaluate(stored))
      .toEqual({ ...before, news: '99.0.0' });
    expect(faultsOf(chromium)).toEqual([]);
    rmSync(folder, { recursive: true, force: true });
  });
});
