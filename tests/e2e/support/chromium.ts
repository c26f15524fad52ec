/** A Chromium with the built extension in it, and the web that it sees. */
import { resolve } from 'node:path';
import type { BrowserContext, Frame, Page, Worker } from 'playwright-core';
import { renewChromium } from './chromium-renew';
import { startChromium, type Started, type StartOptions } from './chromium-start';
import { CHROMIUM_OWN, hearOurScripts, hostOf, isOfPage, type Asked } from './requests';
import { FIXTURE_WEB, type Web } from './web';

export const EXTENSION = resolve('.output/chrome-mv3');

/** The web that one test file, or a part of it, sees. */
interface Surroundings {
  readonly web?: Web;
  /** The web's pages load styles, scripts and pictures of their own; ours load none. */
  readonly pagesLoadFiles?: boolean;
}

export interface Chromium {
  readonly context: BrowserContext;
  /** The host of the extension's pages. */
  readonly extensionId: string;
  /** Every request to the web, and whether a page of the web made it, or something of the extension may have. */
  readonly requests: readonly Asked[];
  /** Errors and console errors of pages and of our own contexts. */
  readonly errors: string[];
  worker(): Promise<Worker>;
  /** Makes it as good as new, all pages closed, for another test that needs a browser in which nothing happened. */
  renew(surroundings?: Surroundings): Promise<void>;
  /** Ends it, or leaves it to the next file. */
  close(): Promise<void>;
}

export interface LaunchOptions extends Surroundings, Partial<StartOptions> {
  /** What the test does to the browser cannot be undone: it has one of its own. */
  readonly isSpoiled?: boolean;
}

/** A browser, and what was seen in it since its present user took it. */
interface Watched extends Started {
  seen: {
    readonly web: Web;
    readonly pagesLoadFiles: boolean;
    readonly requests: Asked[];
    readonly errors: string[];
    /** How many hosts had been asked for past the interception before. */
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
      // A page's own missing files are none of ours.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        seen.errors.push(`${message.location().url}: ${message.text()}`);
    });
  };
  const started = await startChromium(options, async (context) => {
    hearOurScripts(context, (asked) => seen.requests.push(asked));
    // Nothing that the pages ask for leaves the machine: what `web` does not answer is not there.
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

/** Browsers of this process with the extension as it is built that nobody uses; files share a process. */
const idle: Watched[] = [];

/** One that an earlier file has left, as good as new; undefined where there is none, or it does not answer any more. */
async function takeIdle(surroundings: Surroundings): Promise<Watched | undefined> {
  const left = idle.pop();
  if (!left) return undefined;
  try {
    await renew(left, surroundings);
    return left;
  } catch (error) {
    // What an earlier file did to it is no fault of the next one.
    console.warn('A browser could not be made as good as new:', error);
    await left.end();
    return undefined;
  }
}

/** Gives a browser: one that an earlier file has left where nothing is asked for that only a start can set, or a new one. */
export async function launchChromium({
  web = FIXTURE_WEB,
  pagesLoadFiles = false,
  isSpoiled = false,
  extension = EXTENSION,
  ...rest
}: LaunchOptions = {}): Promise<Chromium> {
  const isShared = !isSpoiled && extension === EXTENSION && Object.keys(rest).length === 0;
  const surroundings = { web, pagesLoadFiles };
  const left = isShared ? await takeIdle(surroundings) : undefined;
  const watched = left ?? (await startWatched({ extension, ...rest }, surroundings));
  const { context, extensionId } = watched;
  return {
    context,
    extensionId,
    get requests() {
      const { requests, unseenBefore } = watched.seen;
      // To where tabs go anyway Chromium connects by itself as well, ahead of a click or for a tab that opens.
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
      if (isShared) idle.push(watched);
      else await watched.end();
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
