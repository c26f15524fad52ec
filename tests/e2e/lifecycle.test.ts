import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { faultsOf, findPanel, launchChromium, waitForPanel, type Chromium } from './support/chromium';
import { countHosts, settle, widthOfPage } from './support/look';
import { KNOWN, OTHER } from './support/pages';

let chromium: Chromium;
beforeEach(async () => {
  chromium = await launchChromium();
});
afterEach(async () => {
  await chromium.close();
});

/** Ends the service worker as the browser does after a while. */
async function stopWorker({ context }: Chromium): Promise<void> {
  const worker = context.serviceWorkers()[0];
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const { targetInfos } = await session.send('Target.getTargets');
  const target = targetInfos.find(({ type, url }) => type === 'service_worker' && url === worker?.url());
  if (target) await session.send('Target.closeTarget', { targetId: target.targetId });
  await page.close();
}

describe('the service worker', () => {
  test('may be stopped at any moment and wakes when needed', async () => {
    const page = await chromium.context.newPage();
    await page.goto(`https://arxiv.org/abs/${KNOWN.id}`);
    await waitForPanel(page);
    await stopWorker(chromium);
    await settle(page);
    expect(await countHosts(page)).toBe(1);
    const panel = findPanel(page);
    await panel?.getByRole('heading', { name: 'Specialist vision-language models' }).waitFor();

    await page.goto(`https://arxiv.org/abs/${OTHER.id}`);
    await waitForPanel(page);
    const worker = await chromium.worker();
    await expect
      .poll(() =>
        worker.evaluate(async () => {
          const { action, tabs } = Reflect.get(globalThis, 'chrome');
          const [tab] = await tabs.query({ url: 'https://arxiv.org/*' });
          return action.getBadgeText({ tabId: tab.id });
        }),
      )
      .not.toBe('');
    expect(faultsOf(chromium)).toEqual([]);
  });
});

describe('the extension', () => {
  test('takes its sidebar along when it is reloaded under an open page', async () => {
    const page = await chromium.context.newPage();
    await page.goto(`https://arxiv.org/abs/${KNOWN.id}`);
    await waitForPanel(page);
    const worker = await chromium.worker();
    await worker.evaluate(() => Reflect.get(globalThis, 'chrome').runtime.reload()).catch(() => undefined);
    await expect.poll(() => countHosts(page), { timeout: 10_000 }).toBe(0);
    expect(await widthOfPage(page)).toBe(1280);
    expect(await page.evaluate(() => document.querySelectorAll('html > style').length)).toBe(0);

    // Reading on brings the new copy, once.
    await settle(page, 1000);
    await page.reload();
    await waitForPanel(page);
    expect(await countHosts(page)).toBe(1);
  });

  test('runs once however often its script does', async () => {
    const page = await chromium.context.newPage();
    await page.goto(`https://arxiv.org/abs/${KNOWN.id}`);
    await waitForPanel(page);
    const session = await chromium.context.newCDPSession(page);
    const contexts: { id: number; origin: string }[] = [];
    session.on('Runtime.executionContextCreated', ({ context }) => contexts.push(context));
    await session.send('Runtime.enable');
    const own = contexts.find(({ origin }) => origin.startsWith('chrome-extension:'));
    const worker = await chromium.worker();
    const script = await worker.evaluate(async () => (await fetch('/content-scripts/page.js')).text());
    for (let copy = 0; copy < 2; copy += 1) {
      await session.send('Runtime.evaluate', { expression: script, contextId: own?.id ?? 0 });
      await settle(page);
      expect(await countHosts(page)).toBe(1);
    }
    await waitForPanel(page);
    expect(await widthOfPage(page)).toBe(1280 - 368);
    expect(page.frames().filter((frame) => frame.url().includes('/panel.html'))).toHaveLength(1);
  });
});
