/** Starts a Chromium with an extension. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Worker } from 'playwright-core';
import { CHROMIUM_SWITCHES, findBrowser } from '@/lib/cli/browsers';
import { closeWelcome } from '@/lib/cli/welcome-tab';
import { PROFILES_FOLDER } from './profiles-folder';
import { openDeadEnd } from './proxy';

/** Options that can only be set at the start. */
export interface StartOptions {
  /** The folder of the built extension. */
  readonly extension: string;
  /** The minimum text size in the browser's settings, in pixels; absent if the user set none. */
  readonly minimumFontSize?: number | undefined;
  /** Playwright disables the back/forward cache; this leaves it enabled. */
  readonly backForwardCache?: boolean | undefined;
}

/** A running browser. */
export interface Started {
  readonly context: BrowserContext;
  /** The host of the extension's pages. */
  readonly extensionId: string;
  /** Hosts that were requested without passing the interception of requests, in order. */
  readonly askedUnseen: readonly string[];
  /** The service worker, once it runs. */
  worker(): Promise<Worker>;
  end(): Promise<void>;
}

/**
 * Slows pages down if `SLOW_PAGES` says how many times, and not the tests: what a test does between two steps of a page
 * that usually takes no time at all then shows.
 */
function slowDown(context: BrowserContext): void {
  const rate = Number(process.env['SLOW_PAGES'] ?? 1);
  if (!(rate > 1)) return;
  context.on('page', (page) => {
    void context
      .newCDPSession(page)
      .then((session) => session.send('Emulation.setCPUThrottlingRate', { rate }))
      // It may be closed by then.
      .catch(() => undefined);
  });
}

/** Starts one and closes its welcome page. `prepare` is called before any page is opened. */
export async function startChromium(
  { extension, minimumFontSize, backForwardCache = false }: StartOptions,
  prepare: (context: BrowserContext) => Promise<void>,
): Promise<Started> {
  if (!existsSync(join(extension, 'manifest.json'))) throw new Error(`Nothing built at ${extension}`);
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error('No Chromium found');
  const deadEnd = await openDeadEnd();
  const profile = mkdtempSync(join(process.env[PROFILES_FOLDER] ?? tmpdir(), 'sidelight-chromium-'));
  mkdirSync(join(profile, 'Default'));
  const preferences = {
    // Without developer mode Chromium disables an unpacked extension when it is reloaded.
    extensions: { ui: { developer_mode: true } },
    // It must not connect in advance to predicted destinations either.
    net: { network_prediction_options: 2 },
    ...(minimumFontSize === undefined
      ? {}
      : { webkit: { webprefs: { minimum_font_size: minimumFontSize } } }),
  };
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    viewport: { width: 1280, height: 800 },
    colorScheme: 'light',
    args: [
      ...CHROMIUM_SWITCHES,
      // Requests that the interception cannot see, such as those of the toolbar popup, reach this proxy and are
      // recorded.
      `--proxy-server=127.0.0.1:${deadEnd.port}`,
      '--proxy-bypass-list=<-loopback>',
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
    ],
    ...(backForwardCache ? { ignoreDefaultArgs: ['--disable-back-forward-cache'] } : {}),
  });
  context.setDefaultTimeout(40_000);
  slowDown(context);
  await prepare(context);
  const worker = async (): Promise<Worker> =>
    context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const extensionId = new URL((await worker()).url()).host;
  await closeWelcome(context, extension);
  return {
    context,
    extensionId,
    askedUnseen: deadEnd.asked,
    worker,
    end: async () => {
      await context.close();
      deadEnd.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
