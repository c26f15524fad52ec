import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '@/lib/shared/settings/fields';
import { SETTINGS_VERSION } from '@/lib/extension/settings/stored';
import goldenV1 from '../../fixtures/library/v1.json';
import { FIRST_RELEASE, workOnLibrary, type LibraryWork } from '../support/library-database';
import { ENTRIES, listingWeb } from '../support/listings';
import { catalogueTitle, KNOWN, UNKNOWN } from '../support/pages';
import { FIXTURE_WEB } from '../support/web';
import { EXTENSION_ID, launchFirefox, waitForOwnFrame, type Firefox } from './support/firefox';
import { badgesOf, READ_BADGES } from './support/closed-badges';
import { setDisk, startWithPapers } from './support/my-papers';
import { inOwnPage } from './support/own-page';
import { whenAtRest } from './support/places';

const NEW = 'https://arxiv.org/list/cs.CV/new';
const ABSTRACT = `https://arxiv.org/abs/${KNOWN.id}`;

const downloads = mkdtempSync(join(tmpdir(), 'sidelight-downloads-'));
const BACKUP = join(downloads, 'sidelight-papers.json');

let firefox: Firefox;
let page: Page;
beforeAll(async () => {
  firefox = await launchFirefox({ hasPacks: false, web: listingWeb(ENTRIES, FIXTURE_WEB), downloads });
  page = await firefox.openTab();
});
afterAll(async () => {
  await firefox.close();
  rmSync(downloads, { recursive: true });
});

const textOf = (frame: Page | Frame): Promise<string> => frame.evaluate(() => document.body.innerText);

/** Presses the button with this name once it exists; a number at the end of its name may be omitted. */
async function press(frame: Page | Frame, name: string): Promise<void> {
  await expect
    .poll(() =>
      frame.evaluate((wanted) => {
        const button = [...document.querySelectorAll('button')].find(
          ({ textContent, disabled }) => textContent.trim() === wanted && !disabled,
        );
        button?.click();
        return button !== undefined;
      }, name),
    )
    .toBe(true);
}

/** Evaluates in one of the extension's pages, which have all of its rights. */
const inExtension = <Answer>(work: (own: Page) => Promise<Answer>): Promise<Answer> =>
  inOwnPage(firefox, page, work);
const inDatabase = (work: LibraryWork): Promise<unknown> =>
  inExtension((own) => own.evaluate(workOnLibrary, work));
const recordOf = (id: string): Promise<unknown> => inDatabase({ kind: 'record', id });

const BOTH = [KNOWN.id, UNKNOWN.id];
const startWith = (ids: readonly string[], status?: string): Promise<void> =>
  inExtension((own) => startWithPapers(own, ids, status));

/** The ids in the list of my papers. */
const listed = (own: Page): Promise<string[]> =>
  own.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.library-row [data-paper]')].map(
      ({ dataset }) => dataset['paper'] ?? '',
    ),
  );

describe('my papers in Firefox', () => {
  test('remember papers met in a list once that is switched on, and forget them', async () => {
    const settings = { version: SETTINGS_VERSION, values: { ...DEFAULT_SETTINGS, metPapers: 'month' } };
    await inExtension((own) => own.evaluate(`browser.storage.local.set(${JSON.stringify({ settings })})`));
    // Looking before there is a database must not make an empty one.
    expect(await recordOf(UNKNOWN.id)).toBeNull();
    await page.goto(NEW);
    // They are stored after the list has its answer.
    await expect
      .poll(() => inDatabase({ kind: 'record', id: UNKNOWN.id, store: 'met' }))
      .toMatchObject({ title: UNKNOWN.title });
    const own = await firefox.openOwn('library.html#met');
    await expect.poll(() => textOf(own)).toContain(UNKNOWN.title);
    await press(own, 'Forget all…');
    await expect
      .poll(() =>
        own.evaluate(() => {
          const sure = [...document.querySelectorAll('button')].find(({ textContent }) =>
            /^Forget \d+ papers?$/.test(textContent),
          );
          sure?.click();
          return document.body.innerText;
        }),
      )
      .toContain('No papers met');
    await own.close();
    await inExtension((each) => each.evaluate('browser.storage.local.clear()'));
  });

  test('include a paper saved from its panel, which can be removed and restored', async () => {
    await startWith([]);
    await page.goto(ABSTRACT);
    const panel = await waitForOwnFrame(page, catalogueTitle(KNOWN));
    await press(panel, 'Save');
    await expect.poll(() => recordOf(KNOWN.id)).toMatchObject({ id: KNOWN.id, status: 'to-read' });
    await press(panel, 'Saved');
    await expect.poll(() => recordOf(KNOWN.id)).toBeNull();
    await press(panel, 'Undo');
    await expect.poll(() => recordOf(KNOWN.id)).toMatchObject({ id: KNOWN.id });
  });

  test('include a paper saved in a list by its key, and the list shows it', async () => {
    await startWith([KNOWN.id]);
    await page.goto(NEW);
    await whenAtRest(page);
    const marks = async (): Promise<(string | null)[]> =>
      badgesOf(await inExtension((own) => own.evaluate(READ_BADGES))).map(({ status }) => status);
    await expect.poll(marks).toEqual(['to-read', null, null, null]);
    await inExtension((own) =>
      own.evaluate(`browser.tabs.query({ url: 'https://arxiv.org/*' }).then(([tab]) => browser.tabs.sendMessage(
        tab.id, { protocol: 'sidelight/1', to: 'listing', name: 'toggleTools' }, { frameId: 0 })).then(String)`),
    );
    await expect.poll(() => page.evaluate(() => document.querySelectorAll('sidelight-tools').length)).toBe(1);
    for (const { id } of [KNOWN, UNKNOWN]) {
      await page.keyboard.press('j');
      await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe(id);
    }
    await page.keyboard.press('s');
    await expect.poll(marks).toEqual(['to-read', 'to-read', null, null]);
    await expect.poll(() => recordOf(UNKNOWN.id)).toMatchObject({ title: UNKNOWN.title });
  });

  test('can be searched, exported to a file, deleted, and restored from it', async () => {
    rmSync(BACKUP, { force: true });
    await startWith(BOTH);
    const own = await firefox.openOwn('library.html');
    await expect.poll(() => listed(own)).toHaveLength(2);
    await own.evaluate(() => document.querySelector<HTMLElement>('input[type=search]')?.focus());
    await own.keyboard.type('catalogue');
    await expect.poll(() => listed(own)).toEqual([UNKNOWN.id]);
    const before = await recordOf(UNKNOWN.id);
    await own.bringToFront();
    await press(own, 'Export all');
    await expect.poll(() => existsSync(BACKUP) && readFileSync(BACKUP, 'utf8').endsWith('}\n')).toBe(true);
    await press(own, 'Delete all…');
    await expect.poll(() => textOf(own)).toContain('Export a backup first');
    await press(own, 'Delete 2 papers');
    await expect.poll(() => recordOf(UNKNOWN.id)).toBeNull();
    await own.evaluate(
      (text) => {
        const input = document.querySelector<HTMLInputElement>('input[type=file]');
        const chosen = new DataTransfer();
        chosen.items.add(new File([text], 'sidelight-papers.json', { type: 'application/json' }));
        if (input) input.files = chosen.files;
        input?.dispatchEvent(new Event('change', { bubbles: true }));
      },
      readFileSync(BACKUP, 'utf8'),
    );
    await expect.poll(() => textOf(own)).toContain('2 papers found');
    await press(own, 'Save them');
    await expect.poll(() => recordOf(UNKNOWN.id)).toEqual(before);
    await own.close();
  });
});

const CHANGED = { id: KNOWN.id, status: 'reading' };
async function setStatus(panel: Frame, status: string): Promise<void> {
  await expect
    .poll(() =>
      panel.evaluate((wanted) => {
        const choice = document.querySelector<HTMLSelectElement>('.save select');
        if (!choice) return false;
        choice.value = wanted;
        choice.dispatchEvent(new Event('change', { bubbles: true }));
        return true;
      }, status),
    )
    .toBe(true);
}

const withDisk = (isFull: boolean): Promise<void> => inExtension((own) => setDisk(own, isFull));

describe('my papers in Firefox lose nothing that was acknowledged,', () => {
  test('if the disk is full, which is reported until there is room', async () => {
    await withDisk(false);
    await startWith(BOTH);
    await page.goto(ABSTRACT);
    const panel = await waitForOwnFrame(page, catalogueTitle(KNOWN));
    await withDisk(true);
    await setStatus(panel, 'reading');
    await expect.poll(() => textOf(panel)).toMatch(/disk is full/);
    expect(await recordOf(KNOWN.id)).toMatchObject({ status: 'to-read' });
    await withDisk(false);
    await setStatus(panel, 'reading');
    await expect.poll(() => recordOf(KNOWN.id)).toMatchObject(CHANGED);
  });

  test('if the background ends and starts again', async () => {
    await startWith(BOTH, 'reading');
    const addon = (work: string): Promise<unknown> =>
      firefox.window.evaluate(`ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs')
        .AddonManager.getAddonByID('${EXTENSION_ID}').then((addon) => addon.${work}()).then(String)`);
    await addon('disable');
    await addon('enable');
    await expect.poll(() => recordOf(KNOWN.id)).toMatchObject(CHANGED);
    const own = await firefox.openOwn('library.html');
    await expect.poll(() => listed(own)).toHaveLength(2);
    await own.close();
  });

  test('if two windows change the same paper at once', async () => {
    await startWith(BOTH);
    const windows = [await firefox.openOwn('library.html'), await firefox.openOwn('library.html')];
    for (const [at, own] of windows.entries()) {
      await expect.poll(() => listed(own)).toContain(KNOWN.id);
      await own.evaluate(
        (id) =>
          document.querySelector(`.library-row:has([data-paper="${id}"])`)?.querySelector('input')?.click(),
        KNOWN.id,
      );
      const write = (): Promise<boolean> =>
        own.evaluate((tag) => {
          const field = document.querySelector<HTMLInputElement>('.library-tag input');
          if (!field || field.matches(':disabled')) return false;
          field.value = tag;
          field.dispatchEvent(new Event('input', { bubbles: true }));
          return true;
        }, `window ${at}`);
      await expect.poll(write).toBe(true);
    }
    await Promise.all(
      windows.map((own) =>
        own.evaluate(() => document.querySelector<HTMLFormElement>('.library-tag')?.requestSubmit()),
      ),
    );
    await expect
      .poll(async () => JSON.stringify(await recordOf(KNOWN.id)))
      .toMatch(/window 0.*window 1|window 1.*window 0/);
    for (const own of windows) {
      await expect.poll(() => textOf(own)).toMatch(/window 0/);
      await own.close();
    }
  });

  test('if a record is damaged, which is kept and reported', async () => {
    await startWith(BOTH);
    const damaged = { id: '2413.99999', title: null, note: 'Half of it' };
    await inDatabase({ kind: 'put', record: damaged });
    const own = await firefox.openOwn('library.html');
    await expect.poll(() => textOf(own)).toContain('1 record cannot be read.');
    await expect.poll(() => listed(own)).toHaveLength(2);
    expect(await recordOf(damaged.id)).toEqual(damaged);
    await own.close();
  });

  test('if the first release wrote them, and a later release was used in between', async () => {
    await inDatabase(FIRST_RELEASE);
    const own = await firefox.openOwn('library.html');
    await expect.poll(() => listed(own)).toHaveLength(2);
    const [first] = goldenV1.papers;
    const id = first?.id ?? '';
    await inDatabase({ kind: 'later-release', id });
    await own.bringToFront();
    await own.evaluate((paper) => {
      document
        .querySelector(`[data-paper="${paper}"]`)
        ?.closest('.library-row')
        ?.querySelector('input')
        ?.click();
    }, id);
    await expect
      .poll(() =>
        own.evaluate(() => {
          const choice = document.querySelector<HTMLSelectElement>('.library-doings select');
          if (!choice || choice.matches(':disabled')) return false;
          choice.value = 'read';
          choice.dispatchEvent(new Event('change', { bubbles: true }));
          return true;
        }),
      )
      .toBe(true);
    await expect
      .poll(() => recordOf(id))
      .toEqual({ ...first, rating: 5, status: 'read', changedAt: expect.any(String) });
    await own.close();
  });

  test('and no request was made, and nothing failed except for the disk', async () => {
    expect(firefox.outgoing()).toEqual([]);
    expect(await firefox.faults()).toEqual([]);
  });
});
