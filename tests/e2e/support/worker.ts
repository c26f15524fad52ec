/** Controls the service worker like a browser, which may stop it at any moment. */
import type { Chromium } from './chromium';

/** Stops the service worker, as the browser does when it is idle; false if it was not running. */
export async function stopWorker({
  context,
  extensionId,
}: Pick<Chromium, 'context' | 'extensionId'>): Promise<boolean> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('The browser takes no protocol session');
  try {
    const { targetInfos } = await session.send('Target.getTargets');
    const target = targetInfos.find(
      ({ type, url }) => type === 'service_worker' && url.startsWith(`chrome-extension://${extensionId}/`),
    );
    if (!target) return false;
    const { success } = await session.send('Target.closeTarget', { targetId: target.targetId });
    return success;
  } finally {
    await session.detach();
  }
}

/** The toolbar badge of the tab at an address, read in an extension page. */
export async function badgeTextOf(chromium: Chromium, address: string): Promise<string> {
  const own = await chromium.context.newPage();
  try {
    // An extension page without a script.
    await own.goto(`chrome-extension://${chromium.extensionId}/manifest.json`);
    return await own.evaluate(async (url) => {
      const { action, tabs } = Reflect.get(globalThis, 'chrome');
      const [tab] = await tabs.query({ url: `${url}*` });
      return String(await action.getBadgeText({ tabId: tab.id }));
    }, address);
  } finally {
    await own.close();
  }
}
