import { describe, expect, test } from 'vitest';
import { faultsOf, waitForPanel } from './support/chromium';
import { lookAtSidebar } from './support/look';
import { KNOWN } from './support/pages';
import { chromium, newPage, open, page, startBrowser } from './support/page-browser';

const ABSTRACT = `https://arxiv.org/abs/${KNOWN.id}`;

startBrowser({ hasPacks: false });

const onHuggingFace = (theme: string) =>
  page.evaluate((next) => document.documentElement.classList.toggle('dark', next === 'dark'), theme);

const onFullText = (theme: string) =>
  page.evaluate((next) => document.documentElement.setAttribute('data-theme', next), theme);

/** As Dark Reader does it: an attribute first, then an empty style sheet, and its rules a little later. */
const byDarkReader = (theme: string) =>
  page.evaluate((next) => {
    const root = document.documentElement;
    document.querySelector('.darkreader')?.remove();
    root.removeAttribute('data-darkreader-scheme');
    if (next === 'light') return;
    root.setAttribute('data-darkreader-scheme', next);
    const style = document.createElement('style');
    style.className = 'darkreader';
    document.head.append(style);
    setTimeout(() => style.sheet?.insertRule('html, body { background: #181a1b !important }'), 60);
  }, theme);

/** A page that declares support for dark mode, as extensions and sites without colours of their own do. */
const onSystem = async (theme: 'light' | 'dark') => {
  await page.evaluate(() => (document.documentElement.style.colorScheme = 'light dark'));
  await page.emulateMedia({ colorScheme: theme });
};

const inSettings = async (theme: 'light' | 'dark') => {
  const settings = await chromium.context.newPage();
  await settings.goto(`chrome-extension://${chromium.extensionId}/options.html`);
  await settings.locator(`input[value=${theme}]`).check();
  // Saving first reads what is stored: the page must not be closed in between.
  await settings
    .getByRole('status')
    .getByText(/^Saved\s*$/)
    .waitFor({ state: 'attached' });
  await settings.close();
};

/** The bar around the frame, which is visible as a strip at the panel's left edge. */
const bar = async (): Promise<string | undefined> => (await lookAtSidebar(page))?.bar;

describe('the panel’s colours', () => {
  test.each([
    ['Hugging Face', `https://huggingface.co/papers/${KNOWN.id}`, onHuggingFace],
    ['a full text', `https://arxiv.org/html/${KNOWN.id}v1`, onFullText],
    ['Dark Reader', ABSTRACT, byDarkReader],
    ['the system, if the page does', ABSTRACT, onSystem],
    ['the settings', ABSTRACT, inSettings],
    ['the settings, regardless of the page’s', `https://huggingface.co/papers/${KNOWN.id}`, inSettings],
  ] as const)('follow %s while it is open', async (_, address, change) => {
    await open(address);
    const panel = await waitForPanel(page);
    await panel.getByRole('heading', { level: 1 }).waitFor();
    const paper = (): Promise<string> =>
      panel.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    await expect.poll(paper).toBe('rgb(255, 255, 255)');
    await expect.poll(bar).toBe('rgb(255, 255, 255)');
    await change('dark');
    await expect.poll(paper).toBe('rgb(20, 24, 26)');
    await expect.poll(bar).toBe('rgb(20, 24, 26)');
    await change('light');
    await expect.poll(paper).toBe('rgb(255, 255, 255)');
    await expect.poll(bar).toBe('rgb(255, 255, 255)');
  });

  test('stay light beside a page that is white whatever the system says', async () => {
    await newPage();
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(ABSTRACT);
    const panel = await waitForPanel(page);
    await panel.getByRole('heading', { level: 1 }).waitFor();
    await expect
      .poll(() => panel.evaluate(() => getComputedStyle(document.documentElement).backgroundColor))
      .toBe('rgb(255, 255, 255)');
    await expect.poll(bar).toBe('rgb(255, 255, 255)');
  });
});

test('all tests of this file ran without a web request and without a failure', () => {
  expect(chromium.requests.length).toBeGreaterThan(5);
  expect(faultsOf(chromium)).toEqual([]);
});
