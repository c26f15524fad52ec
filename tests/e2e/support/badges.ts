/** Looking at the badges and the card of a listing as a user would. Their insides are closed to the page. */
import type { Frame, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Chromium } from './chromium';

/** Everything that we put on a listing. */
export const OURS = 'sidelight-badge, sidelight-card, sidelight-tools, sidelight-list-button';

export interface BadgeCount {
  readonly badges: number;
  /** Of papers that the catalogue holds. */
  readonly known: number;
}

/** How many badges stand on the page now. */
export function countBadges(page: Page): Promise<BadgeCount> {
  return page.evaluate(() => ({
    badges: document.querySelectorAll('sidelight-badge').length,
    known: document.querySelectorAll('sidelight-badge[data-provenance=curated]').length,
  }));
}

/** Waits until so many badges stand on the page. */
export async function waitForBadges(page: Page, expected: BadgeCount, timeout = 20_000): Promise<void> {
  await expect.poll(() => countBadges(page), { timeout, interval: 50 }).toEqual(expected);
}

/** Reads down the whole page, as far as it goes, so that every entry comes near the window. */
export async function scrollThrough(page: Page): Promise<void> {
  for (let step = 0; step < 100; step += 1) {
    const isEnd = await page.evaluate(() => {
      window.scrollBy({ top: window.innerHeight * 1.5, behavior: 'instant' });
      return window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 2;
    });
    // The page learns what is near its window once a frame; a busy machine may draw none in the time that a step
    // takes.
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    await page.waitForTimeout(100);
    if (isEnd) return;
  }
}

/** Where the card lies once it is seen, in CSS pixels of the window. */
export async function waitForCard(
  page: Page,
): Promise<{ readonly frame: Frame; readonly box: DOMRectReadOnly }> {
  await page.locator('sidelight-card[data-shown]').waitFor({ state: 'attached' });
  const find = (): Frame | undefined => page.frames().find((each) => each.url().includes('/card.html'));
  await expect.poll(find).toBeDefined();
  const frame = find();
  if (!frame) throw new Error('The card has no frame');
  const box = await page.evaluate(() => {
    const rect = document.querySelector('sidelight-card')?.getBoundingClientRect();
    return rect ? rect.toJSON() : undefined;
  });
  return { frame, box };
}

/** Waits until no card is seen. */
export async function waitForNoCard(page: Page): Promise<void> {
  await expect.poll(() => page.locator('sidelight-card[data-shown]').count()).toBe(0);
}

/** The badge of an entry, by the paper that its link names. */
export function badgeOf(page: Page, id: string) {
  return page
    .locator(`dt:has(a[href*="${id}"]), li:has(a[href*="/abs/${id}"]), article:has(a[href*="${id}"])`)
    .locator('sidelight-badge');
}

/**
 * Shows the toolbar or puts it away, as the keyboard command does; its keys cannot be pressed from outside the
 * browser.
 */
export async function toggleTools(chromium: Chromium, page: Page): Promise<void> {
  const worker = await chromium.worker();
  await worker.evaluate(async (address) => {
    const { tabs } = Reflect.get(globalThis, 'chrome');
    const [tab] = await tabs.query({ url: `${address.split('?')[0]}*` });
    const message = { protocol: 'sidelight/1', to: 'listing', name: 'toggleTools' };
    return tabs.sendMessage(tab.id, message, { frameId: 0 });
  }, page.url());
}

/** Everything on the page that a user is told, closed to the page or not. */
export async function spokenOn(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes.map(({ name }) => String(name?.value ?? '')).join('\n');
}
