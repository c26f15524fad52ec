/** Closes the welcome page that opens after installation, for scripts that control a browser. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';

/** How long opening the page may take on a busy machine, in milliseconds. */
const TIMEOUT = 30_000;

const isWelcome = (page: Page): boolean => page.url().endsWith('/welcome.html');

/**
 * Waits for the welcome page of an extension that was just installed, and closes it: if it opened later, it
 * would cover the tab under test. Does nothing if the extension's folder has no such page.
 */
export async function closeWelcome(context: BrowserContext, extension: string): Promise<void> {
  if (!existsSync(join(extension, 'welcome.html'))) return;
  const end = Date.now() + TIMEOUT;
  for (;;) {
    const welcome = context.pages().find(isWelcome);
    if (welcome) return welcome.close();
    if (Date.now() > end) throw new Error('The welcome page did not open');
    await new Promise((resume) => setTimeout(resume, 25));
  }
}
