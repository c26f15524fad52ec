/** Resets a browser that a test file has used for the next file, which takes about half of the CPU time of a start. */
import type { BrowserContext, CDPSession } from 'playwright-core';
import { vi } from 'vitest';
import type { Started } from './chromium-start';
import { stopWorker } from './worker';

/** Closes the windows that Playwright does not know as pages: the toolbar popup, the side panel, or only one of them. */
export async function closeOwnWindows(
  context: BrowserContext,
  extensionId: string,
  pageName = '',
): Promise<void> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('The browser takes no protocol session');
  const { targetInfos } = await session.send('Target.getTargets');
  for (const { targetId, type, url } of targetInfos)
    if (type !== 'service_worker' && url.startsWith(`chrome-extension://${extensionId}/${pageName}`))
      await session.send('Target.closeTarget', { targetId });
  await session.detach();
}

/** Deletes everything that pages of an origin have stored. */
const forget = (session: CDPSession, origin: string, storageTypes = 'all'): Promise<unknown> =>
  session.send('Storage.clearDataForOrigin', { origin, storageTypes });

/** Whether the service worker is not the one that was marked as old; false while it starts and does not answer. */
const isWorkerNew = async (started: Started): Promise<boolean> =>
  (await started.worker()).evaluate(() => !('isOld' in globalThis)).catch(() => false);

/**
 * Closes all pages but an empty one, empties every storage of the extension and of the given sites, revokes
 * permissions, and stops the service worker, which also clears its memory; it is started again after `begin`.
 */
export async function renewChromium(
  started: Started,
  addresses: readonly string[],
  begin: () => void,
): Promise<void> {
  const { context, extensionId } = started;
  const ours = `chrome-extension://${extensionId}`;
  const blank = await context.newPage();
  for (const page of context.pages()) if (page !== blank) await page.close();
  await closeOwnWindows(context, extensionId);
  const session = await context.newCDPSession(blank);
  for (const origin of new Set(addresses.map((address) => new URL(address).origin)))
    await forget(session, origin);
  await forget(session, ours, 'indexeddb,local_storage,cache_storage');
  await context.clearCookies();
  await context.clearPermissions();
  // An extension page without a script.
  await blank.goto(`${ours}/manifest.json`);
  await blank.evaluate(async () => {
    const { local, session: ofSession, sync } = Reflect.get(globalThis, 'chrome').storage;
    for (const area of [local, ofSession, sync]) await area.clear();
  });
  await (await started.worker()).evaluate(() => Object.assign(globalThis, { isOld: true }));
  begin();
  await stopWorker(started);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.startWorker', { scopeURL: `${ours}/` });
  await vi.waitUntil(() => isWorkerNew(started), { timeout: 40_000 });
  await blank.goto('about:blank');
  await session.detach();
}
