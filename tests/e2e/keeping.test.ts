import { describe, expect, test } from 'vitest';
import { badgeOf, waitForBadges, waitForCard } from './support/badges';
import { faultsOf, waitForPanel } from './support/chromium';
import { ALL, chromium, NEW, open, page, startListingBrowser } from './support/listing-browser';
import { KNOWN, UNKNOWN } from './support/pages';

startListingBrowser();

/** Ids of the saved papers, from the database itself. */
async function savedIds(): Promise<readonly string[]> {
  const worker = await chromium.worker();
  return worker.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const asked = indexedDB.open('sidelight-library');
      asked.addEventListener('success', () => resolve(asked.result));
      asked.addEventListener('error', () => reject(new Error(asked.error?.message)));
    });
    const keys = await new Promise<readonly string[]>((resolve) => {
      if (!database.objectStoreNames.contains('papers')) return resolve([]);
      const asked = database.transaction('papers').objectStore('papers').getAllKeys();
      asked.addEventListener('success', () => resolve(asked.result.map(String)));
    });
    database.close();
    return keys;
  });
}

describe('saving papers', () => {
  test('from the panel by a click, marked in lists, and taken out again by the star beside its badge', async () => {
    await open(`https://arxiv.org/abs/${KNOWN.id}`);
    const panel = await waitForPanel(page);
    await panel.getByRole('button', { name: 'Save', exact: true }).click();
    await panel.getByRole('combobox', { name: 'How far you are with it' }).selectOption('read');
    await expect.poll(savedIds).toEqual([KNOWN.id]);
    expect(faultsOf(chromium)).toEqual([]);
    await page.goto(NEW);
    await waitForBadges(page, ALL);
    const badge = badgeOf(page, KNOWN.id);
    await expect.poll(() => badge.getAttribute('data-marks')).toBe('read');
    const pressStar = async (): Promise<void> => {
      await badge.hover();
      const box = await badge.boundingBox();
      if (!box) throw new Error('The badge is not drawn');
      await page.mouse.click(box.x + box.width + 8, box.y + box.height / 2);
    };
    await pressStar();
    await expect.poll(savedIds).toEqual([]);
    expect(await badge.getAttribute('data-marks')).toBeNull();
    await pressStar();
    // What was said of it is back with it.
    await expect.poll(() => badge.getAttribute('data-marks')).toBe('read');
  });

  test('from a card, with what the list states of a paper that no catalogue holds', async () => {
    await open(NEW);
    await waitForBadges(page, ALL);
    await badgeOf(page, UNKNOWN.id).click();
    const { frame } = await waitForCard(page);
    await frame.getByRole('button', { name: 'Save', exact: true }).click();
    await expect.poll(savedIds).toContain(UNKNOWN.id);
    await expect.poll(() => badgeOf(page, UNKNOWN.id).getAttribute('data-marks')).toBe('to-read');
    expect(faultsOf(chromium)).toEqual([]);
  });
});

/** A page of the extension's own in a tab. */
async function openOwn(path: string): Promise<void> {
  await open(`chrome-extension://${chromium.extensionId}/${path}`);
}

describe('papers met', () => {
  test('by a list are found by the search once that is switched on, and are forgotten on their page', async () => {
    await openOwn('options.html');
    await page.getByRole('radio', { name: '30 days' }).check();
    await page.getByRole('status').filter({ hasText: 'Saved' }).waitFor({ state: 'attached' });
    await page.goto(NEW);
    await waitForBadges(page, ALL);
    await page.goto(`chrome-extension://${chromium.extensionId}/library.html#met`);
    const met = page.getByRole('list', { name: 'Papers met' }).getByRole('link', { name: UNKNOWN.title });
    // What is remembered is written after the list has its answer.
    await expect
      .poll(async () => {
        await page.reload();
        return met.count();
      })
      .toBe(1);
    await page.goto(`chrome-extension://${chromium.extensionId}/popup.html`);
    await page.getByRole('combobox', { name: 'Search the catalogue' }).fill(`in:met ${UNKNOWN.title}`);
    await page.getByText(UNKNOWN.title).first().waitFor();
    await page.goto(`chrome-extension://${chromium.extensionId}/library.html#met`);
    await page.getByRole('button', { name: 'Forget all…' }).click();
    await page.getByRole('button', { name: /^Forget \d+ papers$/ }).click();
    await page.getByRole('heading', { name: 'No papers met' }).waitFor();
    expect(faultsOf(chromium)).toEqual([]);
  });
});
