import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { MANIFEST_FILE } from '@/lib/domain/pack/manifest';
import { writePackFile } from '@/lib/domain/pack/pack-file';
import { makeRecords, writePack } from '@/tests/fixtures/pack-folder';
import { EXTENSION, faultsOf, launchChromium, waitForPanel, type Chromium } from './support/chromium';
import { copyExtension, removeCopy } from './support/extension-copy';
import { listingWeb } from './support/listings';
import { handleCentre } from './support/look';
import { absPage } from './support/pages';
import { FIXTURE_WEB } from './support/web';

const records = makeRecords(120);
/** Papers that ship, and papers of a pack that is added. */
const shipped = records.filter((_, at) => at % 2 === 0);
const added = records.filter((_, at) => at % 2 === 1);
const withResults = (of: typeof records) => {
  const found = of.find(({ results, tags }) => results.length > 0 && tags.length > 2);
  if (!found) throw new Error('no record with results');
  return found;
};
const OURS = withResults(shipped);
const THEIRS = withResults(added);
/** A paper that no pack has, near to many: its abstract is read from its page. */
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
const list = listingWeb(entries, (url) =>
  url.pathname === `/abs/${READ.id}`
    ? { contentType: 'text/html; charset=utf-8', body: absPage(READ) }
    : FIXTURE_WEB(url),
);

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

/** Titles that the popup's page finds for some words. */
const find = async (words: string): Promise<readonly string[]> => {
  const popup = await own('popup.html');
  await popup.getByRole('combobox', { name: 'Search the catalogue' }).fill(words);
  // The list's head is there before the answer is: its count comes with it.
  const count = popup.locator('.found-head').getByText(/^[\d,]+ papers?$/);
  await count.or(popup.getByText('Nothing found')).first().waitFor();
  const titles = await popup.locator('[role=option] .hit-title').allTextContents();
  await popup.close();
  return titles;
};

/** What the marks of a listing without abstracts are, by paper. */
const marks = async (): Promise<Readonly<Record<string, string>>> => {
  const page = await open('https://arxiv.org/list/cs.CV/recent');
  await page.locator('sidelight-badge').first().waitFor({ state: 'attached' });
  await expect
    .poll(() => page.evaluate(() => document.querySelectorAll('sidelight-badge').length))
    .toBeGreaterThanOrEqual(entries.length);
  const found = await page.evaluate(() =>
    [...document.querySelectorAll('dt')].map((entry) => [
      entry.querySelector('a[title=Abstract]')?.id ?? '',
      entry.querySelector('sidelight-badge')?.getAttribute('data-mark') ?? '',
    ]),
  );
  await page.close();
  return Object.fromEntries(found);
};

/** Related papers in the panel beside a page that is read. */
const relatedBeside = async (address: string): Promise<readonly string[]> => {
  const page = await open(address);
  await page.mouse.click(...(await handleCentre(page)));
  const panel = await waitForPanel(page);
  await panel.locator('.papers .listed').first().waitFor();
  const more = panel.getByRole('button', { name: /^\d+ more$/ });
  if (await more.count()) await more.click();
  const titles = await panel.locator('.papers .listed-title').allTextContents();
  await page.close();
  return titles;
};

describe('a pack that ships', () => {
  test('is searched, related and badged, and says that it was read automatically', async () => {
    expect(await find(OURS.title)).toContain(OURS.title);
    expect((await marks())[OURS.id]).toBe('automatic');
    const related = await relatedBeside(`https://arxiv.org/abs/${READ.id}`);
    expect(related.some((title) => shipped.some((record) => record.title === title))).toBe(true);
    expect(related.some((title) => added.some((record) => record.title === title))).toBe(false);
  });
});

describe('a pack that the user adds', () => {
  test('joins search, related papers and badges, and leaves them when it is removed', async () => {
    expect(await find(THEIRS.title)).not.toContain(THEIRS.title);
    expect((await marks())[THEIRS.id]).toBe('title');
    const settings = await own('options.html');
    await settings.getByLabel('File of a pack').setInputFiles(packFile);
    await settings.getByRole('button', { name: 'Remove the pack mine' }).waitFor();
    expect(await settings.locator('.pack').allTextContents()).toEqual([
      expect.stringMatching(/^curated/),
      expect.stringMatching(/^wideautomatic60 papers/),
      expect.stringMatching(/^mineautomatic60 papers.* MB/),
    ]);
    expect(await find(THEIRS.title)).toContain(THEIRS.title);
    expect((await marks())[THEIRS.id]).toBe('automatic');
    const related = await relatedBeside(`https://arxiv.org/abs/${READ.id}`);
    expect(related.some((title) => added.some((record) => record.title === title))).toBe(true);

    await settings.getByRole('button', { name: 'Remove the pack mine' }).click();
    await settings.getByText('The pack “mine” was removed.').first().waitFor();
    await settings.close();
    expect(await find(THEIRS.title)).not.toContain(THEIRS.title);
    expect((await marks())[THEIRS.id]).toBe('title');
  });
});

test('in all this the extension asked the web for nothing, and nothing failed', () => {
  expect(faultsOf(chromium)).toEqual([]);
});
