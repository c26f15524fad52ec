/** A Chromium with the built extension in it, and the web that it sees. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type BrowserContext, type Frame, type Page, type Worker } from 'playwright-core';
import { CHROMIUM_SWITCHES, findBrowser } from '@/lib/cli/browsers';
import { closeWelcome } from '@/lib/cli/welcome-tab';
import { openDeadEnd } from './proxy';
import { CHROMIUM_OWN, hearOurScripts, hostOf, isOfPage, type Asked } from './requests';
import { FIXTURE_WEB, type Web } from './web';

export const EXTENSION = resolve('.output/chrome-mv3');

export interface Chromium {
  readonly context: BrowserContext;
  /** The host of the extension's pages. */
  readonly extensionId: string;
  /** Every request to the web, and whether a page of the web made it, or something of the extension may have. */
  readonly requests: readonly Asked[];
  /** Errors and console errors of pages and of our own contexts. */
  readonly errors: string[];
  worker(): Promise<Worker>;
  close(): Promise<void>;
}

export interface LaunchOptions {
  readonly web?: Web;
  readonly extension?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
  /** As set in the browser's settings, in pixels; absent where the user set none. */
  readonly minimumFontSize?: number;
  /** Playwright switches the back/forward cache off; this leaves it on. */
  readonly backForwardCache?: boolean;
  /** The web's pages load styles, scripts and pictures of their own; ours load none. */
  readonly pagesLoadFiles?: boolean;
}

/** Starts one. Nothing that the pages ask for leaves the machine: what `web` does not answer is not there. */
export async function launchChromium({
  web = FIXTURE_WEB,
  extension = EXTENSION,
  viewport = { width: 1280, height: 800 },
  colorScheme = 'light',
  minimumFontSize,
  backForwardCache = false,
  pagesLoadFiles = false,
}: LaunchOptions = {}): Promise<Chromium> {
  if (!existsSync(join(extension, 'manifest.json'))) throw new Error(`Nothing built at ${extension}`);
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error('No Chromium found');
  const deadEnd = await openDeadEnd();
  const profile = mkdtempSync(join(tmpdir(), 'sidelight-chromium-'));
  // Without developer mode Chromium switches an unpacked extension off when it is reloaded.
  mkdirSync(join(profile, 'Default'));
  // Nor may it connect to where it guesses that it will go next.
  const preferences = {
    extensions: { ui: { developer_mode: true } },
    net: { network_prediction_options: 2 },
    ...(minimumFontSize === undefined
      ? {}
      : { webkit: { webprefs: { minimum_font_size: minimumFontSize } } }),
  };
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    viewport,
    colorScheme,
    args: [
      ...CHROMIUM_SWITCHES,
      // What the interception below does not see, such as the toolbar's popup, runs into it and is noted.
      `--proxy-server=127.0.0.1:${deadEnd.port}`,
      '--proxy-bypass-list=<-loopback>',
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
    ],
    ...(backForwardCache ? { ignoreDefaultArgs: ['--disable-back-forward-cache'] } : {}),
  });

  context.setDefaultTimeout(20_000);
  const requests: Asked[] = [];
  const byScripts = hearOurScripts(context);
  await context.route(/^https?:/, async (route) => {
    const request = route.request();
    requests.push({ url: request.url(), from: isOfPage(request, pagesLoadFiles) ? 'page' : 'extension' });
    const answer = web(new URL(request.url()));
    if (!answer) return route.fulfill({ status: 404, contentType: 'text/plain', body: 'Not there' });
    return route.fulfill({ status: 200, ...answer, headers: { ...answer.headers } });
  });

  const errors: string[] = [];
  const listen = (page: Page): void => {
    page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.stack ?? error.message}`));
    page.on('console', (message) => {
      // A page's own missing files are none of ours.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        errors.push(`${message.location().url}: ${message.text()}`);
    });
  };
  context.on('page', listen);
  context.pages().forEach(listen);

  const worker = async (): Promise<Worker> =>
    context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const extensionId = new URL((await worker()).url()).host;
  await closeWelcome(context, extension);
  return {
    context,
    extensionId,
    get requests() {
      // To where tabs go anyway Chromium connects by itself as well, ahead of a click or for a tab that opens.
      const visited = new Set(requests.filter(({ from }) => from === 'page').map(({ url }) => hostOf(url)));
      const unseen = deadEnd.asked.filter((host) => !CHROMIUM_OWN.test(host) && !visited.has(host));
      return [...requests, ...byScripts, ...unseen.map((url) => ({ url, from: 'extension' }) as const)];
    },
    errors,
    worker,
    close: async () => {
      await context.close();
      deadEnd.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** What the extension must not have done in any run: asked the web for anything, or failed. */
export function faultsOf({ requests, errors }: Chromium): readonly string[] {
  const asked = requests.filter(({ from }) => from === 'extension').map(({ url }) => `asked for ${url}`);
  return [...asked, ...errors];
}

/** The panel's frame in a page's sidebar, or undefined where there is none. */
export function findPanel(page: Page): Frame | undefined {
  return page.frames().find((frame) => /^chrome-extension:\/\/[^/]+\/panel\.html/.test(frame.url()));
}

/** Waits for the panel's frame. */
export async function waitForPanel(page: Page, timeout = 20_000): Promise<Frame> {
  const frame =
    findPanel(page) ??
    (await page.waitForEvent('framenavigated', {
      predicate: (each) => each.url().includes('/panel.html'),
      timeout,
    }));
  await frame.waitForLoadState();
  return frame;
}
