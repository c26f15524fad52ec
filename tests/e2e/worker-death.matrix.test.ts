import * as fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { SETTINGS_VERSION } from '@/lib/extension/settings/stored';
import { waitForBadges } from './support/badges';
import { faultsOf, findPanel, launchChromium, type Chromium } from './support/chromium';
import { ALL, NEW } from './support/listing-browser';
import { ENTRIES, listingWeb } from './support/listings';
import { countHosts, handleCentre, settle, widthOfPage } from './support/look';
import { IS_FULL } from './support/matrix';
import { catalogueTitle, KNOWN, OTHER, UNKNOWN, type FakePaper } from './support/pages';
import { FIXTURE_WEB } from './support/web';
import { badgeTextOf, stopWorker } from './support/worker';

const addressOf = ({ id }: FakePaper): string => `https://arxiv.org/abs/${id}`;

let chromium: Chromium;
let page: Page;
beforeAll(async () => {
  chromium = await launchChromium({ hasPacks: IS_FULL, web: listingWeb(ENTRIES, FIXTURE_WEB) });
});
beforeEach(async () => {
  page = await chromium.context.newPage();
});
afterEach(() => chromium.renew());
afterAll(() => chromium.close());

async function panelShows(title: string): Promise<void> {
  await expect
    .poll(async () => findPanel(page)?.getByRole('heading', { level: 1 }).textContent())
    .toBe(title);
}
async function toolbarShows(address: string, text: string): Promise<void> {
  await expect.poll(() => badgeTextOf(chromium, address)).toBe(text);
}

describe('a service worker that ends', () => {
  test('before the first message is started for it', async () => {
    // Before its first run the browser does not know which events to start it for; nor would it stop it.
    const worker = await chromium.worker();
    await expect
      .poll(() => worker.evaluate(() => Reflect.get(globalThis, 'registration').active?.state))
      .toBe('activated');
    await settle(page);
    expect(await stopWorker(chromium)).toBe(true);
    await page.goto(addressOf(KNOWN));
    await panelShows(catalogueTitle(KNOWN));
    await toolbarShows(addressOf(KNOWN), '●');
  });

  test('before it answered is asked again', async () => {
    const worker = await chromium.worker();
    // This instance will wait forever for the catalogue.
    await worker.evaluate(() => {
      globalThis.fetch = () => {
        Reflect.set(globalThis, 'wasAsked', true);
        return new Promise(() => undefined);
      };
    });
    await page.goto(NEW);
    await expect.poll(() => worker.evaluate(() => 'wasAsked' in globalThis)).toBe(true);
    await settle(page);
    await waitForBadges(page, { badges: 0, known: 0 });
    expect(await stopWorker(chromium)).toBe(true);
    await waitForBadges(page, ALL);
  });

  test('while settings are written leaves the old or the new ones, complete, and the page shows which', async () => {
    const form = await chromium.context.newPage();
    await form.goto(`chrome-extension://${chromium.extensionId}/options.html`);
    const choices = form.locator(
      'input[name][type=radio][value=handle], input[name][type=radio][value=open]',
    );
    await choices.first().waitFor();
    for (const value of ['handle', 'open', 'handle']) {
      const choice = form.locator(`input[value=${value}]`).first();
      await Promise.all([choice.check(), stopWorker(chromium)]);
      await expect
        .poll(() =>
          form.evaluate(async () => (await Reflect.get(globalThis, 'chrome').storage.local.get()).settings),
        )
        .toMatchObject({ version: SETTINGS_VERSION, values: { sidebar: { arxiv: value } } });
      await form.reload();
      await expect.poll(() => choice.isChecked()).toBe(true);
    }
  });

  test('between two steps of opening the sidebar delays nothing', async () => {
    await page.goto(addressOf(UNKNOWN));
    const [x, y] = await handleCentre(page);
    await stopWorker(chromium);
    // The panel's frame is created when the pointer comes near, and shown by the click.
    await page.mouse.move(x, y);
    await stopWorker(chromium);
    await page.mouse.down();
    await stopWorker(chromium);
    await page.mouse.up();
    await stopWorker(chromium);
    await panelShows(UNKNOWN.title);
    await expect.poll(() => widthOfPage(page)).toBe(1280 - 368);
    // The opened state is stored nevertheless.
    await page.reload();
    await expect.poll(() => countHosts(page)).toBe(1);
  });

  test('while nothing happens is started for the next page, in the same document too', async () => {
    await page.goto(`https://huggingface.co/papers/${KNOWN.id}`);
    await panelShows(catalogueTitle(KNOWN));
    await settle(page);
    expect(await stopWorker(chromium)).toBe(true);
    await settle(page);
    await page.evaluate(`goTo('${UNKNOWN.id}')`);
    await panelShows(UNKNOWN.title);
    await toolbarShows('https://huggingface.co/papers/', '');
    expect(await stopWorker(chromium)).toBe(true);
    await page.evaluate(`goTo('${OTHER.id}')`);
    await panelShows(catalogueTitle(OTHER));
    await toolbarShows('https://huggingface.co/papers/', '●');
  });

  test('while it handles an event is followed by one that corrects its tabs', async () => {
    await page.goto(addressOf(KNOWN));
    await panelShows(catalogueTitle(KNOWN));
    await toolbarShows(addressOf(KNOWN), '●');
    const worker = await chromium.worker();
    await worker.evaluate(async () => {
      const { action, tabs } = Reflect.get(globalThis, 'chrome');
      for (const { id } of await tabs.query({})) await action.setBadgeText({ tabId: id, text: '' });
    });
    expect(await stopWorker(chromium)).toBe(true);
    await toolbarShows(addressOf(KNOWN), '●');
  });

  test(
    'at any moment of any user session leaves everything correct afterwards',
    { timeout: 480_000 },
    async () => {
      /** What a user does next, and after how many milliseconds the worker ends. */
      const step = fc.tuple(
        fc.constantFrom<'known' | 'other' | 'listing' | 'reload' | 'back'>(
          'known',
          'other',
          'listing',
          'reload',
          'back',
        ),
        fc.integer({ min: 0, max: 250 }),
      );
      const acts = {
        known: () => page.goto(addressOf(KNOWN)),
        other: () => page.goto(addressOf(OTHER)),
        listing: () => page.goto(NEW),
        reload: () => page.reload(),
        back: () => page.goBack(),
      };
      const runs = IS_FULL ? 8 : 1;
      let stops = 0;
      /** A page starts the worker; on a busy machine that takes a while. */
      const stopOnceItRuns = async (): Promise<void> => {
        await expect.poll(() => stopWorker(chromium)).toBe(true);
        stops += 1;
      };
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 5 }), async (steps) => {
          for (const [act, delay] of steps) {
            await acts[act]();
            await page.waitForTimeout(delay);
            stops += Number(await stopWorker(chromium));
          }
          await page.goto(NEW);
          await stopOnceItRuns();
          await waitForBadges(page, ALL);
          await page.goto(addressOf(KNOWN));
          await stopOnceItRuns();
          await panelShows(catalogueTitle(KNOWN));
          expect(await countHosts(page)).toBe(1);
          await toolbarShows(addressOf(KNOWN), '●');
          expect(faultsOf(chromium)).toEqual([]);
        }),
        {
          numRuns: runs,
          endOnFailure: true,
          examples: [
            [
              [
                ['other', 0],
                ['reload', 220],
              ],
            ],
          ],
        },
      );
      expect(stops).toBeGreaterThanOrEqual(2 * runs);
    },
  );
});
