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

/** Runs in the worker. */
const stored = () => Reflect.get(globalThis, 'chrome').storage.local.get();

/** Marks all that the extension added, so that it is told apart from what its next copy adds. */
const markOld = (page: Page) =>
  page.evaluate(() => {
    for (const each of document.querySelectorAll('*'))
      if (each.localName.startsWith('sidelight-')) each.setAttribute('data-old', '');
  });
const countOld = (page: Page) => page.evaluate(() => document.querySelectorAll('[data-old]').length);

/** Of the panel that stands there now: the former one goes while this looks. */
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

  test('takes its sidebar along when it is reloaded under an open page, and comes back to it', async () => {
    const page = await chromium.context.newPage();
    await page.goto(`https://arxiv.org/abs/${KNOWN.id}`);
    await waitForPanel(page);
    await markOld(page);
    const worker = await chromium.worker();
    await worker.evaluate(() => Reflect.get(globalThis, 'chrome').runtime.reload()).catch(() => undefined);
    await expect.poll(() => countOld(page)).toBe(0);
    await expect.poll(() => countTitles(page)).toBe(1);
    await settle(page);
    expect(await countHosts(page)).toBe(1);
    expect(await widthOfPage(page)).toBe(1280 - 368);

    await page.reload();
    await waitForPanel(page);
    expect(await countHosts(page)).toBe(1);
  });

  test('runs once however often its script does', async () => {
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
    expect(await widthOfPage(page)).toBe(1280 - 368);
    expect(page.frames().filter((frame) => frame.url().includes('/panel.html'))).toHaveLength(1);
  });
});

describe('the extension', () => {
  test('updated under open tabs takes along what it added, keeps what was set, and serves them again', async () => {
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
    const before = await worker.evaluate(stored);
    await Promise.all([markOld(paper), markOld(listing)]);
    expect(before).toHaveProperty('settings');

    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, version: '99.0.0' }));
    await worker.evaluate(() => Reflect.get(globalThis, 'chrome').runtime.reload()).catch(() => undefined);
    await expect.poll(() => countOld(paper), { timeout: 30_000 }).toBe(0);
    await expect.poll(() => countOld(listing), { timeout: 30_000 }).toBe(0);
    await expect.poll(() => countTitles(paper)).toBe(1);
    expect(await widthOfPage(paper)).toBe(1280 - 368);
    // Whatever the old scripts still hear, they say nothing.
    await listing.bringToFront();
    await listing.mouse.wheel(0, 500);
    await listing.setViewportSize({ width: 900, height: 700 });
    await waitForBadges(listing, ALL);

    await listing.reload();
    await waitForBadges(listing, ALL);
    await paper.bringToFront();
    await paper.reload();
    await waitForPanel(paper).then((panel) => panel.getByRole('heading', { level: 1 }).waitFor());
    const next = await chromium.worker();
    expect(await next.evaluate(() => Reflect.get(globalThis, 'chrome').runtime.getManifest().version)).toBe(
      '99.0.0',
    );
    // All that was, and the news for the popup to tell.
    expect(await next.evaluate(stored)).toEqual({ ...before, news: '99.0.0' });
    expect(faultsOf(chromium)).toEqual([]);
    rmSync(folder, { recursive: true, force: true });
  });
});
