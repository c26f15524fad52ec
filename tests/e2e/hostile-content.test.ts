import { describe, expect, test } from 'vitest';
import type { Frame } from 'playwright-core';
import { findPanel, waitForPanel } from './support/chromium';
import { attack, checkExtension, openCard, startHostileBrowser, unfold } from './support/hostile-browser';
import { MARKUP } from './support/hostile-pages';
import { countHosts, settle } from './support/look';
import { KNOWN, OTHER, UNKNOWN } from './support/pages';
import { longestWork } from './support/stalls';
import { chromium, newPage, open, page } from './support/page-browser';

/** Selects scripts that are not the panel's own. */
const FOREIGN_SCRIPT = 'script:not([type=module], [src="/panel-opening.js"])';

startHostileBrowser();

/** Whether any code of the page ran in it or in our frames, or changed the prototypes of either. */
async function wasHarmed(): Promise<boolean> {
  const found = await Promise.all(
    page.frames().map((frame) => frame.evaluate(() => 'harmed' in window || 'polluted' in {})),
  );
  return found.includes(true);
}

const addressesIn = (panel: Frame): Promise<string[]> =>
  panel.evaluate(() => [...document.querySelectorAll('a')].map((link) => link.href));

describe('markup in a page’s text', () => {
  test('is shown as text in the panel of an abstract page', async () => {
    await attack('markup');
    const panel = await unfold();
    await panel.getByText('onerror=').first().waitFor();
    expect(await panel.evaluate(() => document.querySelector('h1')?.textContent)).toContain('<img src=x');
    expect(await panel.locator(`img, svg[onload], ${FOREIGN_SCRIPT}, [onerror]`).count()).toBe(0);
    await settle(page);
    expect(await wasHarmed()).toBe(false);
  });

  test('and prototypes in Hugging Face’s data have no effect', async () => {
    await open(`https://huggingface.co/papers/${UNKNOWN.id}`);
    const panel = await unfold();
    await panel.getByText('onerror=').first().waitFor();
    expect(MARKUP).toContain('onerror=');
    expect(await panel.locator(`img, ${FOREIGN_SCRIPT}, [onerror]`).count()).toBe(0);
    expect((await addressesIn(panel)).filter((address) => !/^https?:\/\/[^@]*$/.test(address))).toEqual([]);
    expect(await wasHarmed()).toBe(false);
  });

  test('is shown as text on the card of a listing’s entry, and entries without an id get no badge', async () => {
    await open('https://arxiv.org/list/cs.CV/new?attack=listing');
    await page.locator('sidelight-badge').first().waitFor();
    await expect.poll(() => page.locator('sidelight-badge').count()).toBe(1);
    await settle(page);
    expect(await page.locator('sidelight-badge').count()).toBe(1);
    const frame = await openCard();
    await frame.getByText('onerror=').first().waitFor();
    expect(await frame.locator(`img, ${FOREIGN_SCRIPT}, [onerror]`).count()).toBe(0);
    expect(
      (await addressesIn(frame)).filter(
        (address) => !/^(?:https?|chrome-extension):\/\/[^@]*$/.test(address),
      ),
    ).toEqual([]);
    expect(await wasHarmed()).toBe(false);
  });

  test('in place of an id shows nothing', async () => {
    await attack('id-markup');
    await settle(page);
    expect(await countHosts(page)).toBe(0);
    expect(await wasHarmed()).toBe(false);
  });
});

describe('links on a page', () => {
  test('are not shown if they run code, contain passwords or read files', async () => {
    await attack('links');
    const panel = await unfold();
    await panel.getByRole('heading', { name: UNKNOWN.title }).waitFor();
    const addresses = await addressesIn(panel);
    expect(addresses.length).toBeGreaterThan(0);
    expect(
      addresses.filter((address) => !/^(?:https?:\/\/[^@]*|chrome-extension:.*)$/.test(address)),
    ).toEqual([]);
    expect(addresses.join(' ')).not.toMatch(/evil\.example|password|javascript/);
  });
});

describe('a page that names another paper than its address', () => {
  test.each(['', 'forged'])('gets a sidebar for neither, %s', async (also) => {
    await open(`https://arxiv.org/abs/${OTHER.id}?attack=id-other&${also}`);
    await settle(page);
    expect(await countHosts(page)).toBe(0);
  });
});

describe('a page of any size', () => {
  test.each([
    ['an abstract of a million characters', `https://arxiv.org/abs/${UNKNOWN.id}?attack=long`],
    ['a million characters without a space', `https://arxiv.org/abs/${UNKNOWN.id}?attack=unbroken`],
    ['entries of a hundred thousand characters', 'https://arxiv.org/list/cs.CV/new?attack=listing'],
    ['sixty thousand nodes', `https://arxiv.org/html/${KNOWN.id}v1?attack=nodes`],
  ])('with %s is never blocked for over 50 ms by our scripts', { timeout: 480_000 }, async (_, address) => {
    // Other processes only ever add time, so the fastest of several rounds is measured.
    let calmest = Infinity;
    for (let round = 0; round < 6 && calmest >= 50; round += 1) {
      if (round > 0) await page.close();
      await newPage();
      const { longest, pieces } = await longestWork(
        chromium.context,
        // Scripts on the page; the panel runs in a process of its own.
        (script) => /^chrome-extension:.*\/(?:content-scripts\/|sidebar\.js)/.test(script),
        async () => {
          await page.goto(address);
          const ours = page.locator('sidelight-sidebar, sidelight-badge').first();
          await ours.waitFor({ state: 'attached' });
          if (address.includes('/list/')) await openCard();
          else if (!findPanel(page)) await unfold();
          else await waitForPanel(page);
          await settle(page, 1500);
        },
      );
      expect(pieces).toBeGreaterThan(0);
      calmest = Math.min(calmest, longest);
    }
    expect(calmest).toBeLessThan(50);
  });
});

checkExtension();
