/** A browser for tests of faults. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { Page } from 'playwright-core';
import { EXTENSION, launchChromium, type Chromium } from './chromium';
import { ENTRIES, listingWeb } from './listings';
import { storedUnder } from './look';
import { IS_FULL } from './matrix';
import { KNOWN } from './pages';
import { FIXTURE_WEB } from './web';

/** The abstract page of a paper of the catalogue. */
export const ABSTRACT = `https://arxiv.org/abs/${KNOWN.id}`;

/** The browser of the current suite, or of the current test where its copy of the extension is damaged. */
export let chromium: Chromium;

/** A page at an address. */
export async function open(address: string): Promise<Page> {
  const page = await chromium.context.newPage();
  await page.goto(address);
  return page;
}

/** One of the extension's own pages. */
export const own = (pageName: string): Promise<Page> =>
  open(`chrome-extension://${chromium.extensionId}/${pageName}`);

/** What the extension stored under a key. */
export const stored = (key: string): Promise<unknown> => storedUnder(chromium, key);

/** Gives the tests of a file or a suite a browser, which is reset for each of them. */
export function useChromium(): void {
  beforeAll(async () => {
    chromium = await launchChromium({ hasPacks: IS_FULL });
  });
  afterEach(() => chromium.renew());
  afterAll(() => chromium.close());
}

/** Damages the copy of the extension in a folder. */
export type Damage = (folder: string) => void;

/** A browser for each test, whose copy of the extension was damaged. */
export function useDamagedCopy(damage: Damage): void {
  let folder: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sidelight-copy-'));
    cpSync(EXTENSION, folder, { recursive: true });
    damage(folder);
    chromium = await launchChromium({ extension: folder, web: listingWeb(ENTRIES, FIXTURE_WEB) });
  });
  afterEach(async () => {
    await chromium.close();
    rmSync(folder, { recursive: true, force: true });
  });
}
