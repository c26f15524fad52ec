import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { faultsOf, launchChromium, waitForPanel, type Chromium } from './support/chromium';
import { placeInClosed, textInClosed } from './support/closed';
import { citing, FULL_TEXT, fullTextWeb } from './support/full-texts';
import { resetStorage, settle } from './support/look';

const HOST = 'sidelight-citation';

let chromium: Chromium;
let page: Page;
beforeAll(async () => {
  chromium = await launchChromium({ web: fullTextWeb });
});
afterAll(() => chromium.close());
beforeEach(async () => {
  await resetStorage(chromium);
  page = chromium.context.pages()[0] ?? (await chromium.context.newPage());
  await page.goto('about:blank');
  await page.mouse.move(5, 5);
  await page.goto(FULL_TEXT);
  await waitForPanel(page);
});

const card = (): Promise<string | undefined> => textInClosed(page, HOST, 'card');
const citation = (nth: number) => page.locator('cite a').nth(nth);

describe('the card at a citation', () => {
  test('says what the entry prints, what the catalogue knows, and where else it is cited', async () => {
    const before = await page.evaluate(() => document.body.innerHTML);
    await citation(0).hover();
    await expect.poll(card).toContain('In the catalogue');
    const text = await card();
    for (const part of [
      '[1]',
      'Contrastive learning of medical visual representations',
      'arXiv preprint arXiv:2010.00747',
      'Code',
      'PDF',
      'Cited 4 times:1 ×22 ×2',
    ])
      expect(text).toContain(part);
    // The converter's back references are its own.
    expect(text).not.toContain('Cited by');
    // The pointer leaving closes it; the page is as it was.
    await page.mouse.move(5, 5);
    await expect.poll(card).toBeUndefined();
    expect(await page.evaluate(() => document.body.innerHTML)).toBe(before);
  });

  test('finds works without an id by their title, lists groups whole, and says what is missing', async () => {
    await citation(1).hover();
    await expect.poll(card).toContain('In the catalogue');
    await page.mouse.move(5, 5);
    await expect.poll(card).toBeUndefined();

    await citation(2).hover();
    await expect.poll(card).toContain('Phys. Lamps B');
    const group = await card();
    for (const key of ['[1]', '[2]', '[3]', '[4]']) expect(group).toContain(key);
    // A title is text, whatever it looks like.
    expect(group).toContain('<img src=x onerror=alert(1)>');
    await page.mouse.move(5, 5);

    await page.locator('#lost').hover();
    await expect.poll(card).toContain('no entry for “quill20”');
    await page.locator('#elsewhere').hover();
    await expect.poll(card).toContain('ChatCAD');
  });

  test('obeys the keyboard: P enters it, O opens the paper, Escape and B return, Enter follows the link', async () => {
    const active = () => page.evaluate(() => document.activeElement?.localName);
    await citation(0).focus();
    await settle(page, 400);
    expect(await card()).toBeUndefined();
    await page.keyboard.press('p');
    await expect.poll(active).toBe(HOST);
    await expect.poll(card).toContain('[1]');
    await page.keyboard.press('Escape');
    await expect.poll(async () => [await active(), await card()]).toEqual(['a', undefined]);
    // Tab goes on to the page's next link, card or not.
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('2');

    await citation(0).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => location.hash)).toBe('#bib.bib3');
    await expect.poll(() => textInClosed(page, HOST, 'back')).toContain('Back to where you read');
    await page.keyboard.press('b');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('1');
    await expect
      .poll(() => page.evaluate(() => document.querySelector('#first')?.getBoundingClientRect().top ?? -1))
      .toBeGreaterThan(0);

    await page.keyboard.press('p');
    await expect.poll(active).toBe(HOST);
    await page.keyboard.press('o');
    await page.waitForURL('https://arxiv.org/abs/2010.00747');
  });

  test('jumps to where else a work is cited, and back', async () => {
    await citation(0).hover();
    await expect.poll(card).toContain('2 ×2');
    const [x, y] = await placeInClosed(page, HOST, '2 ×2');
    await page.mouse.click(x, y);
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('section')?.id)).toBe('S2');
    await expect.poll(() => textInClosed(page, HOST, 'back')).toContain('Back');
    await page.keyboard.press('b');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('#first') !== null))
      .toBe(true);
  });

  test('opens for no pretended event, and not where it is switched off', async () => {
    await page.evaluate(() => {
      const link = document.querySelector<HTMLElement>('cite a');
      link?.focus();
      link?.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' }));
      link?.dispatchEvent(new KeyboardEvent('keydown', { key: 'p', bubbles: true }));
    });
    await settle(page, 400);
    expect(await card()).toBeUndefined();

    const worker = await chromium.worker();
    await worker.evaluate(() =>
      Reflect.get(globalThis, 'chrome').storage.local.set({
        settings: { version: 1, values: { citationPeek: false } },
      }),
    );
    await settle(page, 200);
    await citation(0).hover();
    await settle(page, 500);
    expect(await card()).toBeUndefined();
  });
});

test('a related paper that the page cites says so in the panel', async () => {
  const related = async () =>
    (await waitForPanel(page)).getByRole('region', { name: 'Related papers' }).getByRole('listitem');
  const nearest = (await related()).first().getByRole('link').first();
  const [, id = ''] = /(\d{4}\.\d{4,5})/.exec((await nearest.getAttribute('href')) ?? '') ?? [];
  await page.goto(citing(id));
  const first = (await related()).first();
  await expect.poll(() => first.innerText()).toContain('cited here');
});

test('nothing was asked of the web, and nothing failed', () => {
  expect(chromium.requests.length).toBeGreaterThan(3);
  expect(faultsOf(chromium)).toEqual([]);
});
