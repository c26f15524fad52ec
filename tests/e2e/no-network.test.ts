import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { EXTENSION, faultsOf, launchChromium, waitForPanel, type Chromium } from './support/chromium';
import { NEW } from './support/listing-browser';
import { ENTRIES, listingWeb } from './support/listings';
import { KNOWN } from './support/pages';
import { attachToTarget } from './support/target';
import { FIXTURE_WEB } from './support/web';

const ABSTRACT = `https://arxiv.org/abs/${KNOWN.id}`;
const WEB = listingWeb(ENTRIES, FIXTURE_WEB);

/** Each extension context with its script, or with the page that loads it. */
const CONTEXTS = {
  worker: 'background.js',
  'page-script': 'content-scripts/page.js',
  'second-stage': 'sidebar.js',
  'listing-script': 'content-scripts/listing.js',
  panel: 'panel.html',
  card: 'card.html',
  'first-view': 'first-view.js',
  popup: 'popup.html',
  options: 'options.html',
  sidepanel: 'sidepanel.html',
} as const;

/**
 * The script that an extension page loads first and no other page does. The popup's opening script, `first-view`, starts
 * the one that its page only names.
 */
function scriptOf(folder: string, file: string): string {
  if (file.endsWith('.js')) return file;
  const [, source = ''] =
    /(?:src|content)="\/(chunks\/[^"]+)"/.exec(readFileSync(join(folder, file), 'utf8')) ?? [];
  return source;
}

const addressFor = (name: string): string => `https://${name}.asked.example`;

/** A copy of the built extension in which every context tries to make a web request, by every method. */
function copyThatRequests(withPolicy: boolean): string {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-copy-'));
  cpSync(EXTENSION, folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const { content_security_policy: policy, ...manifest } = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(
    path,
    JSON.stringify(withPolicy ? { ...manifest, content_security_policy: policy } : manifest),
  );
  for (const [name, file] of Object.entries(CONTEXTS)) {
    appendFileSync(
      join(folder, scriptOf(folder, file)),
      `;fetch('${addressFor(name)}/fetched', { mode: 'no-cors' }).catch(() => undefined);
typeof document === 'object' && (new Image().src = '${addressFor(name)}/drawn');
navigator.sendBeacon?.('${addressFor(name)}/told');`,
    );
  }
  return folder;
}

/** Starts every context, as a user's day does. */
async function visitAll(chromium: Chromium): Promise<void> {
  const { context, extensionId } = chromium;
  const page = await context.newPage();
  await page.goto(ABSTRACT);
  await waitForPanel(page);
  await page.goto(NEW);
  const badge = page.locator('sidelight-badge').first();
  await badge.waitFor();
  const card = page.waitForEvent('framenavigated', (frame) => frame.url().includes('/card.html'));
  await badge.click();
  await card;
  const worker = await chromium.worker();
  await worker.evaluate(() => Reflect.get(globalThis, 'chrome').action.openPopup());
  const popup = await attachToTarget(context, '/popup.html');
  // It closes when another page comes to the front: its scripts must have run before.
  await vi.waitUntil(async () => (await popup.evaluate('document.title')) === 'Sidelight: search', {
    timeout: 40_000,
  });
  const own = await context.newPage();
  for (const name of ['options.html', 'sidepanel.html']) {
    await own.goto(`chrome-extension://${extensionId}/${name}`);
    await own.waitForTimeout(300);
  }
  await page.waitForTimeout(700);
}

const heardOf = (chromium: Chromium): ReadonlySet<string> =>
  new Set(
    chromium.requests
      .filter(({ from }) => from === 'extension')
      .map(({ url }) => /([\w-]+)\.asked\.example/.exec(url)?.[1] ?? url),
  );

describe.each([false, true])('the recorder of requests (on pages that load files: %s)', (pagesLoadFiles) => {
  let folder: string;
  let chromium: Chromium;
  beforeAll(async () => {
    folder = copyThatRequests(false);
    chromium = await launchChromium({ extension: folder, web: WEB, pagesLoadFiles });
    await visitAll(chromium);
  });
  afterAll(async () => {
    await chromium.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(Object.keys(CONTEXTS))('detects a copy whose %s asks the web', async (name) => {
    await expect.poll(() => [...heardOf(chromium)]).toContain(name);
  });
});

describe('the policy of the extension', () => {
  test('prevents requests of its own pages and worker, and reports them', async () => {
    const folder = copyThatRequests(true);
    const chromium = await launchChromium({ extension: folder, web: WEB });
    await visitAll(chromium);
    // Scripts on pages are subject to the page's policy; their requests are detected by the recorder.
    await expect
      .poll(() => heardOf(chromium))
      .toEqual(new Set(['page-script', 'second-stage', 'listing-script']));
    await expect.poll(() => chromium.errors.join('\n')).toContain('Content Security Policy');
    await chromium.close();
    rmSync(folder, { recursive: true, force: true });
  });
});

test('the extension itself makes no request in the same contexts, and its policy refuses nothing', async () => {
  const chromium = await launchChromium({ web: WEB });
  await visitAll(chromium);
  expect(chromium.requests.length).toBeGreaterThan(1);
  expect(faultsOf(chromium)).toEqual([]);
  await chromium.close();
});
