import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MANIFEST_FILE } from '@/lib/domain/pack/manifest';
import { writePackFile } from '@/lib/domain/pack/pack-file';
import { makeRecords, writePack } from '../../fixtures/pack-folder';
import { listingWeb } from '../support/listings';
import { absPage } from '../support/pages';
import { badgesOf, READ_BADGES } from './support/closed-badges';
import { launchFirefox, waitFor, waitForOwnFrame, type Firefox } from './support/firefox';
import { inOwnPage } from './support/own-page';
import { clickOnHandle } from './support/places';

const records = makeRecords(60);
const found = records.find(({ results, tags }) => results.length > 0 && tags.length > 2);
if (!found) throw new Error('no record with results');
/** A paper that only the added pack has. Its page has no abstract: the panel's content must come from the pack. */
const THEIRS = found;
const RECENT = 'https://arxiv.org/list/cs.CV/recent';
/** Without a tag in its title, an unknown paper has no badge. */
const web = listingWeb([{ id: THEIRS.id, title: 'On a matter', abstract: '' }], (url) =>
  url.pathname === `/abs/${THEIRS.id}`
    ? {
        contentType: 'text/html; charset=utf-8',
        body: absPage({ id: THEIRS.id, title: THEIRS.title, abstract: '' }),
      }
    : undefined,
);

let folder: string;
let packFile: Buffer;
let firefox: Firefox;
let page: Page;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sidelight-packs-'));
  const { files } = writePack(folder, 'mine', records);
  const names = [MANIFEST_FILE, ...files.map(({ name }) => name)];
  packFile = Buffer.from(
    writePackFile(new Map(names.map((name) => [name, readFileSync(join(folder, name))]))),
  );
  firefox = await launchFirefox({ hasPacks: false, web });
  page = await firefox.openTab();
});
afterAll(async () => {
  await firefox.close();
  rmSync(folder, { recursive: true, force: true });
});

const textOf = (frame: Page | Frame): Promise<string> => frame.evaluate(() => document.body.innerText);

/** The titles that the popup's page finds for the paper's own title. */
async function find(): Promise<readonly string[]> {
  const popup = await firefox.openOwn('popup.html');
  try {
    await waitFor(() => popup.evaluate(() => document.querySelector('[role=combobox]') !== null));
    await popup.evaluate(() => document.querySelector<HTMLElement>('[role=combobox]')?.focus());
    await popup.keyboard.type(THEIRS.title);
    // The count comes with the answer to the whole query.
    await waitFor(async () => /Nothing found|\d papers?\b/.test(await textOf(popup)));
    return await popup.evaluate(() =>
      [...document.querySelectorAll('[role=option] .hit-title')].map(({ textContent }) => textContent),
    );
  } finally {
    await popup.close();
    await page.bringToFront();
  }
}

/** The marks of a listing without abstracts. */
const marks = async (): Promise<(string | null)[]> =>
  badgesOf(await inOwnPage(firefox, page, (own) => own.evaluate(READ_BADGES))).map(({ mark }) => mark);

describe('an added pack in Firefox', () => {
  test('is included in search, badges and the panel, until it is removed', async () => {
    expect(await find()).not.toContain(THEIRS.title);

    const settings = await firefox.openOwn('options.html');
    await waitFor(() => settings.evaluate(() => document.querySelector('.pack') !== null));
    await settings.evaluate((bytes) => {
      const input = document.querySelector<HTMLInputElement>('input[aria-label="File of a pack"]');
      const chosen = new DataTransfer();
      chosen.items.add(new File([Uint8Array.from(atob(bytes), (each) => each.charCodeAt(0))], 'mine.zip'));
      if (input) input.files = chosen.files;
      input?.dispatchEvent(new Event('change', { bubbles: true }));
    }, packFile.toString('base64'));
    await expect.poll(() => textOf(settings)).toMatch(/mine\s*automatic\s*60 papers/);
    await page.bringToFront();

    await expect.poll(find).toContain(THEIRS.title);
    await page.goto(RECENT);
    await expect.poll(marks).toEqual(['automatic']);
    await page.goto(`https://arxiv.org/abs/${THEIRS.id}`);
    // The sidebar of a paper that is not annotated by hand starts folded; its handle opens it.
    await clickOnHandle(page);
    const panel = await waitForOwnFrame(page, THEIRS.title);
    await expect.poll(() => textOf(panel)).toContain('Automatic, from the abstract.');

    await settings.bringToFront();
    await settings.evaluate(() =>
      document.querySelector<HTMLElement>('button[aria-label="Remove the pack mine"]')?.click(),
    );
    await expect.poll(() => textOf(settings)).toContain('The pack “mine” was removed.');
    await settings.close();
    await page.bringToFront();
    await expect.poll(find).not.toContain(THEIRS.title);
    await page.goto(RECENT);
    expect(firefox.outgoing()).toEqual([]);
    expect(await firefox.faults()).toEqual([]);
  });
});
