import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { waitForBadges } from './support/badges';
import { EXTENSION, faultsOf, launchChromium, waitForPanel, type Chromium } from './support/chromium';
import { ALL, NEW } from './support/listing-browser';
import { ENTRIES, listingWeb } from './support/listings';
import { countHosts, handleCentre, settle, storedUnder, widthOfPage } from './support/look';
import { rowsOf } from './support/matrix';
import { catalogueTitle, KNOWN, OTHER, UNKNOWN } from './support/pages';
import { attachToTarget } from './support/target';
import { FIXTURE_WEB } from './support/web';

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
const stored = (key: string): Promise<unknown> => storedUnder(chromium, key);

type Spoil = (folder: string) => void;
const write =
  (file: string, text: string): Spoil =>
  (folder) =>
    writeFileSync(join(folder, file), text);
const remove =
  (file: string): Spoil =>
  (folder) =>
    rmSync(join(folder, file));

/** Gives the tests of a file or a suite a browser, which is as good as new for each of them. */
function useChromium(): void {
  beforeAll(async () => {
    chromium = await launchChromium();
  });
  afterEach(() => chromium.renew());
  afterAll(() => chromium.close());
}

/** A browser for each test, whose copy of the extension was spoiled. */
function useSpoiled(spoil: Spoil): void {
  let folder: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sidelight-copy-'));
    cpSync(EXTENSION, folder, { recursive: true });
    spoil(folder);
    chromium = await launchChromium({ extension: folder, web: listingWeb(ENTRIES, FIXTURE_WEB) });
  });
  afterEach(async () => {
    await chromium.close();
    rmSync(folder, { recursive: true, force: true });
  });
}

/** What went wrong, but for the file that is known to be missing. */
const otherFaults = (): readonly string[] =>
  faultsOf(chromium).filter((fault) => !fault.includes('ERR_FILE_NOT_FOUND'));

/** How a file of the extension's may be amiss: a name, and what makes it so. */
type Amiss = readonly [name: string, spoil: Spoil];

const CATALOGUES: readonly Amiss[] = [
  ['missing', remove('catalogue.ndjson')],
  ['damaged', write('catalogue.ndjson', '')],
  ['damaged', write('catalogue.ndjson', '{"format":1,"pap')],
  ['damaged', write('catalogue.ndjson', 'null\n[]\n{"__proto__":1}\n')],
];
describe.each(rowsOf(CATALOGUES, 1))('a catalogue file that is %s', (word, spoil) => {
  useSpoiled(spoil);

  test('is named in panel and popup, with what to do', async () => {
    const page = await open(ABSTRACT);
    const panel = await waitForPanel(page);
    await panel.getByText(`The catalogue is ${word}`).waitFor();
    await panel.getByText('Reload the extension').waitFor();
    const popup = await own('popup.html');
    await popup.getByText(`The catalogue is ${word}`).waitFor();
    const settings = await own('options.html');
    await settings.getByRole('heading', { name: 'Sidelight settings' }).waitFor();
    await settings.getByText('The catalogue cannot be read').waitFor();
    // A listing has no place to say so: it stays as the site made it.
    const listing = await open(NEW);
    await settle(listing);
    await waitForBadges(listing, { badges: 0, known: 0 });
    expect(otherFaults()).toEqual([]);
  });
});

const PARTS: readonly Amiss[] = [
  ['related papers that are missing', remove('related.txt')],
  ['related papers that are damaged', write('related.txt', '\u0000{"x":')],
  ['vectors of words that are missing', remove('words.bin')],
  ['vectors of words that are damaged', write('words.bin', 'SLSW')],
  ['tags that are missing', remove('taxonomy.json')],
  ['tags that are damaged', write('taxonomy.json', '[{"id":{}}')],
];
describe.each(rowsOf(PARTS, 1))('a file of %s', (_, spoil) => {
  useSpoiled(spoil);

  test('takes away what it holds and no more', async () => {
    const page = await open(ABSTRACT);
    const panel = await waitForPanel(page);
    await panel.getByRole('heading', { name: catalogueTitle(KNOWN) }).waitFor();
    await page.goto(`https://arxiv.org/abs/${UNKNOWN.id}`);
    await page.mouse.click(...(await handleCentre(page)));
    const reading = await waitForPanel(page);
    await reading.getByRole('heading', { name: UNKNOWN.title }).waitFor();
    await reading.getByText('0.91').first().waitFor();
    const listing = await open(NEW);
    await waitForBadges(listing, ALL);
    const popup = await own('popup.html');
    await popup.getByRole('combobox').fill('chest x-ray');
    await popup.locator('mark').first().waitFor();
    expect(otherFaults()).toEqual([]);
  });
});

describe('a catalogue of which one paper cannot be read', () => {
  useSpoiled((folder) => {
    const path = join(folder, 'catalogue.ndjson');
    const lines = readFileSync(path, 'utf8').split('\n');
    const index = lines.findIndex((line, at) => at > 0 && line.includes(catalogueTitle(KNOWN)));
    if (index === -1) throw new Error('The catalogue has no such paper');
    writeFileSync(path, lines.with(index, '{"id":').join('\n'));
  });

  test('shows all others, and reads that one from its page', async () => {
    const page = await open(`https://arxiv.org/abs/${OTHER.id}`);
    const panel = await waitForPanel(page);
    await panel.getByRole('heading', { name: catalogueTitle(OTHER) }).waitFor();
    await page.goto(ABSTRACT);
    const reading = await waitForPanel(page);
    await reading.getByRole('heading', { name: KNOWN.title }).waitFor();
    await reading.getByText('0.63').first().waitFor();
    expect(otherFaults()).toEqual([]);
  });
});

const SHAPES = [
  ['of another shape', { version: 1, values: { sidebar: 'wide' } }, true],
  ['of a later release', { version: 99, values: { everything: 'new' } }, false],
  ['of no shape', 'open, please', true],
] as const;

describe('storage', () => {
  useChromium();

  test.each(rowsOf(SHAPES, 1))(
    '%s stays as it is until it is saved over, and the defaults hold',
    async (_, settings, isUnreadable) => {
      const memory = { width: 'wide', open: [] };
      await store({ settings, sidebar: memory, 'recent-searches': { 0: 1 } });
      const page = await open(ABSTRACT);
      const panel = await waitForPanel(page);
      await panel.getByRole('heading', { name: catalogueTitle(KNOWN) }).waitFor();
      expect(await widthOfPage(page)).toBe(1280 - 368);
      const form = await own('options.html');
      const handle = form.locator('input[value=handle]').first();
      await handle.waitFor();
      expect(await form.getByText('could not be read').count()).toBe(isUnreadable ? 1 : 0);
      expect([await stored('settings'), await stored('settings-unreadable')]).toEqual([settings, undefined]);
      await own('popup.html').then((popup) => popup.getByRole('combobox').waitFor());
      await form.bringToFront();
      await handle.check();
      await expect.poll(() => stored('settings')).toMatchObject({ values: { sidebar: { arxiv: 'handle' } } });
      const aside = await stored('settings-unreadable');
      const kept: unknown = typeof aside === 'string' ? JSON.parse(aside) : aside;
      expect(kept).toEqual(isUnreadable ? settings : undefined);
      expect(faultsOf(chromium)).toEqual([]);
    },
  );

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
    await expect.poll(() => countHosts(page)).toBe(1);
    await settle(page);
    expect(await widthOfPage(page)).toBe(1280);
    // It opens all the same; that it was opened is forgotten, and nothing else.
    const memory = await stored('sidebar');
    await page.mouse.click(...(await handleCentre(page)));
    await waitForPanel(page).then((panel) =>
      panel.getByRole('heading', { name: catalogueTitle(KNOWN) }).waitFor(),
    );
    await settle(page);
    expect([await stored('settings'), await stored('sidebar')]).toEqual([before, memory]);
    const popup = await own('popup.html');
    await popup.getByRole('combobox').fill('chest x-ray');
    await popup.locator('mark').first().waitFor();

    // With room again, what is set is kept again.
    await (
      await chromium.worker()
    ).evaluate(() => Reflect.get(globalThis, 'chrome').storage.local.remove(['most', 'fill']));
    await form.bringToFront();
    await form.locator('input[value=handle]').nth(1).check();
    await expect
      .poll(() => stored('settings'))
      .toMatchObject({ values: { sidebar: { huggingFace: 'handle' } } });
    expect(faultsOf(chromium)).toEqual([]);
  });
});

describe('the clipboard', () => {
  useChromium();

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

const REFUSALS = [
  ['refused', "() => Promise.reject(new Error('No active side panel'))"],
  ['that fails', "() => { throw new TypeError('Error in invocation'); }"],
] as const;

/** Waits until the popup says, to the eye and to a screen reader, how else the side panel opens. */
const saysSo = async (popup: Page): Promise<void> => {
  await popup.locator('.note').getByText('choose “Open side panel”').waitFor();
  await popup.getByRole('status').getByText('did not open its side panel').waitFor();
};

describe('the side panel', () => {
  useChromium();

  test.each(rowsOf(REFUSALS, 1))('%s: the popup says how else it opens, and goes on', async (_, answer) => {
    const page = await open(ABSTRACT);
    await waitForPanel(page);
    const popup = await chromium.context.newPage();
    await popup.addInitScript(`chrome.sidePanel.open = ${answer};`);
    await popup.goto(`chrome-extension://${chromium.extensionId}/popup.html`);
    const field = popup.getByRole('combobox', { name: 'Search the catalogue' });
    await field.fill('chest x-ray');
    // How many papers were found is said too: it would take the refusal's place.
    await popup.getByRole('status').getByText(/^\d/).waitFor();
    await popup.getByRole('button', { name: 'Open in side panel' }).click();
    await saysSo(popup);
    expect(await field.inputValue()).toBe('chest x-ray');
    // Nothing made way for what did not come.
    expect(await widthOfPage(page)).toBe(1280 - 368);
    await field.fill('report');
    await popup.locator('mark').first().waitFor();
    await popup.reload();
    await expect.poll(() => field.inputValue()).toBe('report');
    expect(await popup.locator('.note').count()).toBe(0);
    expect(faultsOf(chromium)).toEqual([]);
  });

  test('that Chromium itself refuses, as it does without a user’s click: the popup says so', async () => {
    const popup = await own('popup.html');
    // Only this evaluates in the page: Chromium counts the test driver's evaluations as user activation for a while.
    const session = await chromium.context.newCDPSession(popup);
    const click = `(() => {
      const button = [...document.querySelectorAll('button')].find((each) => each.textContent === 'Open in side panel');
      button?.click();
      return button !== undefined;
    })()`;
    await expect
      .poll(async () => {
        const asked = { expression: click, userGesture: false, returnByValue: true };
        return (await session.send('Runtime.evaluate', asked)).result.value;
      })
      .toBe(true);
    await saysSo(popup);
    // By a real click on the same button it opens, and the popup goes.
    const gone = popup.waitForEvent('close');
    await popup.getByRole('button', { name: 'Open in side panel' }).click();
    await gone;
    await attachToTarget(chromium.context, '/sidepanel.html');
    expect(faultsOf(chromium)).toEqual([]);
  });

  test('that the browser does not have is not offered', async () => {
    const popup = await chromium.context.newPage();
    await popup.addInitScript('delete chrome.sidePanel.open;');
    await popup.goto(`chrome-extension://${chromium.extensionId}/popup.html`);
    await popup.getByRole('button', { name: 'Settings' }).waitFor();
    expect(await popup.getByRole('button', { name: /side panel/ }).count()).toBe(0);
    expect(faultsOf(chromium)).toEqual([]);
  });
});
