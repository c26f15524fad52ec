/** How text and links wrap in a panel of the initial width, 368 pixels, and in a card. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Frame, Page } from 'playwright-core';
import { badgeOf, waitForBadges, waitForCard, waitForNoCard } from './support/badges';
import { faultsOf, launchChromium, waitForPanel, type Chromium } from './support/chromium';
import { ALL, NEW } from './support/listing-browser';
import { ENTRIES, listingWeb } from './support/listings';
import { handleCentre, resetStorage } from './support/look';
import { absPage, KNOWN, OTHER, UNKNOWN, type FakePaper } from './support/pages';
import { whenStill } from './support/still';
import { FIXTURE_WEB } from './support/web';

/** A paper with a link of each kind. */
const LINKED: FakePaper = {
  id: '2101.00009',
  title: 'A paper of which there is everything',
  abstract: `We segment organs. Code: https://github.com/example/everything.
    Model: https://huggingface.co/example/everything-large. Data:
    https://huggingface.co/datasets/example/everything. Project page: https://example.github.io/everything.`,
};

let chromium: Chromium;
let page: Page;
beforeAll(async () => {
  const web = listingWeb(ENTRIES, FIXTURE_WEB);
  chromium = await launchChromium({
    web: (url) =>
      url.pathname === `/abs/${LINKED.id}`
        ? { contentType: 'text/html; charset=utf-8', body: absPage(LINKED) }
        : web(url),
  });
});
afterEach(async () => {
  await page.close();
  await resetStorage(chromium);
});
afterAll(() => chromium.close());

async function open(address: string, height = 800): Promise<void> {
  page = await chromium.context.newPage();
  await page.setViewportSize({ width: 1280, height });
  await page.goto(address);
}

async function openPanel(paper: FakePaper, height?: number): Promise<Frame> {
  await open(`https://arxiv.org/abs/${paper.id}`, height);
  if (paper !== KNOWN) await page.mouse.click(...(await handleCentre(page)));
  const panel = await waitForPanel(page);
  await panel.getByRole('heading', { level: 1 }).waitFor();
  await expect.poll(() => panel.evaluate(() => window.innerWidth)).toBeGreaterThan(340);
  return panel;
}

/** The last line of each element's text, with the number of lines. */
const lastLines = (frame: Frame, selector: string): Promise<{ lines: number; last: string }[]> =>
  frame.locator(selector).evaluateAll((elements) =>
    elements.map((element) => {
      const words: { top: number; text: string }[] = [];
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode())
        for (const { 0: text, index } of (node.textContent ?? '').matchAll(/\S+/g)) {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + text.length);
          words.push({ top: Math.round(range.getBoundingClientRect().bottom / 4), text });
        }
      const end = words.at(-1)?.top;
      return {
        lines: new Set(words.map(({ top }) => top)).size,
        last: words
          .filter(({ top }) => top === end)
          .map(({ text }) => text)
          .join(' '),
      };
    }),
  );

test('four links take two lines if two fit on one', async () => {
  const panel = await openPanel(LINKED);
  await panel.locator('.links .button').nth(3).waitFor();
  const tops = await whenStill(() =>
    panel
      .locator('.links .button')
      .evaluateAll((links) => links.map((link) => Math.round(link.getBoundingClientRect().top))),
  );
  expect(tops).toHaveLength(4);
  expect(new Set(tops).size).toBe(2);
});

describe('related papers', () => {
  test.each([800, 560])('are previewed on at most 40 % of a panel %i px high', async (height) => {
    const panel = await openPanel(KNOWN, height);
    const rows = panel.locator('.papers .listed-title');
    await rows.first().waitFor();
    const count = await rows.count();
    for (const at of [0, count - 1]) {
      await rows.nth(at).focus();
      const title = await rows.nth(at).textContent();
      await expect.poll(() => panel.locator('.preview-title').textContent()).toBe(title);
      const share = await whenStill(() =>
        panel.evaluate(
          () =>
            (document.querySelector('.preview')?.getBoundingClientRect().height ?? 0) / window.innerHeight,
        ),
      );
      expect(share).toBeGreaterThan(0);
      expect(share).toBeLessThanOrEqual(0.4);
    }
  });

  test.each(['Report generation', 'Vision-language model', 'New method'])(
    'with the tag “%s” have no line with only the word “code”',
    async (tag) => {
      const panel = await openPanel(KNOWN);
      await panel.getByRole('button', { name: tag, exact: true }).first().click();
      await panel.locator('.section-title', { hasText: tag }).waitFor();
      const rows = panel.locator('.papers .listed', { has: panel.locator('.has-code') });
      await rows.nth(4).waitFor();
      const alone = await rows.evaluateAll((each) =>
        each.flatMap((row) => {
          const code = row.querySelector('.has-code')?.getBoundingClientRect() ?? new DOMRect();
          const range = document.createRange();
          const isBeside = [...row.querySelectorAll('.listed-why, .listed-facts > *:not(.has-code)')].some(
            (other) => {
              range.selectNodeContents(other);
              return [...range.getClientRects()].some(
                ({ top, bottom, width }) => width > 0 && top < code.bottom - 2 && bottom > code.top + 2,
              );
            },
          );
          return isBeside ? [] : [row.textContent];
        }),
      );
      expect(alone).toEqual([]);
    },
  );
});

test('the note of a card does not end with a line of a single word', async () => {
  await open(NEW);
  await page.waitForFunction(() => Reflect.get(window, 'isAtRest') === true);
  await waitForBadges(page, ALL);
  for (const { id } of [KNOWN, OTHER, UNKNOWN]) {
    await badgeOf(page, id).click();
    const { frame } = await waitForCard(page);
    await expect
      .poll(async () =>
        (await lastLines(frame, '.card-source')).map(({ lines, last }) => lines > 1 && !last.includes(' ')),
      )
      .toEqual([false]);
    await page.keyboard.press('Escape');
    await waitForNoCard(page);
  }
});

test('all tests of this file ran without a failure', () => {
  expect(faultsOf(chromium)).toEqual([]);
});
