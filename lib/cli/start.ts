/** `npm start`: builds the extension and opens it in a browser on a paper of the catalogue. */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { launch, TargetType, type Browser, type Page } from 'puppeteer-core';
import { CHROMIUM_SWITCHES, ensureBrowser } from './browsers';
import { readOptions } from './usage-error';
import { DEMO_ID, demoAbstractPage, readRecord } from '@/lib/cli/demo/page';

const ADDRESS = `https://arxiv.org/abs/${DEMO_ID}`;
const EXTENSION = resolve('.output/chrome-mv3');
const SHOTS = resolve('.output/screenshots');

/** Whether the real page responds within a few seconds. */
async function isOnline(): Promise<boolean> {
  try {
    return (await fetch(ADDRESS, { method: 'HEAD', signal: AbortSignal.timeout(5000) })).ok;
  } catch {
    // Offline or too slow: the demo page is served instead.
    return false;
  }
}

/** Whether a window can be opened. */
function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

/** Serves the demo page for the site's addresses, and 404 for every other request. */
async function serveDemoPage(page: Page): Promise<void> {
  const body = demoAbstractPage(readRecord(DEMO_ID));
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (!url.protocol.startsWith('http')) return void request.continue();
    const isDocument = request.isNavigationRequest() && url.hostname === 'arxiv.org';
    return void request.respond(
      isDocument
        ? { status: 200, contentType: 'text/html; charset=utf-8', body }
        : { status: 404, contentType: 'text/plain', body: '' },
    );
  });
}

/**
 * A sidebar may be replaced by another, since a newly installed extension also runs its scripts in open tabs.
 */
const SIDEBARS = 3;

/** Waits until the panel shows a paper. Throws if it never does. */
async function waitForPanel(page: Page): Promise<void> {
  for (let left = SIDEBARS; ; left -= 1) {
    const panel = await page.waitForFrame((frame) => frame.url().includes('/panel.html'));
    try {
      await panel.waitForSelector('h1');
      return;
    } catch (error) {
      // The frame was removed while we waited; its replacement is about to load.
      if (!panel.detached || left <= 1) throw error;
    }
  }
}

/** Takes screenshots, for machines without a display. */
async function takeShots(browser: Browser, page: Page): Promise<void> {
  mkdirSync(SHOTS, { recursive: true });
  const worker = await browser.waitForTarget((target) => target.type() === TargetType.SERVICE_WORKER);
  await waitForPanel(page);
  await page.screenshot({ path: resolve(SHOTS, 'sidebar.png') });
  const popup = await browser.newPage();
  await popup.setViewport({ width: 460, height: 600 });
  await popup.goto(new URL('/popup.html', worker.url()).href);
  await popup.waitForSelector('[role=option]');
  await popup.screenshot({ path: resolve(SHOTS, 'popup.png') });
  console.log(`No display: wrote ${resolve(SHOTS, 'sidebar.png')} and ${resolve(SHOTS, 'popup.png')}`);
}

async function start(): Promise<number> {
  const found = ensureBrowser('chromium');
  if (!found.ok) {
    console.error(found.message);
    return 1;
  }
  const { status } = spawnSync('wxt', ['build'], { stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) return status ?? 1;

  const [online, display] = [await isOnline(), hasDisplay()];
  const isRoot = process.getuid?.() === 0;
  const browser = await launch({
    executablePath: found.path,
    headless: !display,
    defaultViewport: display ? null : { width: 1280, height: 800 },
    // Current versions of Chrome and Edge only load extensions through the pipe.
    pipe: true,
    enableExtensions: [EXTENSION],
    ignoreDefaultArgs: ['--enable-automation'],
    args: CHROMIUM_SWITCHES.filter((name) => name !== '--no-sandbox' || isRoot),
  });
  const page = (await browser.pages())[0] ?? (await browser.newPage());
  if (!online) await serveDemoPage(page);
  // The welcome page opens in the foreground after the installation; wait for it, then bring the paper to the
  // front.
  await browser.waitForTarget((target) => target.url().endsWith('/welcome.html'));
  await page.goto(ADDRESS, { waitUntil: 'domcontentloaded' });
  await page.bringToFront();
  console.log(online ? `Opened ${ADDRESS}` : `No network: opened a demo page at ${ADDRESS}`);
  if (display) {
    console.log('Close the browser to end.');
    await new Promise((end) => browser.once('disconnected', end));
  } else {
    await takeShots(browser, page);
    await browser.close();
  }
  return 0;
}

readOptions({}, 'usage: npm start');
process.exitCode = await start();
