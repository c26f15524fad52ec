import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { WIDTH } from '@/lib/content/sidebar/state';
import { isPaperPage, pageOf } from '@/lib/sites/pages';
import { faultsOf, findPanel, launchChromium, waitForPanel, type Chromium } from './support/chromium';
import { controlsUnderHandle, controlsUnderSidebar, countHosts, resetStorage, settle } from './support/look';
import { rowsOf } from './support/matrix';
import { catalogueTitle } from './support/pages';
import { listSavedPages, webOf, type SavedPage } from './support/saved-pages';
import type { Web } from './support/web';

const saved = listSavedPages();
const catalogue = new Set(readdirSync('data/papers').map((file) => file.replace('.json', '')));

describe.skipIf(saved.length === 0)('saved pages', () => {
  let chromium: Chromium;
  let web: Web | undefined;
  beforeAll(async () => {
    chromium = await launchChromium({ web: (url) => web?.(url), pagesLoadFiles: true });
  });
  afterAll(() => chromium.close());

  /** Opens a saved page at its address and waits. */
  const open = async (page: SavedPage) => {
    web = webOf(page);
    const tab = await chromium.context.newPage();
    await tab.goto(page.url, { waitUntil: 'domcontentloaded' });
    return tab;
  };
  const ours = (): readonly string[] =>
    faultsOf(chromium).filter((fault) => fault.startsWith('asked') || fault.includes('chrome-extension:'));

  test.each(rowsOf(saved, 5).map((page) => [page.file, page] as const))(
    'have the right sidebar: %s',
    async (_, page) => {
      const expected = pageOf(page.url);
      const isPaper = isPaperPage(expected) && page.status === 200;
      const id = isPaper && catalogue.has(expected.paperId ?? '') ? expected.paperId : undefined;
      const tab = await open(page);
      const title = id && (await titleInPanel(tab));
      await settle(tab, 600);
      const isFolded = isPaper && id === undefined;
      const covered = isFolded ? controlsUnderHandle : controlsUnderSidebar;
      const look = async () => ({
        hosts: await countHosts(tab),
        hasPanel: findPanel(tab) !== undefined,
        covered: isPaper && tab.url().includes('arxiv.org') ? await covered(tab, WIDTH.usual) : [],
      });
      await expect.poll(look).toEqual({ hosts: isPaper ? 1 : 0, hasPanel: id !== undefined, covered: [] });
      // A renderer of mathematics may split a title's markup; its first words remain.
      expect(title?.slice(0, 20)).toBe(id && catalogueTitle({ id }).slice(0, 20));
      expect(ours()).toEqual([]);
      await tab.close();
      await resetStorage(chromium);
    },
  );
});

/** The heading of the panel in a page's sidebar. */
async function titleInPanel(tab: Page): Promise<string> {
  const heading = (await waitForPanel(tab)).getByRole('heading', { level: 1 });
  await heading.waitFor();
  return (await heading.textContent()) ?? '';
}
