/**
 * `npm run screenshots`: builds, and takes the screenshots for the README and the stores into
 * `public/screenshots`.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import type { PaperRecord } from '@/lib/domain/paper';
import { pageOf, type PageKind } from '@/lib/sites/pages';
import { CHROMIUM_SWITCHES, ensureBrowser } from './browsers';
import { packRecords } from '@/lib/cli/demo/library';
import { demoDailyPage, demoListPage, demoRecentPage, demoSearchPage } from '@/lib/cli/demo/listing';
import { DEMO_ID, demoAbstractPage, demoHuggingFacePage, OUTSIDE_ID, readRecord } from '@/lib/cli/demo/page';
import { pdfFile } from '@/lib/cli/demo/pdf';
import { takeLibrary, takeOrdered } from '@/lib/cli/library-screenshots';
import { closeWelcome } from '@/lib/cli/welcome-tab';

const EXTENSION = resolve('.output/chrome-mv3');
const FOLDER = 'public/screenshots';

/** A paper whose abstract has no results. */
const NO_RESULTS = '2108.00316';

/** An invented paper outside the catalogue, with a long title and mathematics in it. */
const LONG_TITLE = {
  ...readRecord(DEMO_ID),
  summary: '',
  authors: { names: ['Ada Example', 'Ben Example'] },
  results: [
    'We segment lesions in chest X-ray images and reach a Dice score of 0.84',
    'The AUROC rises to 0.91 on MIMIC-CXR',
  ].map((anchor) => ({ metric: null, value: '', kind: 'level' as const, role: 'own' as const, anchor })),
  title:
    'An Invented Title of Great Length, to Show How $\\ell_1$-Regularised Networks with $O(n \\log n)$ Attention and $\\mathcal{N}(0, \\sigma^2)$ Noise Are Set in a Narrow Panel',
};
const LONG_TITLE_ID = '2501.00001';

/** A paper of the shipped pack as its page has it; the annotation is read from the page. */
function outsideRecord(): PaperRecord {
  const [found] = packRecords([OUTSIDE_ID]);
  if (!found) throw new Error(`The pack has no ${OUTSIDE_ID}`);
  const { id, title, authors, published } = found;
  const { venue: _, ...demo } = readRecord(DEMO_ID);
  return { ...demo, id, title, published, authors: { names: authors }, summary: '', results: [] };
}

interface Shot {
  readonly name: string;
  readonly address: string;
  readonly dark?: boolean;
  readonly width?: number;
  readonly height?: number;
  /** Whether the sidebar starts folded on this page and has to be opened. */
  readonly folded?: boolean;
}

const SHOTS: readonly Shot[] = [
  { name: 'sidebar-light', address: `https://arxiv.org/abs/${DEMO_ID}` },
  { name: 'sidebar-dark', address: `https://arxiv.org/abs/${DEMO_ID}`, dark: true },
  { name: 'narrow', address: `https://arxiv.org/abs/${DEMO_ID}`, width: 390, height: 780, folded: true },
  { name: 'pdf', address: `https://arxiv.org/pdf/${DEMO_ID}` },
  { name: 'hugging-face', address: `https://huggingface.co/papers/${DEMO_ID}` },
  { name: 'hugging-face-dark', address: `https://huggingface.co/papers/${DEMO_ID}`, dark: true },
  { name: 'no-results', address: `https://arxiv.org/abs/${NO_RESULTS}` },
  { name: 'long-title', address: `https://arxiv.org/abs/${LONG_TITLE_ID}`, folded: true },
  { name: 'outside', address: `https://arxiv.org/abs/${OUTSIDE_ID}`, folded: true },
  { name: 'outside-dark', address: `https://arxiv.org/abs/${OUTSIDE_ID}`, folded: true, dark: true },
];

/** Taken with Chinese as the browser's language. */
const CHINESE: readonly Shot[] = [
  { name: 'sidebar-zh', address: `https://arxiv.org/abs/${DEMO_ID}` },
  { name: 'long-title-zh', address: `https://arxiv.org/abs/${LONG_TITLE_ID}`, folded: true },
];

/** A list without abstracts. */
const RECENT = 'https://arxiv.org/list/cs.CV/recent';

/** Listings with badges, with the card of one entry open. */
const LISTINGS: readonly Shot[] = [
  { name: 'listing-new', address: 'https://arxiv.org/list/cs.CV/new' },
  { name: 'listing-recent', address: RECENT },
  { name: 'listing-search', address: 'https://arxiv.org/search/?query=medical+image&searchtype=all' },
  { name: 'listing-daily', address: 'https://huggingface.co/papers/date/2026-08-03' },
];

/** A list with all papers of the catalogue, so that some are near to the saved ones. */
const WHOLE = 'https://arxiv.org/list/cs.CV/new?skip=0&show=100';

function listingAt(kind: PageKind, dark: boolean, address: string): string | undefined {
  if (address === RECENT) return demoRecentPage({ dark });
  if (kind === 'listing') return demoListPage({ dark, isWhole: address === WHOLE });
  if (kind === 'search') return demoSearchPage({ dark });
  return kind === 'hf-daily' ? demoDailyPage({ dark }) : undefined;
}

/** The browser's colour scheme and language. */
interface BrowserLook {
  readonly dark?: boolean;
  /** A language that the extension has texts for, as a BCP 47 tag. */
  readonly language?: string;
}

async function launch(
  executablePath: string,
  { dark = false, language = 'en-US' }: BrowserLook,
): Promise<[context: BrowserContext, profile: string]> {
  const profile = mkdtempSync(join(tmpdir(), 'sidelight-pictures-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    viewport: { width: 1280, height: 800 },
    colorScheme: dark ? 'dark' : 'light',
    args: [
      ...CHROMIUM_SWITCHES,
      `--lang=${language}`,
      `--disable-extensions-except=${EXTENSION}`,
      `--load-extension=${EXTENSION}`,
    ],
    // Chromium on Linux takes its language from this variable instead of the switch.
    env: { ...process.env, LANGUAGE: language.replace('-', '_') },
  });
  await context.route(/^https?:/, (route) => {
    const { kind, paperId } = pageOf(route.request().url());
    const listing = listingAt(kind, dark, route.request().url());
    if (listing) return route.fulfill({ contentType: 'text/html; charset=utf-8', body: listing });
    if (!paperId) return route.fulfill({ status: 404, body: '' });
    const record =
      paperId === LONG_TITLE_ID
        ? { ...LONG_TITLE, id: paperId }
        : paperId === OUTSIDE_ID
          ? outsideRecord()
          : readRecord(paperId);
    if (kind === 'pdf') return route.fulfill({ contentType: 'application/pdf', body: pdfFile(record.title) });
    const demo = kind === 'abs' ? demoAbstractPage : demoHuggingFacePage;
    const body = demo(record, { dark, isPicture: true });
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body });
  });
  await closeWelcome(context, EXTENSION);
  return [context, profile];
}

/** Opens the sidebar by its handle, in a window too narrow for it to open by itself. */
async function openByHandle(page: Page): Promise<void> {
  await page.locator('sidelight-sidebar').waitFor({ state: 'attached' });
  await page.waitForTimeout(300);
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  await page.mouse.click(width - 8, height * 0.62 + 22);
}

async function takeShot(
  context: BrowserContext,
  { name, address, width = 1280, height = 800, folded = false }: Shot,
): Promise<void> {
  const page = await context.newPage();
  await page.setViewportSize({ width, height });
  await page.goto(address);
  if (folded) await openByHandle(page);
  await page.waitForFunction(() => document.querySelector('sidelight-sidebar') !== null);
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const panel = page.frames().find((frame) => frame.url().includes('/panel.html'));
    // The related papers come last.
    if (panel && (await panel.locator('.papers, .section .nothing').count()) > 0) break;
    await page.waitForTimeout(100);
  }
  // The browser's PDF viewer starts slowly, and has no event for when it is ready.
  await page.waitForTimeout(name === 'pdf' ? 4000 : 500);
  await page.screenshot({ path: `${FOLDER}/${name}.png` });
  await page.close();
}

/** Takes a screenshot of a listing with a card, opened by hovering. */
async function takeListing(context: BrowserContext, { name, address }: Shot, suffix: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(address);
  const badge = page.locator(`dt, li, article`).filter({ has: page.locator(`a[href*="${DEMO_ID}"]`) });
  await badge.locator('sidelight-badge').waitFor({ state: 'attached' });
  await page.waitForTimeout(300);
  const box = await badge.locator('sidelight-badge').boundingBox();
  if (!box) throw new Error(`No badge at ${address}`);
  await page.mouse.move(box.x + 24, box.y + 40);
  await page.mouse.move(box.x + 24, box.y + box.height / 2, { steps: 4 });
  await page.locator('sidelight-card[data-shown]').waitFor({ state: 'attached' });
  await page.waitForTimeout(400);
  await page.screenshot({ path: `${FOLDER}/${name}${suffix}.png` });
  await page.close();
}

async function takeOwnPages(context: BrowserContext, suffix = ''): Promise<void> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const page = await context.newPage();
  await page.setViewportSize({ width: 600, height: 590 });
  await page.goto(new URL('/popup.html', worker.url()).href);
  await page.getByRole('combobox').first().fill('chest x-ray report');
  await page.waitForTimeout(500);
  await page.screenshot({ path: `${FOLDER}/popup${suffix}.png` });
  await page.setViewportSize({ width: 900, height: 800 });
  await page.goto(new URL('/options.html', worker.url()).href);
  await page.waitForTimeout(300);
  await page.screenshot({ path: `${FOLDER}/settings${suffix}.png` });
  await page.close();
}

const found = ensureBrowser('chromium');
if (!found.ok) throw new Error(found.message);
const { status } = spawnSync('wxt', ['build'], { stdio: ['ignore', 'ignore', 'inherit'] });
if (status !== 0) throw new Error('The build failed.');
mkdirSync(FOLDER, { recursive: true });
let count = 0;
for (const dark of [false, true]) {
  const [context, profile] = await launch(found.path, { dark });
  for (const shot of SHOTS.filter((each) => (each.dark ?? false) === dark)) await takeShot(context, shot);
  const suffix = dark ? '-dark' : '';
  const pathOf = (name: string): string => `${FOLDER}/${name}${suffix}.png`;
  for (const shot of LISTINGS) await takeListing(context, shot, suffix);
  if (!dark) await takeOwnPages(context);
  // Last, since they change the profile by saving papers.
  await takeOrdered(context, WHOLE, pathOf('listing-ordered'));
  count += 1 + (await takeLibrary(context, pathOf));
  await context.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
}
const [chinese, chineseProfile] = await launch(found.path, { language: 'zh-CN' });
for (const shot of CHINESE) await takeShot(chinese, shot);
await takeOwnPages(chinese, '-zh');
await chinese.close();
rmSync(chineseProfile, { recursive: true, force: true, maxRetries: 3 });
console.log(`Wrote ${SHOTS.length + CHINESE.length + 2 * LISTINGS.length + 4 + count} pictures to ${FOLDER}`);
