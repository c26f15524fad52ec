import { describe, expect, test } from 'vitest';
import { badgeOf, statusOf, waitForBadges, waitForCard } from './support/badges';
import { faultsOf, waitForPanel } from './support/chromium';
import { ALL, chromium, NEW, open, page, startListingBrowser, whenAtRest } from './support/listing-browser';
import { workOnLibrary, type LibraryWork } from './support/library-database';
import { KNOWN, UNKNOWN } from './support/pages';
import { whenStill } from './support/still';

startListingBrowser();

/** Ids of the saved papers, read directly from the database. */
async function savedIds(): Promise<readonly string[]> {
  const worker = await chromium.worker();
  const ids = await worker.evaluate<unknown, LibraryWork>(workOnLibrary, { kind: 'ids' });
  return Array.isArray(ids) ? ids.map(String) : [];
}

describe('a paper can be saved', () => {
  test('from the panel by a click, is marked in lists, and removed again by the star beside its badge', async () => {
    await open(`https://arxiv.org/abs/${KNOWN.id}`);
    const panel = await waitForPanel(page);
    await panel.getByRole('button', { name: 'Save', exact: true }).click();
    await panel.getByRole('combobox', { name: 'How far you are with it' }).selectOption('read');
    await expect.poll(savedIds).toEqual([KNOWN.id]);
    expect(faultsOf(chromium)).toEqual([]);
    await page.goto(NEW);
    await whenAtRest();
    await waitForBadges(page, ALL);
    const badge = badgeOf(page, KNOWN.id);
    await expect.poll(() => statusOf(page, KNOWN.id)).toBe('read');
    const pressStar = async (): Promise<void> => {
      await badge.hover();
      const box = await whenStill(() => badge.boundingBox());
      await page.mouse.click(box.x + box.width + 8, box.y + box.height / 2);
    };
    await pressStar();
    await expect.poll(savedIds).toEqual([]);
    await expect.poll(() => statusOf(page, KNOWN.id)).toBeUndefined();
    await pressStar();
    // Status, tags and note are restored with it.
    await expect.poll(() => statusOf(page, KNOWN.id)).toBe('read');
  });

  test('from a card, with the list’s data about a paper that is not in the catalogue', async () => {
    await open(NEW);
    await waitForBadges(page, ALL);
    await badgeOf(page, UNKNOWN.id).click();
    const { frame } = await waitForCard(page);
    await frame.getByRole('button', { name: 'Save', exact: true }).click();
    await expect.poll(savedIds).toContain(UNKNOWN.id);
    await expect.poll(() => statusOf(page, UNKNOWN.id)).toBe('to-read');
    expect(faultsOf(chromium)).toEqual([]);
  });
});

/** An extension page in a tab. */
async function openOwn(path: string): Promise<void> {
  await open(`chrome-extension://${chromium.extensionId}/${path}`);
}

describe('papers met', () => {
  test('in a list are found by the search once that is switched on, and can be forgotten on their page', async () => {
    await openOwn('options.html');
    await page.getByRole('radio', { name: '30 days' }).check();
    await page.getByRole('status').filter({ hasText: 'Saved' }).waitFor({ state: 'attached' });
    await page.goto(NEW);
    await waitForBadges(page, ALL);
    await page.goto(`chrome-extension://${chromium.extensionId}/library.html#met`);
    const met = page.getByRole('list', { name: 'Papers met' }).getByRole('link', { name: UNKNOWN.title });
    // They are stored after the list has its answer.
    await expect
      .poll(async () => {
        await page.reload();
        await met
          .or(page.getByRole('heading', { name: 'No papers met' }))
          .first()
          .waitFor();
        return met.count();
      })
      .toBe(1);
    await page.goto(`chrome-extension://${chromium.extensionId}/popup.html`);
    await page.getByRole('combobox', { name: 'Search papers' }).fill(`in:met ${UNKNOWN.title}`);
    await page.getByText(UNKNOWN.title).first().waitFor();
    await page.goto(`chrome-extension://${chromium.extensionId}/library.html#met`);
    await page.getByRole('button', { name: 'Forget all…' }).click();
    await page.getByRole('button', { name: /^Forget \d+ papers$/ }).click();
    await page.getByRole('heading', { name: 'No papers met' }).waitFor();
    expect(faultsOf(chromium)).toEqual([]);
  });
});
