/** A headless Chromium for the benches, with or without the extension, and with a stubbed web. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';
import { CHROMIUM_SWITCHES, ensureBrowser } from '@/lib/cli/browsers';
import { closeWelcome } from '@/lib/cli/welcome-tab';

/** Returns the response for a web address; undefined is a 404. */
export type BenchWeb = (
  url: URL,
  isNavigation: boolean,
) => { readonly contentType: string; readonly body: string | Buffer } | undefined;

/** A running browser with a function to close it. */
export interface BenchChromium {
  readonly context: BrowserContext;
  readonly close: () => Promise<void>;
}

/**
 * Starts Chromium with a temporary profile, which is deleted when it is closed; `switches` are additional
 * command line switches.
 */
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
