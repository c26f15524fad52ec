import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { faultsOf, launchChromium, waitForPanel, type Chromium } from './support/chromium';
import { edgesInClosed, placeInClosed, styleInClosed, textInClosed } from './support/closed';
import { citing, FULL_TEXT, fullTextWeb, LONG_ENTRY } from './support/full-texts';
import { resetStorage, settle } from './support/look';
import { whenStill } from './support/still';

const HOST = 'sidelight-citation';

let chromium: Chromium;
let page: Page;
beforeAll(async () => {
  chromium = await launchChromium({ hasPacks: false, web: fullTextWeb });
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

/** Rests the pointer on an element until its card says this: what listens to the pointer may start after the page. */
async function restOn(element: Locator, text: string): Promise<void> {
  const rest = async (): Promise<string | undefined> => {
    const shown = await card();
    if (shown?.includes(text)) return shown;
    await page.mouse.move(5, 5);
    await element.hover();
    return undefined;
  };
  await expect.poll(rest, { interval: 2000 }).toContain(text);
}

/** The element in focus on the page. */
const active = (): Promise<string | undefined> => page.evaluate(() => document.activeElement?.localName);

/** Enters the card of a citation by its key, as soon as the page listens to keys. */
async function enter(link: Locator): Promise<void> {
  const press = async (): Promise<string | undefined> => {
    if ((await active()) === HOST) return HOST;
    await link.focus();
    await page.keyboard.press('p');
    return active();
  };
  await expect.poll(press, { interval: 1000 }).toBe(HOST);
}

/** Presses a control of the card once it stays where it is. */
async function pressInCard(text: string): Promise<void> {
  const [x, y] = await whenStill(() => placeInClosed(page, HOST, text));
  await page.mouse.click(x, y);
}

describe('the card at a citation', () => {
  test('shows the printed entry, what the catalogue knows, and where else the work is cited', async () => {
    const before = await page.evaluate(() => document.body.innerHTML);
    await restOn(citation(0), 'Annotated by hand');
    for (const part of [
      '[1]',
      'Contrastive learning of medical visual representations',
      'arXiv preprint arXiv:2010.00747',
      'Code',
      'PDF',
      'Cited 4 times:1 ×22 ×2',
    ])
      await expect.poll(card).toContain(part);
    // The list of citing places in the converter's markup must not be used.
    expect(await card()).not.toContain('Cited by');
    // It closes when the pointer leaves; the page is as before.
    await page.mouse.move(5, 5);
    await expect.poll(card).toBeUndefined();
    await expect.poll(() => page.evaluate(() => document.body.innerHTML)).toBe(before);
  });

  test('finds works without an id by their title, lists groups completely, and says what is missing', async () => {
    await restOn(citation(1), 'Annotated by hand');
    await page.mouse.move(5, 5);
    await expect.poll(card).toBeUndefined();

    await restOn(citation(2), 'Phys. Lamps B');
    for (const key of ['[1]', '[2]', '[3]', '[4]']) await expect.poll(card).toContain(key);
    // A title is text, even if it looks like markup.
    expect(await card()).toContain('<img src=x onerror=alert(1)>');
    await page.mouse.move(5, 5);

    await restOn(page.locator('#lost'), 'no entry for “quill20”');
    await restOn(page.locator('#elsewhere'), 'ChatCAD');
    // A link to an entry that the page does not have: named by its text, not by its anchor.
    await restOn(page.locator('#cut a'), 'no entry for “7”');
    expect(await card()).not.toContain('77');
  });

  test('supports the keyboard: P enters it, O opens the paper, Escape and B return, Enter follows the link', async () => {
    await citation(0).focus();
    await settle(page, 400);
    expect(await card()).toBeUndefined();
    await enter(citation(0));
    await expect.poll(card).toContain('[1]');
    await page.keyboard.press('Escape');
    await expect.poll(async () => [await active(), await card()]).toEqual(['a', undefined]);
    // Tab continues to the page's next link, with or without a card.
    await page.keyboard.press('Tab');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('2');

    await citation(0).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => location.hash)).toBe('#bib.bib3');
    await expect.poll(() => textInClosed(page, HOST, 'back')).toContain('Back to where you read');
    await page.keyboard.press('b');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('1');
    await expect
      .poll(() => page.evaluate(() => document.querySelector('#first')?.getBoundingClientRect().top ?? -1))
      .toBeGreaterThan(0);

    await enter(citation(0));
    await page.keyboard.press('o');
    await page.waitForURL('https://arxiv.org/abs/2010.00747');
  });

  test('jumps to other places that cite the work, and back', async () => {
    await restOn(citation(0), '2 ×2');
    await pressInCard('2 ×2');
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('section')?.id)).toBe('S2');
    await expect.poll(() => textInClosed(page, HOST, 'back')).toContain('Back');
    await page.keyboard.press('b');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('#first') !== null))
      .toBe(true);
  });

  test('shows the other places that cite a work below a long entry', async () => {
    await page.goto(LONG_ENTRY);
    await waitForPanel(page);
    await restOn(citation(0), 'Cited 4 times');
    const [whole, cited] = await whenStill(() =>
      Promise.all([edgesInClosed(page, HOST, 'card'), edgesInClosed(page, HOST, 'row cited')]),
    );
    expect(cited.top).toBeGreaterThan(whole.top);
    expect(cited.bottom).toBeLessThanOrEqual(whole.bottom);
    await pressInCard('2 ×2');
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('section')?.id)).toBe('S2');
  });

  test('neither fades in nor scrolls smoothly if the user prefers reduced motion', async () => {
    const animation = async (): Promise<string> => {
      await restOn(citation(0), 'Cited 4 times');
      return styleInClosed(page, HOST, 'card', 'animation-name');
    };
    expect(await animation()).toBe('appear');
    await page.mouse.move(5, 5);
    await expect.poll(card).toBeUndefined();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    try {
      expect(await animation()).toBe('none');
      // A smooth scroll passes through many places, an instant one is at its end at once.
      await page.evaluate(() => {
        const seen = new Set<number>();
        Reflect.set(globalThis, 'seen', seen);
        document.addEventListener('scroll', () => seen.add(window.scrollY));
      });
      const places = (): Promise<number> => page.evaluate(() => Reflect.get(globalThis, 'seen').size);
      await pressInCard('2 ×2');
      await expect.poll(() => textInClosed(page, HOST, 'back')).toContain('Back');
      await expect.poll(places).toBe(1);
      await page.keyboard.press('b');
      await expect.poll(() => textInClosed(page, HOST, 'back')).toBeUndefined();
      await expect.poll(places).toBe(2);
      await settle(page, 400);
      expect(await places()).toBe(2);
    } finally {
      await page.emulateMedia({ reducedMotion: null });
    }
  });

  test('does not open on synthetic events, nor if it is switched off', async () => {
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
        settings: { version: 2, values: { citationCards: false } },
      }),
    );
    // The page learns of the setting a little later.
    const afterRest = async (): Promise<string | undefined> => {
      await page.mouse.move(5, 5);
      await settle(page, 500);
      await citation(0).hover();
      await settle(page, 500);
      return card();
    };
    await expect.poll(afterRest).toBeUndefined();
  });
});

test('a related paper that the page cites is marked as cited in the panel', async () => {
  const related = async () =>
    (await waitForPanel(page)).getByRole('region', { name: 'Related papers' }).getByRole('listitem');
  const nearest = (await related()).first().getByRole('link').first();
  const [, id = ''] = /(\d{4}\.\d{4,5})/.exec((await nearest.getAttribute('href')) ?? '') ?? [];
  await page.goto(citing(id));
  const first = (await related()).first();
  await expect.poll(() => first.innerText()).toContain('cited here');
});

test('all tests of this file ran without a web request and without a failure', () => {
  expect(chromium.requests.length).toBeGreaterThan(3);
  expect(faultsOf(chromium)).toEqual([]);
});
