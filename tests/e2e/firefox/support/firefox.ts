/** A Firefox with the built extension in it, and the web that it sees. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { launch, type Frame, type HTTPRequest, type Page } from 'puppeteer-core';
import { findBrowser } from '@/lib/cli/browsers';
import { FIXTURE_WEB, type Web } from '../../support/web';
import { findBrowserWindow, type BrowserWindow } from './browser-window';
import { openDeadEnd } from '../../support/proxy';

export const EXTENSION = resolve('.output/firefox-mv2');
/** As in the manifest (`wxt.config.ts`). */
export const EXTENSION_ID = '{085cb011-a1cd-46f4-8cbe-fd18d6d4bfef}';
/**
 * What the ids of its elements in the browser's window begin with, as Firefox makes them
 * (ExtensionCommon.makeWidgetId).
 */
export const WIDGET_ID = EXTENSION_ID.toLowerCase().replaceAll(/[^a-z0-9_-]/g, '_');
/** Firefox draws one at random for every profile; ours is fixed, so that the pages have known addresses. */
const UUID = '6b1a0b5e-57cb-4d5a-9c52-0c7c55a7f001';
export const ORIGIN = `moz-extension://${UUID}`;

export interface Firefox {
  readonly window: BrowserWindow;
  /** A tab that shows the web of the test. */
  openTab(): Promise<Page>;
  /** A tab that shows one of our own pages. */
  openOwn(pageName: string): Promise<Page>;
  install(folder: string): Promise<void>;
  uninstall(): Promise<void>;
  /** What went out without being a page's own navigation: addresses of the web, or hosts. */
  outgoing(): readonly string[];
  /** What Firefox's own console holds against our extension: errors, refused by policy. */
  faults(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Firefox asks these by itself, whatever we switch off. */
const FIREFOX_OWN = /(?:^|\.)(?:mozilla\.(?:com|net|org)|firefox\.com|mozgcp\.net)(?::\d+)?$/;

/** What Firefox mentions and is no fault. */
const MENTIONS = [
  // It needs no permission to copy from a frame, and says that it knows of none.
  /Skipping unsupported feature name “clipboard-write”/,
  // The caller has gone when the answer comes: the user went to another page meanwhile.
  /Promise (?:resolved|rejected) (?:after context unloaded|while context is inactive)/,
  // A page that is left before it has begun has no doctype yet.
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

/** The answer to a request of a page that was left meanwhile: it is no longer there to be answered. */
const isGone = (): undefined => undefined;

/** Starts one. What a page asks for is answered by `web`; all else runs into a dead end, and is noted. */
export async function launchFirefox({
  web = FIXTURE_WEB,
  inPrivateWindows = false,
  downloads,
}: {
  readonly web?: Web;
  /** The extension may run in private windows, as a user can allow it to. */
  readonly inPrivateWindows?: boolean;
  /** The folder into which files are saved; without one, the user's own. */
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
  await browser.installExtension(EXTENSION);

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

/** Asks until the answer is neither false nor empty. */
export async function waitFor<T>(ask: () => Promise<T>, patience = 20_000): Promise<NonNullable<T>> {
  const end = Date.now() + patience;
  for (;;) {
    const answer = await ask().catch(() => undefined);
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`Waited ${patience} ms in vain for ${String(ask)}`);
    await new Promise((resume) => setTimeout(resume, 100));
  }
}

/** A frame in a page that shows one of our own. The protocol tells no address of it, so the frames are asked. */
export async function findOwnFrame(page: Page, pageName = 'panel.html'): Promise<Frame | undefined> {
  for (const frame of page.frames().slice(1)) {
    const address = await frame.evaluate(() => location.href).catch(() => '');
    if (address.startsWith(`${ORIGIN}/${pageName}`)) return frame;
  }
  return undefined;
}

/** That frame, once it says this. */
export async function waitForOwnFrame(page: Page, text: string, pageName = 'panel.html'): Promise<Frame> {
  return waitFor(async () => {
    const frame = await findOwnFrame(page, pageName);
    const shown = await frame?.evaluate(() => document.body.innerText);
    return shown?.includes(text) ? frame : undefined;
  });
}
