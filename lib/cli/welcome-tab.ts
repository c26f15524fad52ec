/** Closes the page that Sidelight opens when it is installed, for scripts that drive a browser. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';

/** How long a busy machine may take until the page is open, in milliseconds. */
const PATIENCE = 30_000;

const isWelcome = (page: Page): boolean => page.url().endsWith('/welcome.html');

/**
 * Waits until the extension of this folder, just installed, has opened its welcome page, and closes it: opened
 * later, it would take the place of the tab that is looked at. Nothing to do where the folder has no such page.
 */
export async function closeWelcome(context: BrowserContext, extension: string): Promise<void> {
  if (!existsSync(join(extension, 'welcome.html'))) return;
  const end = Date.now() + PATIENCE;
  for (;;) {
    const welcome = context.pages().find(isWelcome);
    if (welcome) return welcome.close();
    if (Date.now() > end) throw new Error('The welcome page did not open');
    await new Promise((resume) => setTimeout(resume, 25));
  }
}
