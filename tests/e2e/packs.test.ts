import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Frame, Page } from 'playwright-core';
import { MANIFEST_FILE } from '@/lib/domain/pack/manifest';
import { writePackFile } from '@/lib/domain/pack/pack-file';
import { makeRecords, writePack } from '@/tests/fixtures/pack-folder';
import { EXTENSION, faultsOf, launchChromium, waitForPanel, type Chromium } from './support/chromium';
import { badgesInClosed } from './support/closed';
import { copyExtension, removeCopy } from './support/extension-copy';
import { listingWeb } from './support/listings';
import { handleCentre } from './support/look';
import { absPage } from './support/pages';
import { FIXTURE_WEB } from './support/web';

/** As the reader reads a known metric: sure enough to be shown at first. */
const records = makeRecords(120).map((record) => ({
  ...record,
  results: record.results.map((result) => ({ ...result, better: 'higher' as const })),
}));
/** Papers of the shipped packs, and papers of an added pack. */
const shipped = records.filter((_, at) => at % 2 === 0);
const added = records.filter((_, at) => at % 2 === 1);
const withResults = (of: typeof records) => {
  const found = of.find(({ results, tags }) => results.length > 0 && tags.length > 2);
  if (!found) throw new Error('no record with results');
  return found;
};
const OURS = withResults(shipped);
const THEIRS = withResults(added);
/** A paper that is in no pack, near to many: its abstract is read from its page. */
const READ = {
  id: '2512.99001',
  title: 'Segmentation of brain MRI in the amber glacier',
  abstract: 'We train a network for segmentation of brain MRI. It reaches a Dice of 0.91 on glacier maps.',
};

let folder: string;
let extension: string;
let packFile: string;
let chromium: Chromium;

const entries = [OURS, THEIRS].map(({ id, title }) => ({ id, title, abstract: 'Words.' }));
/** The page of the added pack's paper has no abstract: the panel's content must come from the pack. */
const PAGES = [READ, { ...THEIRS, abstract: '' }];
const list = listingWeb(entries, (url) => {
  const paper = PAGES.find(({ id }) => url.pathname === `/abs/${id}`);
  return paper ? { contentType: 'text/html; charset=utf-8', body: absPage(paper) } : FIXTURE_WEB(url);
});

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sidelight-packs-'));
  writePack(join(folder, 'shipped/wide'), 'wide', shipped);
  const mine = join(folder, 'mine');
  const { files } = writePack(mine, 'mine', added);
  const names = [MANIFEST_FILE, ...files.map(({ name }) => name)];
  packFile = join(folder, 'mine.zip');
  const bytes = writePackFile(new Map(names.map((name) => [name, readFileSync(join(mine, name))])));
  extension = copyExtension(EXTENSION, join(folder, 'shipped'));
  writeFileSync(packFile, bytes);
  chromium = await launchChromium({ extension, web: list });
});
afterAll(async () => {
  await chromium.close();
  removeCopy(extension);
  rmSync(folder, { recursive: true, force: true });
});

const open = async (address: string): Promise<Page> => {
  const page = await chromium.context.newPage();
  await page.goto(address);
  return page;
};
const own = (name: string): Promise<Page> => open(`chrome-extension://${chromium.extensionId}/${name}`);

/** Titles that the popup's page finds for a query. */
const find = async (words: string): Promise<readonly string[]> => {
  const popup = await own('popup.html');
  await popup.getByRole('combobox', { name: 'Search papers' }).fill(words);
  // The header of the list appears before the answer: the count comes with the answer.
  const count = popup.locator('.found-head').getByText(/^[\d,]+ papers?$/);
  await count.or(popup.getByText('Nothing found')).first().waitFor();
  const titles = await popup.locator('[role=option] .hit-title').allTextContents();
  await popup.close();
  return titles;
};

/** The marks of a listing without abstracts, by paper. */
const marks = async (): Promise<Readonly<Record<string, string>>> => {
  const page = await open('https://arxiv.org/list/cs.CV/recent');
  await page.locator('sidelight-badge').first().waitFor({ state: 'attached' });
  await expect
    .poll(() => page.evaluate(() => document.querySelectorAll('sidelight-badge').length))
    .toBeGreaterThanOrEqual(entries.length);
  const ids = await page.evaluate(() =>
    [...document.querySelectorAll('dt:has(sidelight-badge) a[title=Abstract]')].map(({ id }) => id),
  );
  const badges = await badgesInClosed(page);
  await page.close();
  return Object.fromEntries(ids.map((id, at) => [id, badges[at]?.mark ?? '']));
};

/** The page of a paper, with its panel open. */
const openBeside = async (id: string): Promise<readonly [Page, Frame]> => {
  const page = await open(`https://arxiv.org/abs/${id}`);
  await page.mouse.click(...(await handleCentre(page)));
  return [page, await waitForPanel(page)];
};

/** Related papers in the panel beside a page that was read. */
const relatedBeside = async (id: string): Promise<readonly string[]> => {
  const [page, panel] = await openBeside(id);
  await panel.locator('.papers .listed').first().waitFor();
  const more = panel.getByRole('button', { name: /^\d+ more$/ });
  if (await more.count()) await more.click();
  const titles = await panel.locator('.papers .listed-title').allTextContents();
  await page.close();
  return titles;
};

/** Whether a paper of the added pack is related to the one that was read. */
const isAnAddedOneRelated = async (): Promise<boolean> => {
  const titles = await relatedBeside(READ.id);
  return titles.some((title) => added.some((record) => record.title === title));
};

describe('a shipped pack', () => {
  test('is searched, related and badged, and states that it was read automatically', async () => {
    expect(await find(OURS.title)).toContain(OURS.title);
    await expect.poll(async () => (await marks())[OURS.id]).toBe('automatic');
    const related = await relatedBeside(READ.id);
    expect(related.some((title) => shipped.some((record) => record.title === title))).toBe(true);
    expect(related.some((title) => added.some((record) => record.title === title))).toBe(false);
  });
});

describe('an added pack', () => {
  test('is included in search, related papers and badges, until it is removed', async () => {
    expect(await find(THEIRS.title)).not.toContain(THEIRS.title);
    expect((await marks())[THEIRS.id]).toBe('title');
    const settings = await own('options.html');
    await settings.getByLabel('File of a pack').setInputFiles(packFile);
    await settings.getByRole('button', { name: 'Remove the pack mine' }).waitFor();
    await expect
      .poll(() => settings.locator('.pack').allTextContents())
      .toEqual([
        expect.stringMatching(/^curated/),
        expect.stringMatching(/^wideautomatic60 papers/),
        expect.stringMatching(/^mineautomatic60 papers.* MB/),
      ]);
    // Other contexts learn of the pack a little later.
    await expect.poll(() => find(THEIRS.title)).toContain(THEIRS.title);
    await expect.poll(async () => (await marks())[THEIRS.id]).toBe('automatic');
    await expect.poll(isAnAddedOneRelated).toBe(true);

    // A frame in a page cannot open the pack itself.
    const [page, panel] = await openBeside(THEIRS.id);
    await panel.getByRole('heading', { level: 1, name: THEIRS.title }).waitFor();
    await expect
      .poll(() => panel.locator('.read-here').textContent())
      .toContain('Automatic, from the abstract.');
    await expect.poll(() => panel.locator('.result-value').count()).toBeGreaterThan(0);
    await page.close();

    await settings.getByRole('button', { name: 'Remove the pack mine' }).click();
    await settings.getByText('The pack “mine” was removed.').first().waitFor();
    await settings.close();
    await expect.poll(() => find(THEIRS.title)).not.toContain(THEIRS.title);
    await expect.poll(async () => (await marks())[THEIRS.id]).toBe('title');
  });
});

test('all tests of this file ran without a web request and without a failure', () => {
  expect(faultsOf(chromium)).toEqual([]);
});
