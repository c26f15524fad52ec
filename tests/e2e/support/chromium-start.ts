/** Starting a Chromium with an extension in it, and making one that was used as good as new. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Worker } from 'playwright-core';
import { CHROMIUM_SWITCHES, findBrowser } from '@/lib/cli/browsers';
import { closeWelcome } from '@/lib/cli/welcome-tab';
import { PROFILES_FOLDER } from './profiles-folder';
import { openDeadEnd } from './proxy';

/** What only a start can set. */
export interface StartOptions {
  /** The built extension's folder. */
  readonly extension: string;
  /** As set in the browser's settings, in pixels; absent where the user set none. */
  readonly minimumFontSize?: number | undefined;
  /** Playwright switches the back/forward cache off; this leaves it on. */
  readonly backForwardCache?: boolean | undefined;
}

/** A browser that runs. */
export interface Started {
  readonly context: BrowserContext;
  /** The host of the extension's pages. */
  readonly extensionId: string;
  /** Hosts that were asked for past the interception of requests, in order. */
  readonly askedUnseen: readonly string[];
  /** The service worker, once it runs. */
  worker(): Promise<Worker>;
  end(): Promise<void>;
}

/** Starts one, its welcome page closed. `prepare` is called before any page is opened. */
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
    // Without developer mode Chromium switches an unpacked extension off when it is reloaded.
    extensions: { ui: { developer_mode: true } },
    // Nor may it connect to where it guesses that it will go next.
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
      // What the interception does not see, such as the toolbar's popup, runs into it and is noted.
      `--proxy-server=127.0.0.1:${deadEnd.port}`,
      '--proxy-bypass-list=<-loopback>',
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
    ],
    ...(backForwardCache ? { ignoreDefaultArgs: ['--disable-back-forward-cache'] } : {}),
  });
  context.setDefaultTimeout(20_000);
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
