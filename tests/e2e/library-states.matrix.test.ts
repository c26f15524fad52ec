import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { BACKUP_VERSION, formatBackup } from '@/lib/domain/backup';
import { numbered, savedPaper } from '../unit/extension/library/sample';
import { faultsInBothThemes } from './support/axe';
import { launchChromium, type Chromium } from './support/chromium';
import { resetLibrary, resetStorage } from './support/look';
import { IS_FULL, rowsOf } from './support/matrix';

let chromium: Chromium;
let page: Page;
beforeAll(async () => {
  chromium = await launchChromium({ hasPacks: IS_FULL });
});
afterEach(async () => {
  await page.close();
  await resetLibrary(chromium);
  await resetStorage(chromium);
});
afterAll(() => chromium.close());

const fileOf = (count: number): string =>
  formatBackup({
    papers: Array.from({ length: count }, (_, at) =>
      savedPaper(numbered(at + 1), {
        title: `Outlining kidneys with ${at} labels, or with some thousands of them from other hospitals`,
        status: at % 2 === 0 ? 'read' : 'to-read',
        ownTags: ['thesis', `a long tag of chapter ${at % 7}`],
        note: 'Compare with ours.',
      }),
    ),
    exportedAt: '2026-01-31T09:30:00.000Z',
  });

/** Chooses a file with this content. */
const choose = (text: string): Promise<void> =>
  page
    .locator('input[type=file]')
    .setInputFiles({ name: 'papers.json', mimeType: 'application/json', buffer: Buffer.from(text) });
const click = (name: string | RegExp): Promise<void> => page.getByRole('button', { name }).click();
const saying = (text: string | RegExp): Promise<void> => page.getByText(text).first().waitFor();

/** Saves papers as a user does who imports a file. */
async function keep(count: number): Promise<void> {
  await choose(fileOf(count));
  await click('Save them');
  await page.locator('.library-row [data-paper]').first().waitFor();
}

const selectAll = (): Promise<void> => page.locator('.library-all input').check();

const STATES: readonly (readonly [state: string, arrive: () => Promise<void>])[] = [
  ['without papers', () => saying('No paper is saved yet')],
  ['with one paper', () => keep(1)],
  ['with 300 papers', () => keep(300)],
  [
    'filtered until nothing is left',
    async () => {
      await keep(3);
      await page.getByRole('searchbox').fill('qqqq zzzz');
      await saying('Nothing found');
      await click('Clear');
      await page.locator('.library-row [data-paper]').first().waitFor();
      await page.getByRole('searchbox').fill('qqqq zzzz');
      await saying('Nothing found');
    },
  ],
  [
    'with papers selected',
    async () => {
      await keep(5);
      await selectAll();
      await saying(/^5 selected of 5 papers/);
    },
  ],
  [
    'after papers were removed',
    async () => {
      await keep(5);
      await page.locator('.library-row input[type=checkbox]').first().check();
      await click('Remove');
      await page.getByRole('button', { name: 'Undo' }).waitFor();
    },
  ],
  [
    'comparing papers',
    async () => {
      await keep(4);
      await selectAll();
      await click('Compare');
      await page.getByRole('row', { name: /^Dice/ }).waitFor();
    },
  ],
  [
    'asked before a file is imported',
    async () => {
      await choose(fileOf(2));
      await saying('2 papers found.');
    },
  ],
  [
    'with a file that names no paper',
    async () => {
      await choose('Nothing in it');
      await saying('The file names no arXiv paper.');
    },
  ],
  [
    'with a damaged backup',
    async () => {
      await choose(fileOf(2).slice(0, -20));
      await saying(/cut off or was changed/);
    },
  ],
  [
    'with a backup of a later release',
    async () => {
      await choose(fileOf(1).replace(`"version": ${BACKUP_VERSION}`, `"version": ${BACKUP_VERSION + 1}`));
      await saying(/A later version of Sidelight wrote this backup/);
    },
  ],
  [
    'asked before all is deleted',
    async () => {
      await keep(2);
      await click('Delete all…');
      await saying(/Delete 2 saved papers/);
    },
  ],
  [
    'while the disk is full',
    async () => {
      await page.evaluate(() => {
        IDBObjectStore.prototype.put = () => {
          throw new DOMException('No room', 'QuotaExceededError');
        };
      });
      await choose(fileOf(2));
      await click('Save them');
      await saying(/disk is full/);
    },
  ],
  [
    'of papers met, without any',
    async () => {
      await page.getByRole('navigation').getByRole('button').last().click();
      await page.locator('.empty').waitFor();
    },
  ],
];

describe('the page of my papers', () => {
  test.each(rowsOf(STATES, 3))('has no violations %s', async (_, arrive) => {
    page = await chromium.context.newPage();
    await page.goto(`chrome-extension://${chromium.extensionId}/library.html`);
    await page.locator('.library-tools').waitFor();
    await arrive();
    expect(await faultsInBothThemes(page, page)).toEqual([]);
  });
});
