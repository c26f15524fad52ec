import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Frame, Page } from 'playwright-core';
import goldenV1 from '../fixtures/library/v1.json';
import { faultsOf, launchChromium, waitForPanel, type Chromium } from './support/chromium';
import { FIRST_RELEASE, workOnLibrary, type LibraryWork } from './support/library-database';
import { IS_FULL } from './support/matrix';
import { KNOWN } from './support/pages';
import { stopWorker } from './support/worker';

const ABSTRACT = `https://arxiv.org/abs/${KNOWN.id}`;

let chromium: Chromium;
let page: Page;
beforeEach(async () => {
  chromium = await launchChromium({ hasPacks: IS_FULL });
  page = await chromium.context.newPage();
});
afterEach(async () => {
  await chromium.close();
});

const openOwn = async (path: string): Promise<Page> => {
  const own = await chromium.context.newPage();
  await own.goto(`chrome-extension://${chromium.extensionId}/${path}`);
  return own;
};

/** Accesses the database directly, without the library's functions. */
async function inDatabase(work: LibraryWork): Promise<unknown> {
  const own = await openOwn('options.html');
  try {
    return await own.evaluate(workOnLibrary, work);
  } finally {
    await own.close();
  }
}
/** The stored record of a paper; null if it is not saved. */
const recordOf = (id: string): Promise<unknown> => inDatabase({ kind: 'record', id });

const save = (panel: Frame) => panel.getByRole('button', { name: 'Save', exact: true });
const status = (panel: Frame) => panel.getByRole('combobox', { name: 'How far you are with it' });

describe('my papers lose nothing that was acknowledged,', () => {
  test('if the disk is full, which is reported until there is room', async () => {
    await page.goto(ABSTRACT);
    const panel = await waitForPanel(page);
    const worker = await chromium.worker();
    await worker.evaluate(() => {
      const put = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put') ?? {};
      Reflect.set(globalThis, 'makeRoom', () => Object.defineProperty(IDBObjectStore.prototype, 'put', put));
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('No room', 'QuotaExceededError');
      };
    });
    await save(panel).click();
    await panel
      .getByText(/disk is full/)
      .first()
      .waitFor();
    expect(await recordOf(KNOWN.id)).toBeNull();
    await worker.evaluate(() => Reflect.get(globalThis, 'makeRoom')());
    await save(panel).click();
    await status(panel).waitFor();
    await expect.poll(() => recordOf(KNOWN.id)).toMatchObject({ id: KNOWN.id, status: 'to-read' });
  });

  test('if the worker ends after each answer', async () => {
    await page.goto(ABSTRACT);
    const panel = await waitForPanel(page);
    await save(panel).click();
    await expect.poll(() => recordOf(KNOWN.id)).toMatchObject({ status: 'to-read' });
    await stopWorker(chromium);
    await status(panel).selectOption('reading');
    await expect.poll(() => recordOf(KNOWN.id)).toMatchObject({ status: 'reading' });
    await stopWorker(chromium);
    const library = await openOwn('library.html');
    await library.locator(`[data-paper="${KNOWN.id}"]`).waitFor();
    expect(faultsOf(chromium)).toEqual([]);
  });

  test('if two windows change the same paper at once', async () => {
    await page.goto(ABSTRACT);
    await save(await waitForPanel(page)).click();
    await expect.poll(() => recordOf(KNOWN.id)).toMatchObject({ status: 'to-read' });
    const windows = [await openOwn('library.html'), await openOwn('library.html')];
    for (const window of windows) await window.locator('.library-row input[type=checkbox]').check();
    await Promise.all(
      windows.map(async (window, at) => {
        const field = window.getByRole('textbox', { name: 'Add a tag' });
        await field.fill(`window ${at}`);
        await field.press('Enter');
      }),
    );
    await expect
      .poll(async () => JSON.stringify(await recordOf(KNOWN.id)))
      .toMatch(/window 0.*window 1|window 1.*window 0/);
    // Each window shows the change of the other.
    for (const window of windows)
      await expect.poll(() => window.locator('.library-rows').textContent()).toMatch(/window 0/);
    expect(faultsOf(chromium)).toEqual([]);
  });

  test('if a record is damaged, which is kept, reported, and included in the backup', async () => {
    await page.goto(ABSTRACT);
    await save(await waitForPanel(page)).click();
    await expect.poll(() => recordOf(KNOWN.id)).toMatchObject({ status: 'to-read' });
    const damaged = { id: '2413.99999', title: null, note: 'Half of it' };
    await inDatabase({ kind: 'put', record: damaged });
    const library = await openOwn('library.html');
    await library.getByText('1 record cannot be read.').waitFor();
    await library.locator(`[data-paper="${KNOWN.id}"]`).waitFor();
    const download = library.waitForEvent('download');
    await library.getByRole('button', { name: 'Export all' }).click();
    const file = JSON.parse(readFileSync(await (await download).path(), 'utf8'));
    expect(file.papers).toMatchObject([{ id: KNOWN.id }, damaged]);
    expect(await recordOf(damaged.id)).toEqual(damaged);
    expect(faultsOf(chromium)).toEqual([]);
  });

  test('if the first release wrote them, and a later release was used in between', async () => {
    await inDatabase(FIRST_RELEASE);
    const library = await openOwn('library.html');
    const rows = library.locator('.library-row [data-paper]');
    await expect.poll(() => rows.count()).toBe(2);
    const [first] = goldenV1.papers;
    const id = first?.id ?? '';
    // An open window does not block the later release, and continues to work after it.
    await inDatabase({ kind: 'later-release', id });
    await library.locator(`.library-row:has([data-paper="${id}"]) input[type=checkbox]`).check();
    await library.getByRole('combobox', { name: 'Set status' }).selectOption({ label: 'Read' });
    await expect
      .poll(() => recordOf(id))
      .toEqual({
        ...first,
        rating: 5,
        status: 'read',
        changedAt: expect.any(String),
      });
    await library.reload();
    await expect.poll(() => rows.count()).toBe(2);
    expect(faultsOf(chromium)).toEqual([]);
  });
});
