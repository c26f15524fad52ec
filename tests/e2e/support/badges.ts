/** Reads the badges and the card of a listing as a user sees them. Their shadow roots are closed to the page. */
import type { Frame, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Chromium } from './chromium';
import { badgesInClosed } from './closed';
import { whenStill } from './still';

/** All elements that the extension adds to a listing. */
const OURS = 'sidelight-badge, sidelight-card, sidelight-tools, sidelight-list-button';

/** A page of either browser's driver, as far as it runs a function in the page. */
interface Evaluating {
  evaluate(inPage: (selector: string) => string, selector: string): Promise<string>;
}

/** The markup of the whole document without the extension's elements: what the site itself made. */
export const ownMarkup = (page: Evaluating): Promise<string> =>
  page.evaluate((ours) => {
    const copy = document.documentElement.cloneNode(true);
    if (!(copy instanceof Element)) return '';
    for (const each of copy.querySelectorAll(ours)) each.remove();
    return copy.outerHTML;
  }, OURS);

/** The ids of a listing's entries in order. Runs in the page. */
export const readOrder = (): readonly string[] =>
  [...document.querySelectorAll('dt a[title=Abstract]')].map(({ id }) => id);

interface BadgeCount {
  readonly badges: number;
  /** Of papers in the catalogue. */
  readonly known: number;
}

/** The current number of badges on the page. */
export function countBadges(page: Page): Promise<BadgeCount> {
  return page.evaluate(() => ({
    badges: document.querySelectorAll('sidelight-badge').length,
    known: document.querySelectorAll('sidelight-badge[data-known]').length,
  }));
}

/** Waits until the page has this many badges. */
export async function waitForBadges(page: Page, expected: BadgeCount): Promise<void> {
  await expect.poll(() => countBadges(page), { interval: 50 }).toEqual(expected);
}

/** Scrolls to the end of the page, so that every entry comes near the window. */
export async function scrollThrough(page: Page): Promise<void> {
  for (let step = 0; step < 100; step += 1) {
    const isEnd = await page.evaluate(() => {
      window.scrollBy({ top: window.innerHeight * 1.5, behavior: 'instant' });
      return window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 2;
    });
    // The page's observers run once per frame; a busy machine may draw no frame during a step.
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    await page.waitForTimeout(100);
    if (isEnd) return;
  }
}

/** The position of the card once it is visible, has its content and rests, in CSS pixels of the window. */
export async function waitForCard(
  page: Page,
): Promise<{ readonly frame: Frame; readonly box: DOMRectReadOnly }> {
  await page.locator('sidelight-card[data-shown]').waitFor({ state: 'attached' });
  const find = (): Frame | undefined => page.frames().find((each) => each.url().includes('/card.html'));
  await expect.poll(find).toBeDefined();
  const frame = find();
  if (!frame) throw new Error('The card has no frame');
  await frame.locator('h1').first().waitFor();
  const box = await whenStill<DOMRectReadOnly>(() =>
    page.evaluate(() => document.querySelector('sidelight-card')?.getBoundingClientRect().toJSON()),
  );
  return { frame, box };
}

/** Waits until no card is visible. */
export async function waitForNoCard(page: Page): Promise<void> {
  await expect.poll(() => page.locator('sidelight-card[data-shown]').count()).toBe(0);
}

/** The badge of an entry, by the paper in its link. */
export function badgeOf(page: Page, id: string) {
  return page
    .locator(`dt:has(a[href*="${id}"]), li:has(a[href*="/abs/${id}"]), article:has(a[href*="${id}"])`)
    .locator('sidelight-badge');
}

/** The status that the badge of a saved entry shows; undefined if the paper is not saved. */
export async function statusOf(page: Page, id: string): Promise<string | undefined> {
  const at = await badgeOf(page, id).evaluate((badge) =>
    [...document.querySelectorAll('sidelight-badge')].findIndex((each) => each === badge),
  );
  return (await badgesInClosed(page))[at]?.status;
}

/**
 * Shows or hides the toolbar, as the keyboard command does, and waits until it did; its keys cannot be pressed from
 * outside the browser.
 */
export async function toggleTools(chromium: Chromium, page: Page): Promise<void> {
  const count = (): Promise<number> => page.locator('sidelight-tools').count();
  const before = await count();
  const worker = await chromium.worker();
  await worker.evaluate(async (address) => {
    const { tabs } = Reflect.get(globalThis, 'chrome');
    const [tab] = await tabs.query({ url: `${address.split('?')[0]}*` });
    const message = { protocol: 'sidelight/1', to: 'listing', name: 'toggleTools' };
    return tabs.sendMessage(tab.id, message, { frameId: 0 });
  }, page.url());
  await expect.poll(count).toBe(1 - before);
}

/** What the badges' buttons are read aloud as. */
export async function spokenBadges(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes
    .filter(({ role }) => role?.value === 'button')
    .map(({ name }) => String(name?.value))
    .filter((name) => name.startsWith('Sidelight, '));
}

/** All texts on the page that are visible, including those in closed shadow roots. */
export async function spokenOn(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes.map(({ name }) => String(name?.value ?? '')).join('\n');
}
