/** A Chromium with the built extension, and the web that it gets. */
import { resolve } from 'node:path';
import type { BrowserContext, Frame, Page, Worker } from 'playwright-core';
import { vi } from 'vitest';
import { renewChromium } from './chromium-renew';
import { startChromium, type Started, type StartOptions } from './chromium-start';
import { withoutPacks } from './extension-copy';
import { CHROMIUM_OWN, hearOurScripts, hostOf, isOfPage, type Asked } from './requests';
import { FIXTURE_WEB, type Web } from './web';

/** The built extension with the packs that ship. */
export const EXTENSION = resolve('.output/chrome-mv3');

/** The web of one test file, or of a part of it. */
interface Surroundings {
  readonly web?: Web;
  /** The web's pages load styles, scripts and pictures of their own; our test pages load none. */
  readonly pagesLoadFiles?: boolean;
}

/** A running Chromium with the extension and the web of a test. */
export interface Chromium {
  readonly context: BrowserContext;
  /** The host of the extension's pages. */
  readonly extensionId: string;
  /** Every request to the web, and whether it was made by a page of the web or possibly by the extension. */
  readonly requests: readonly Asked[];
  /** Errors and console errors of pages and of extension contexts. */
  readonly errors: string[];
  worker(): Promise<Worker>;
  /** Resets the browser and closes all pages, for another test that needs a browser without history. */
  renew(surroundings?: Surroundings): Promise<void>;
  /** Closes it, or keeps it for the next file. */
  close(): Promise<void>;
}

/** What a test asks of its browser. */
export interface LaunchOptions extends Surroundings, Partial<StartOptions> {
  /** Whether the built extension has the packs that ship; true by default. */
  readonly hasPacks?: boolean;
  /** The test changes the browser irreversibly, so it gets one of its own. */
  readonly isChangedForGood?: boolean;
}

/** A browser, and what was recorded since its present user got it. */
interface Watched extends Started {
  seen: {
    readonly web: Web;
    readonly pagesLoadFiles: boolean;
    readonly requests: Asked[];
    readonly errors: string[];
    /** The number of recorded hosts before that. */
    readonly unseenBefore: number;
  };
}

const begin = ({ web = FIXTURE_WEB, pagesLoadFiles = false }: Surroundings, unseenBefore = 0) => ({
  web,
  pagesLoadFiles,
  requests: [],
  errors: [],
  unseenBefore,
});

async function startWatched(options: StartOptions, surroundings: Surroundings): Promise<Watched> {
  let seen: Watched['seen'] = begin(surroundings);
  const listen = (page: Page): void => {
    page.on('pageerror', (error) => seen.errors.push(`${page.url()}: ${error.stack ?? error.message}`));
    page.on('console', (message) => {
      // A page's own missing files are not errors of the extension.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        seen.errors.push(`${message.location().url}: ${message.text()}`);
    });
  };
  const started = await startChromium(options, async (context) => {
    hearOurScripts(context, (asked) => seen.requests.push(asked));
    // No request of a page leaves the machine: what `web` does not answer is not found.
    await context.route(/^https?:/, async (route) => {
      const request = route.request();
      const from = isOfPage(request, seen.pagesLoadFiles) ? 'page' : 'extension';
      seen.requests.push({ url: request.url(), from });
      const answer = seen.web(new URL(request.url()));
      if (!answer) return route.fulfill({ status: 404, contentType: 'text/plain', body: 'Not there' });
      return route.fulfill({ status: 200, ...answer, headers: { ...answer.headers } });
    });
    context.on('page', listen);
    context.pages().forEach(listen);
  });
  return {
    ...started,
    get seen() {
      return seen;
    },
    set seen(next) {
      seen = next;
    },
  };
}

async function renew(watched: Watched, surroundings: Surroundings): Promise<void> {
  await renewChromium(
    watched,
    watched.seen.requests.map(({ url }) => url),
    () => {
      watched.seen = begin(surroundings, watched.askedUnseen.length);
    },
  );
}

/** Unused browsers of this process, with their extension's folders; files share a process. */
const idle: { readonly extension: string; readonly left: Watched }[] = [];

/** A browser from an earlier file, reset; undefined if there is none, or if it no longer answers. */
async function takeIdle(extension: string, surroundings: Surroundings): Promise<Watched | undefined> {
  const last = idle.pop();
  if (!last) return undefined;
  const { left } = last;
  // It has another extension; running next to the required one it would cost time and memory.
  if (last.extension !== extension) {
    await left.end();
    return undefined;
  }
  try {
    await renew(left, surroundings);
    return left;
  } catch (error) {
    // Effects of an earlier file are not errors of the next one.
    console.warn('A browser could not be made as good as new:', error);
    await left.end();
    return undefined;
  }
}

/** Provides a browser: one from an earlier file, or a new one if an option requires a start. */
export async function launchChromium({
  web = FIXTURE_WEB,
  pagesLoadFiles = false,
  isChangedForGood = false,
  hasPacks = true,
  extension = hasPacks ? EXTENSION : withoutPacks(EXTENSION),
  ...rest
}: LaunchOptions = {}): Promise<Chromium> {
  const isBuilt = extension === EXTENSION || !hasPacks;
  const isShared = !isChangedForGood && isBuilt && Object.keys(rest).length === 0;
  const surroundings = { web, pagesLoadFiles };
  const left = isShared ? await takeIdle(extension, surroundings) : undefined;
  const watched = left ?? (await startWatched({ extension, ...rest }, surroundings));
  const { context, extensionId } = watched;
  return {
    context,
    extensionId,
    get requests() {
      const { requests, unseenBefore } = watched.seen;
      // Chromium also connects by itself to the destinations of tabs, before a click or for a tab that opens.
      const visited = new Set(requests.filter(({ from }) => from === 'page').map(({ url }) => hostOf(url)));
      const unseen = watched.askedUnseen
        .slice(unseenBefore)
        .filter((host) => !CHROMIUM_OWN.test(host) && !visited.has(host));
      return [...requests, ...unseen.map((url) => ({ url, from: 'extension' }) as const)];
    },
    get errors() {
      return watched.seen.errors;
    },
    worker: () => watched.worker(),
    renew: (next = surroundings) => renew(watched, next),
    close: async () => {
      if (isShared) idle.push({ extension, left: watched });
      else await watched.end();
    },
  };
}

/** What the extension must not do in any run: make a web request, or fail. */
export function faultsOf({ requests, errors }: Chromium): readonly string[] {
  const asked = requests.filter(({ from }) => from === 'extension').map(({ url }) => `asked for ${url}`);
  return [...asked, ...errors];
}

/** The panel's frame in a page's sidebar, or undefined if there is none. */
export function findPanel(page: Page): Frame | undefined {
  return page.frames().find((frame) => /^chrome-extension:\/\/[^/]+\/panel\.html/.test(frame.url()));
}

/** Waits for the panel's frame to load; one that is replaced meanwhile is not returned. */
export async function waitForPanel(page: Page): Promise<Frame> {
  const find = async (): Promise<Frame> => {
    const frame = findPanel(page);
    await frame?.waitForLoadState();
    if (!frame || frame !== findPanel(page)) throw new Error(`No panel at ${page.url()}`);
    return frame;
  };
  return vi.waitFor(find, { timeout: 40_000 });
}
