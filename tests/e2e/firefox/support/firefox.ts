/** A Firefox with the built extension, and the web that it gets. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { launch, type Frame, type HTTPRequest, type Page } from 'puppeteer-core';
import { findBrowser } from '@/lib/cli/browsers';
import { FIXTURE_WEB, type Web } from '../../support/web';
import { findBrowserWindow, type BrowserWindow } from './browser-window';
import { withoutPacks } from '../../support/extension-copy';
import { openDeadEnd } from '../../support/proxy';

/** The folder of the build that is tested. */
export const EXTENSION = resolve('.output/firefox-mv2');
/** The id in the manifest (`wxt.config.ts`). */
export const EXTENSION_ID = '{085cb011-a1cd-46f4-8cbe-fd18d6d4bfef}';
/**
 * The prefix of the extension's element ids in the browser's window, as Firefox makes it
 * (ExtensionCommon.makeWidgetId).
 */
export const WIDGET_ID = EXTENSION_ID.toLowerCase().replaceAll(/[^a-z0-9_-]/g, '_');
/** Firefox generates a random one for every profile; ours is fixed, so that the addresses of the pages are known. */
const UUID = '6b1a0b5e-57cb-4d5a-9c52-0c7c55a7f001';
/** Origin of the extension's pages. */
export const ORIGIN = `moz-extension://${UUID}`;

/** A running Firefox with the extension and the web of a test. */
export interface Firefox {
  readonly window: BrowserWindow;
  /** A tab that shows the test's web. */
  openTab(): Promise<Page>;
  /** A tab that shows one of the extension's pages. */
  openOwn(pageName: string): Promise<Page>;
  install(folder: string): Promise<void>;
  uninstall(): Promise<void>;
  /** Requests other than a page's own navigation: web addresses, or hosts. */
  outgoing(): readonly string[];
  /** What Firefox's console reports about the extension: errors and policy violations. */
  faults(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Requests that Firefox itself makes regardless of its preferences. */
const FIREFOX_OWN = /(?:^|\.)(?:mozilla\.(?:com|net|org)|firefox\.com|mozgcp\.net)(?::\d+)?$/;

/** Messages of Firefox that are not errors. */
const MENTIONS = [
  // Copying from a frame needs no permission, and Firefox reports that it does not know the one asked for.
  /Skipping unsupported feature name “clipboard-write”/,
  // The receiver of an answer is gone if the user has gone to another page meanwhile.
  /Promise (?:resolved|rejected) (?:after context unloaded|while context is inactive)/,
  // A page that is left before it has started has no doctype yet.
  /This page is in Quirks Mode/,
];

const QUIET = {
  'extensions.webextensions.uuids': JSON.stringify({ [EXTENSION_ID]: UUID }),
  'services.settings.server': 'data:,#none',
  'browser.safebrowsing.downloads.remote.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'app.normandy.enabled': false,
  'toolkit.telemetry.enabled': false,
  'sidebar.revamp': false,
};

/** The response to a request of a page that was left meanwhile: the request no longer exists. */
const isGone = (): undefined => undefined;

/**
 * Starts one. Requests of pages are answered by `web`; all others end in a proxy that leads nowhere, and are
 * recorded.
 */
export async function launchFirefox({
  web = FIXTURE_WEB,
  hasPacks = true,
  inPrivateWindows = false,
  downloads,
}: {
  readonly web?: Web;
  /** Whether the extension has the packs that ship; true by default. */
  readonly hasPacks?: boolean;
  /** Whether the extension may run in private windows, which a user can allow. */
  readonly inPrivateWindows?: boolean;
  /** The folder for downloads; by default the user's own. */
  readonly downloads?: string;
} = {}): Promise<Firefox> {
  if (!existsSync(join(EXTENSION, 'manifest.json'))) throw new Error(`Nothing built at ${EXTENSION}`);
  const executablePath = findBrowser('firefox');
  if (!executablePath) throw new Error('No Firefox found');
  const deadEnd = await openDeadEnd();
  const { port } = deadEnd;
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    timeout: 120_000,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      ...QUIET,
      ...(downloads && { 'browser.download.folderList': 2, 'browser.download.dir': downloads }),
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': port,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': port,
    },
  });
  const window = await findBrowserWindow(browser);
  if (inPrivateWindows)
    await window.evaluate(`ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs')
      .ExtensionPermissions.add('${EXTENSION_ID}', { permissions: ['internal:privateBrowsingAllowed'], origins: [] })`);
  await browser.installExtension(hasPacks ? EXTENSION : withoutPacks(EXTENSION));

  const asked: string[] = [];
  const answer = (page: Page, request: HTTPRequest): void => {
    const address = request.url();
    if (!/^https?:/.test(address)) return void request.continue().catch(isGone);
    const isOwnNavigation = request.isNavigationRequest() && request.frame() === page.mainFrame();
    if (!isOwnNavigation && !address.endsWith('/favicon.ico')) asked.push(address);
    const found = web(new URL(address));
    const { status = 200, contentType = 'text/plain', headers = {}, body = '' } = found ?? { status: 404 };
    void request.respond({ status, contentType, headers, body }).catch(isGone);
  };

  return {
    window,
    openTab: async () => {
      const page = await browser.newPage();
      page.setDefaultTimeout(80_000);
      await page.setViewport({ width: 1280, height: 800 });
      await page.setRequestInterception(true);
      page.on('request', (request) => answer(page, request));
      return page;
    },
    openOwn: async (pageName) => {
      const page = await browser.newPage();
      // The protocol never reports that such a page has loaded.
      void page.goto(`${ORIGIN}/${pageName}`).catch(() => undefined);
      await waitFor(() =>
        page.evaluate(() => document.readyState === 'complete' && location.href !== 'about:blank'),
      );
      return page;
    },
    install: async (folder) => void (await browser.installExtension(folder)),
    uninstall: () => browser.uninstallExtension(EXTENSION_ID),
    outgoing: () => [...asked, ...deadEnd.asked.filter((host) => !FIREFOX_OWN.test(host))],
    faults: async () => {
      const messages = await window.evaluate(
        `JSON.stringify(Services.console.getMessageArray().map(String).filter((text) => text.includes('${ORIGIN}')))`,
      );
      const all: unknown = JSON.parse(String(messages));
      if (!Array.isArray(all)) throw new Error('The console gave no list');
      return all.map(String).filter((text) => !MENTIONS.some((mention) => mention.test(text)));
    },
    close: async () => {
      await browser.close();
      deadEnd.close();
    },
  };
}

/** Repeats a check until its result is neither false nor empty. */
export async function waitFor<T>(ask: () => Promise<T>, patience = 40_000): Promise<NonNullable<T>> {
  const end = Date.now() + patience;
  for (;;) {
    const answer = await ask().catch(() => undefined);
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`Waited ${patience} ms in vain for ${String(ask)}`);
    await new Promise((resume) => setTimeout(resume, 100));
  }
}

/**
 * The frames on a page that show one of the extension's pages. The protocol does not report their address, so they are
 * queried; and it may go on to list a frame of the document before.
 */
async function findOwnFrames(page: Page, pageName: string): Promise<Frame[]> {
  const own: Frame[] = [];
  for (const frame of page.frames().slice(1)) {
    const address = await frame.evaluate(() => location.href).catch(() => '');
    if (address.startsWith(`${ORIGIN}/${pageName}`)) own.push(frame);
  }
  return own;
}

/** The panel's frame on a page, the newest if there are several. */
export const findOwnFrame = async (page: Page): Promise<Frame | undefined> =>
  (await findOwnFrames(page, 'panel.html')).at(-1);

/** The frame that shows one of the extension's pages, once it contains this text. */
export async function waitForOwnFrame(page: Page, text: string, pageName = 'panel.html'): Promise<Frame> {
  return waitFor(async () => {
    for (const frame of (await findOwnFrames(page, pageName)).toReversed()) {
      const shown = await frame.evaluate(() => document.body.innerText).catch(() => '');
      if (shown.includes(text)) return frame;
    }
    return undefined;
  });
}
