import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { EXTENSION, faultsOf, launchChromium, waitForPanel, type Chromium } from './support/chromium';
import { countHosts, settle, widthOfPage } from './support/look';
import { catalogueTitle, KNOWN } from './support/pages';

const ABSTRACT = `https://arxiv.org/abs/${KNOWN.id}`;

let chromium: Chromium;

async function open(address: string): Promise<Page> {
  const page = await chromium.context.newPage();
  await page.goto(address);
  return page;
}
const own = (pageName: string): Promise<Page> =>
  open(`chrome-extension://${chromium.extensionId}/${pageName}`);

/** Works on what the extension has stored, as the browser holds it. */
async function store(items: Readonly<Record<string, unknown>>): Promise<void> {
  const worker = await chromium.worker();
  await worker.evaluate((each) => Reflect.get(globalThis, 'chrome').storage.local.set(each), items);
}
async function stored(key: string): Promise<unknown> {
  const worker = await chromium.worker();
  return worker.evaluate(
    async (name) => (await Reflect.get(globalThis, 'chrome').storage.local.get(name))[name],
    key,
  );
}

describe.each([
  ['missing', (folder: string) => rmSync(join(folder, 'catalogue.ndjson'))],
  ['damaged', (folder: string) => writeFileSync(join(folder, 'catalogue.ndjson'), '{"format":1,"pap')],
  [
    'damaged',
    (folder: string) => writeFileSync(join(folder, 'catalogue.ndjson'), 'null\n[]\n{"__proto__":1}\n'),
  ],
])('a catalogue file that is %s', (word, spoil) => {
  let folder: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sidelight-copy-'));
    cpSync(EXTENSION, folder, { recursive: true });
    spoil(folder);
    chromium = await launchChromium({ extension: folder });
  });
  afterEach(async () => {
    await chromium.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('is named in panel and popup, with what to do', async () => {
    const page = await open(ABSTRACT);
    const panel = await waitForPanel(page);
    await panel.getByText(`The catalogue is ${word}`).waitFor();
    await panel.getByText('Reload the extension').waitFor();
    const popup = await own('popup.html');
    await popup.getByText(`The catalogue is ${word}`).waitFor();
    const settings = await own('options.html');
    await settings.getByRole('heading', { name: 'Sidelight settings' }).waitFor();
    const errors = faultsOf(chromium).filter((fault) => !fault.includes('ERR_FILE_NOT_FOUND'));
    expect(errors).toEqual([]);
  });
});

describe('storage', () => {
  beforeEach(async () => {
    chromium = await launchChromium();
  });
  afterEach(async () => {
    await chromium.close();
  });

  test.each([
    ['of another shape', { version: 1, values: { sidebar: 'wide' } }],
    ['of a later release', { version: 99, values: { everything: 'new' } }],
    ['of no shape', 'open, please'],
  ])('%s is kept aside and said so, and the defaults hold', async (_, settings) => {
    const memory = { width: 'wide', open: [] };
    await store({ settings, sidebar: memory, 'recent-searches': { 0: 1 } });
    const page = await open(ABSTRACT);
    const panel = await waitForPanel(page);
    await panel.getByRole('heading', { name: catalogueTitle(KNOWN) }).waitFor();
    expect(await widthOfPage(page)).toBe(1280 - 368);
    const form = await own('options.html');
    await form.getByText('could not be read').waitFor();
    expect(JSON.parse(String(await stored('settings-unreadable')))).toEqual(settings);
    await own('popup.html').then((popup) => popup.getByRole('combobox').waitFor());
    expect(faultsOf(chromium)).toEqual([]);
  });

  test('that is full loses nothing that was set, and the settings page says so', async () => {
    const form = await own('options.html');
    await form.locator('input[value=handle]').first().check();
    await expect.poll(() => stored('settings')).toMatchObject({ values: { sidebar: { arxiv: 'handle' } } });
    const before = await stored('settings');
    // To the last byte of whatever room there is.
    const worker = await chromium.worker();
    await worker.evaluate(async () => {
      const { local } = Reflect.get(globalThis, 'chrome').storage;
      await local.set({ most: 'x'.repeat(local.QUOTA_BYTES - 60_000) });
      let length = 0;
      for (let step = 2 ** 15; step >= 1; step /= 2) {
        const isKept = await local.set({ fill: 'x'.repeat(length + step) }).then(
          () => true,
          () => false,
        );
        if (isKept) length += step;
      }
    });
    // Longer than what is kept, so that it does not fit.
    await form.locator('input[value=handle]').nth(1).click();
    await form.getByText('did not keep this change').waitFor();
    expect(await stored('settings')).toEqual(before);
    await expect.poll(() => form.locator('input[value=handle]').nth(1).isChecked()).toBe(false);

    const page = await open(ABSTRACT);
    await settle(page);
    expect(await countHosts(page)).toBe(1);
    expect(await widthOfPage(page)).toBe(1280);
    await own('popup.html').then((popup) => popup.getByRole('combobox').fill('chest x-ray'));
    await settle(page);
    expect(faultsOf(chromium)).toEqual([]);
  });
});

describe('the clipboard', () => {
  beforeEach(async () => {
    chromium = await launchChromium();
  });
  afterEach(async () => {
    await chromium.close();
  });

  test('where it is refused, says so', async () => {
    const page = await open(ABSTRACT);
    const panel = await waitForPanel(page);
    await panel.getByRole('heading', { name: catalogueTitle(KNOWN) }).waitFor();
    await panel.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) },
      });
      document.execCommand = () => false;
    });
    await panel.getByRole('button', { name: 'BibTeX' }).click();
    await panel.getByText('Not copied: the browser refused access to the clipboard.').waitFor();
    expect(faultsOf(chromium)).toEqual([]);
  });
});
