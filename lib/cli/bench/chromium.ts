/** A Chromium for the benches: headless, with one extension or none, seeing nothing but what it is given. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';
import { CHROMIUM_SWITCHES, ensureBrowser } from '@/lib/cli/browsers';
import { closeWelcome } from '@/lib/cli/welcome-tab';

/** What stands at an address of the web; undefined: nothing. */
export type BenchWeb = (
  url: URL,
  isNavigation: boolean,
) => { readonly contentType: string; readonly body: string | Buffer } | undefined;

/** A running browser and the way to end it. */
export interface BenchChromium {
  readonly context: BrowserContext;
  readonly close: () => Promise<void>;
}

/** Starts one with a profile of its own, which goes with it; `switches` are Chromium's, on top of the usual. */
export async function launchChromium(
  extension: string | undefined,
  web: BenchWeb,
  switches: readonly string[] = [],
): Promise<BenchChromium> {
  const found = ensureBrowser('chromium');
  if (!found.ok) throw new Error(found.message);
  const profile = mkdtempSync(join(tmpdir(), 'sidelight-bench-'));
  const folder = extension === undefined ? [] : [resolve(extension)];
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: found.path,
    viewport: { width: 1280, height: 800 },
    args: [
      ...CHROMIUM_SWITCHES,
      ...switches,
      ...folder.flatMap((path) => [`--disable-extensions-except=${path}`, `--load-extension=${path}`]),
    ],
  });
  await context.route(/^https?:/, (route) => {
    const answer = web(new URL(route.request().url()), route.request().isNavigationRequest());
    return route.fulfill(answer ?? { status: 404, contentType: 'text/plain', body: '' });
  });
  if (extension !== undefined) await closeWelcome(context, resolve(extension));
  return {
    context,
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
