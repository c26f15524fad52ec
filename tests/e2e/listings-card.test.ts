import { describe, expect, test } from 'vitest';
import { badgeOf, waitForBadges, waitForCard, waitForNoCard } from './support/badges';
import { faultsOf } from './support/chromium';
import {
  ALL,
  chromium,
  DAILY,
  NEW,
  open,
  page,
  SEARCH,
  startListingBrowser,
} from './support/listing-browser';
import { settle } from './support/look';
import { catalogueTitle, KNOWN, OTHER, UNKNOWN } from './support/pages';

startListingBrowser({ hasPacks: true });

const themesOfBadges = async (): Promise<ReadonlySet<string | null>> =>
  new Set(
    await page.evaluate(() =>
      [...document.querySelectorAll('sidelight-badge')].map((badge) => badge.getAttribute('data-theme')),
    ),
  );

describe('the card of a badge', () => {
  test('is loaded on first use, and shows summary, results, links and related papers', async () => {
    await open(NEW);
    await waitForBadges(page, ALL);
    await settle(page);
    expect(page.frames()).toHaveLength(1);
    await badgeOf(page, KNOWN.id).hover();
    const { frame, box } = await waitForCard(page);
    await frame.getByRole('heading', { level: 1, name: catalogueTitle(KNOWN).slice(0, 30) }).waitFor();
    await frame.getByText('RobbieHolland/SpecialistVLMs').waitFor();
    await expect.poll(() => frame.getByRole('row').count()).toBeGreaterThan(0);
    await expect.poll(() => frame.getByRole('listitem').count()).toBeGreaterThan(3);
    expect(await frame.locator('.summary').textContent()).not.toBe('');
    // Related papers state their provenance too.
    await frame.locator('.listed .provenance').first().waitFor();
    expect(box.left).toBeGreaterThanOrEqual(0);
    expect(box.bottom).toBeLessThanOrEqual(800);

    // Another badge, the same frame.
    await page.mouse.move(1200, 700);
    await waitForNoCard(page);
    await badgeOf(page, UNKNOWN.id).hover();
    await expect.poll(() => frame.getByRole('heading', { level: 1 }).textContent()).toBe(UNKNOWN.title);
    await frame.getByText('may be wrong').waitFor();
    expect(page.frames()).toHaveLength(2);
    await page.mouse.move(1200, 700);
    await waitForNoCard(page);
  });

  test('does not cover its own entry if the window has room beside it', async () => {
    await open(NEW);
    await waitForBadges(page, ALL);
    await badgeOf(page, UNKNOWN.id).click();
    const { box } = await waitForCard(page);
    const covered = await page.evaluate(
      ({ id, top, bottom }) => {
        const dt = document.querySelector(`dt:has(a[id="${id}"])`);
        return [dt, dt?.nextElementSibling].some((part) => {
          const rect = part?.getBoundingClientRect();
          return rect !== undefined && rect.top < bottom && rect.bottom > top;
        });
      },
      { id: UNKNOWN.id, top: box.top, bottom: box.bottom },
    );
    expect(covered).toBe(false);
  });

  test('supports the keyboard: focus shows it, Enter enters it, Escape returns to the badge', async () => {
    await open(NEW);
    await waitForBadges(page, ALL);
    await page.locator('dt a').first().focus();
    for (let presses = 0; presses < 12; presses += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement?.localName === 'sidelight-badge')) break;
    }
    await waitForCard(page);
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('sidelight-badge');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('sidelight-card');
    const { frame } = await waitForCard(page);
    await page.keyboard.press('Tab');
    await expect.poll(() => frame.evaluate(() => document.activeElement?.localName)).toMatch(/^(a|button)$/);
    await page.keyboard.press('Escape');
    await waitForNoCard(page);
    await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('sidelight-badge');
    // Focus that returns from the card or from another tab does not open a card.
    const other = await chromium.context.newPage();
    await other.bringToFront();
    await page.bringToFront();
    await other.close();
    await settle(page, 600);
    await waitForNoCard(page);
  });

  test('stays open after a click, and closes on a click outside', async () => {
    await open(SEARCH);
    await waitForBadges(page, ALL);
    await badgeOf(page, OTHER.id).click();
    await waitForCard(page);
    await page.mouse.move(1200, 700);
    await settle(page);
    expect(await page.locator('sidelight-card[data-shown]').count()).toBe(1);
    await page.mouse.click(1200, 700);
    await waitForNoCard(page);
  });

  test('is not clipped by the cards of Hugging Face, and a click on a badge opens no paper', async () => {
    await open(DAILY);
    await waitForBadges(page, ALL);
    await page.waitForFunction(() => Reflect.get(window, 'hydrated') === true);
    await settle(page);
    await badgeOf(page, KNOWN.id).click();
    const { box } = await waitForCard(page);
    expect(page.url()).toBe(DAILY);
    const hits = await page.evaluate(
      ({ left, top, right, bottom }) =>
        [
          [left + 20, top + 20],
          [right - 20, top + 20],
          [left + 20, bottom - 20],
          [right - 20, bottom - 20],
        ].map(([x = 0, y = 0]) => document.elementFromPoint(x, y)?.localName),
      box,
    );
    expect(hits).toEqual(['sidelight-card', 'sidelight-card', 'sidelight-card', 'sidelight-card']);
  });

  test('follows the page’s theme, like the badges, while another extension makes it dark and light again', async () => {
    await open(NEW);
    await waitForBadges(page, ALL);
    await expect.poll(themesOfBadges).toEqual(new Set(['light']));
    await badgeOf(page, KNOWN.id).click();
    const { frame } = await waitForCard(page);
    const paper = (): Promise<string> =>
      frame.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    await expect.poll(paper).toBe('rgb(255, 255, 255)');
    await page.evaluate(() => {
      document.documentElement.setAttribute('data-darkreader-scheme', 'dark');
      const style = document.createElement('style');
      style.className = 'darkreader';
      style.textContent = 'html, body { background: #181a1b !important }';
      document.head.append(style);
    });
    await expect.poll(themesOfBadges).toEqual(new Set(['dark']));
    await expect.poll(paper).toBe('rgb(20, 24, 26)');
    await page.evaluate(() => {
      document.documentElement.removeAttribute('data-darkreader-scheme');
      document.querySelector('.darkreader')?.remove();
    });
    await expect.poll(themesOfBadges).toEqual(new Set(['light']));
    await expect.poll(paper).toBe('rgb(255, 255, 255)');
  });

  test('is neither moved nor restyled by a page that changes its host', async () => {
    await open(SEARCH);
    await waitForBadges(page, ALL);
    await badgeOf(page, OTHER.id).click();
    const { frame, box } = await waitForCard(page);
    await page.evaluate(() => {
      const host = document.querySelector('sidelight-card');
      if (!(host instanceof HTMLElement)) throw new Error('No host');
      for (const name of ['data-shown', 'data-closed', 'hidden']) host.toggleAttribute(name);
      const moved = '--left: 0; --top: 0; left: 0; top: 0; width: 90px; opacity: .1; transform: scale(.2)';
      host.style.cssText = moved.replaceAll(/;|$/g, ' !important;');
      const sheet = document.createElement('style');
      sheet.textContent = `sidelight-card { ${host.style.cssText} display: none !important; }`;
      document.head.append(sheet);
    });
    const seen = await (await frame.frameElement()).boundingBox();
    expect(seen).toEqual({ x: box.left, y: box.top, width: box.width, height: box.height });
    const onTop = await page.evaluate(
      ({ left, top }) => document.elementFromPoint(left + 20, top + 20)?.localName,
      box,
    );
    expect(onTop).toBe('sidelight-card');
  });

  test('is not available to a page that frames it itself', async () => {
    await open(NEW);
    await waitForBadges(page, ALL);
    await page.evaluate((id) => {
      const frame = document.createElement('iframe');
      frame.src = `chrome-extension://${id}/card.html#guess`;
      document.body.append(frame);
    }, chromium.extensionId);
    await settle(page, 1200);
    expect(page.frames().filter((each) => each.url().includes('/card.html'))).toEqual([]);
    // The only error in this file: the browser's, about the page's own attempt.
    await expect.poll(() => chromium.errors.length).toBeGreaterThan(0);
    expect(chromium.errors.splice(0)).toEqual([expect.stringContaining('Denying load of')]);
  });

  test('causes no web request and no failure in any test of this file', async () => {
    await open(NEW);
    await waitForBadges(page, ALL);
    expect(faultsOf(chromium)).toEqual([]);
  });
});
