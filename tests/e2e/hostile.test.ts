import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Frame, Page } from 'playwright-core';
import { faultsOf, findPanel, launchChromium, waitForPanel, type Chromium } from './support/chromium';
import { ask, COVERING, FIND_TAB, HARMLESS, REMOVE_LAYER } from './support/layers';
import { CORNER, HOSTILE_WEB, LAYER, MARKUP, THIRD_PARTY } from './support/hostile-pages';
import { countHosts, handleCentre, resetLibrary, resetStorage, settle, widthOfPage } from './support/look';
import { catalogueTitle, KNOWN, OTHER, UNKNOWN } from './support/pages';
import { longestWork } from './support/stalls';
import { FIXTURE_WEB } from './support/web';

let chromium: Chromium;
let page: Page;
beforeAll(async () => {
  chromium = await launchChromium({ web: (url) => HOSTILE_WEB(url) ?? FIXTURE_WEB(url) });
});
afterEach(async () => {
  await page.close();
  await resetStorage(chromium);
  await resetLibrary(chromium);
});
afterAll(() => chromium.close());

const open = async (address: string): Promise<void> => {
  page = await chromium.context.newPage();
  await page.goto(address);
};
const attack = (name: string, { id } = UNKNOWN) => open(`https://arxiv.org/abs/${id}?attack=${name}`);

/** Opens the folded sidebar of a paper outside the catalogue. */
async function unfold(): Promise<Frame> {
  await page.mouse.click(...(await handleCentre(page)));
  return waitForPanel(page);
}

async function openCard(): Promise<Frame> {
  const shown = page.waitForEvent('framenavigated', (frame) => frame.url().includes('/card.html'));
  await page.locator('sidelight-badge').first().click();
  return shown;
}

/** Whether anything of the page ran in it or in our frames, or reached the prototypes of either. */
async function wasHarmed(): Promise<boolean> {
  const found = await Promise.all(
    page.frames().map((frame) => frame.evaluate(() => 'harmed' in window || 'polluted' in {})),
  );
  return found.includes(true);
}

const addressesIn = (panel: Frame): Promise<string[]> =>
  panel.evaluate(() => [...document.querySelectorAll('a')].map((link) => link.href));

describe('markup in a page’s texts', () => {
  test('of an abstract page is shown as the text that it is', async () => {
    await attack('markup');
    const panel = await unfold();
    await panel.getByText('onerror=').first().waitFor();
    expect(await panel.evaluate(() => document.querySelector('h1')?.textContent)).toContain('<img src=x');
    expect(await panel.locator('img, svg[onload], script:not([type=module]), [onerror]').count()).toBe(0);
    await settle(page);
    expect(await wasHarmed()).toBe(false);
  });

  test('and prototypes in Hugging Face’s data do nothing', async () => {
    await open(`https://huggingface.co/papers/${UNKNOWN.id}`);
    const panel = await unfold();
    await panel.getByText('onerror=').first().waitFor();
    expect(MARKUP).toContain('onerror=');
    expect(await panel.locator('img, script:not([type=module]), [onerror]').count()).toBe(0);
    expect((await addressesIn(panel)).filter((address) => !/^https?:\/\/[^@]*$/.test(address))).toEqual([]);
    expect(await wasHarmed()).toBe(false);
  });

  test('of a listing’s entries is shown as text on the card, and entries without an id get no badge', async () => {
    await open('https://arxiv.org/list/cs.CV/new?attack=listing');
    await page.locator('sidelight-badge').first().waitFor();
    await expect.poll(() => page.locator('sidelight-badge').count()).toBe(1);
    await settle(page);
    expect(await page.locator('sidelight-badge').count()).toBe(1);
    const frame = await openCard();
    await frame.getByText('onerror=').first().waitFor();
    expect(await frame.locator('img, script:not([type=module]), [onerror]').count()).toBe(0);
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

describe('links', () => {
  test('that run, carry passwords or read files are not shown', async () => {
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
  test.each(['', 'forged'])('shows neither, %s', async (also) => {
    await open(`https://arxiv.org/abs/${OTHER.id}?attack=id-other&${also}`);
    await settle(page);
    expect(await countHosts(page)).toBe(0);
  });
});

describe('a page that meddles', () => {
  test('with DOM and language built-ins meets a script of another world', async () => {
    await attack('redefined', KNOWN);
    const panel = await waitForPanel(page);
    await panel.getByRole('heading', { name: catalogueTitle(KNOWN) }).waitFor();
    expect(await countHosts(page)).toBe(1);
  });

  test('by forged messages and events changes nothing that is shown', async () => {
    await attack('forged', KNOWN);
    const panel = await waitForPanel(page);
    await settle(page, 1000);
    await panel.getByRole('heading', { name: catalogueTitle(KNOWN) }).waitFor();
    expect(await panel.evaluate(() => document.body.innerText)).not.toContain(catalogueTitle(OTHER));
    expect(await countHosts(page)).toBe(1);
  });

  test('by taking the sidebar out gets its way, without a struggle', async () => {
    await attack('removed', KNOWN);
    const removals = (): Promise<number> => page.evaluate(() => Number(Reflect.get(window, 'removals')));
    await expect.poll(removals).toBeGreaterThan(0);
    await settle(page, 1500);
    await expect.poll(() => countHosts(page)).toBe(0);
    expect(await removals()).toBeLessThanOrEqual(5);
  });

  test('by copying the sidebar gets empty elements', async () => {
    await attack('cloned', KNOWN);
    const panel = await waitForPanel(page);
    await panel.getByRole('heading', { name: catalogueTitle(KNOWN) }).waitFor();
    await expect.poll(() => countHosts(page)).toBe(6);
    expect(page.frames().filter((frame) => frame.url().includes('/panel.html'))).toHaveLength(1);
  });

  test('by writing on the sidebar’s host, or styling it, moves and restyles nothing', async () => {
    await attack('none', KNOWN);
    const panel = await waitForPanel(page);
    const box = async () => (await panel.frameElement()).boundingBox();
    const before = await box();
    expect(before?.x).toBeGreaterThan(900);
    await page.evaluate(() => {
      const host = document.querySelector('sidelight-sidebar');
      if (!(host instanceof HTMLElement)) throw new Error('No host');
      for (const name of ['data-open', 'data-over', 'data-beside', 'data-known', 'data-theme', 'hidden'])
        host.toggleAttribute(name);
      const moved =
        '--right: 300px; --top: 300px; --width: 149px; --back: red; opacity: .1; transform: scale(.2);';
      host.style.cssText = moved.replaceAll(';', ' !important;');
      const sheet = document.createElement('style');
      sheet.textContent = `sidelight-sidebar { ${moved} display: none !important; right: 300px !important; }
        @property --width { syntax: '<color>'; inherits: true; initial-value: red; }`;
      document.head.append(sheet);
    });
    await settle(page, 300);
    await expect.poll(box).toEqual(before);
    await expect.poll(() => widthOfPage(page)).toBe(1280 - 368);
    const onTop = await page.evaluate(() => document.elementFromPoint(1100, 400)?.localName);
    expect(onTop).toBe('sidelight-sidebar');
  });

  test('by pretended keys and clicks folds nothing, and nothing is remembered', async () => {
    await attack('none', KNOWN);
    await waitForPanel(page);
    await settle(page, 300);
    await page.evaluate(() => {
      const host = document.querySelector('sidelight-sidebar');
      host?.setAttribute('data-over', '');
      for (const target of [document, window, document.body, host])
        target?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    });
    await settle(page, 300);
    expect(await widthOfPage(page)).toBe(1280 - 368);
    const worker = await chromium.worker();
    expect(
      await worker.evaluate(() => Reflect.get(globalThis, 'chrome').storage.local.get('sidebar')),
    ).toEqual({});
  });

  test('by keeping the sidebar in a box of its own gets neither panel nor margin', async () => {
    await attack('boxed', KNOWN);
    // Before the first the sidebar is not there yet; it comes back three times.
    await expect.poll(() => page.evaluate(() => Number(Reflect.get(window, 'takings')))).toBe(4);
    await settle(page, 500);
    await expect.poll(() => countHosts(page)).toBe(0);
    expect(findPanel(page)).toBeUndefined();
    expect(await widthOfPage(page)).toBe(1280);
  });

  test('by framing the panel with the very nonce of ours sees a blank one', async () => {
    await attack('none', KNOWN);
    const panel = await waitForPanel(page);
    await panel.getByRole('heading', { name: catalogueTitle(KNOWN) }).waitFor();
    const address = panel.url();
    expect(address).toMatch(/#[\w-]{36}$/);
    await page.evaluate((url) => {
      const frame = document.createElement('iframe');
      frame.src = url;
      document.body.append(frame);
    }, address);
    await settle(page, 1500);
    const others = page.frames().filter((frame) => frame !== page.mainFrame() && frame !== panel);
    expect(others).toHaveLength(1);
    const shown = await Promise.all(others.map((frame) => frame.evaluate(() => document.body.innerText)));
    expect(shown.join()).not.toContain(catalogueTitle(KNOWN));
    expect(await panel.evaluate(() => document.body.innerText)).toContain(catalogueTitle(KNOWN));
  });

  test.each([
    ['before the sidebar opens', true],
    ['later', false],
  ])('by a layer that clicks pass through, laid %s, copies and saves nothing', async (_, isEarly) => {
    await (isEarly ? attack('layered', KNOWN) : attack('none', KNOWN));
    const panel = await waitForPanel(page);
    const keep = panel.locator('.keep-button');
    await keep.waitFor();
    if (!isEarly) await page.evaluate(LAYER);
    await panel.locator('.frame-mark[data-covered]').waitFor({ state: 'attached' });
    const clickThrough = async (selector: string): Promise<void> => {
      const {
        x = 0,
        y = 0,
        width = 0,
        height = 0,
      } = (await panel.locator(selector).first().boundingBox()) ?? {};
      await page.mouse.click(x + width / 2, y + height / 2);
    };
    await clickThrough('.keep-button');
    await panel.locator('.click-refused').waitFor();
    await clickThrough('.copy-form');
    // With the keyboard both work; the copy that is confirmed is the second one.
    await panel.locator('.copy-form').nth(1).press('Enter');
    await panel.locator('.copy-form:nth-of-type(2) svg').waitFor();
    expect(await panel.locator('.copy-form svg').count()).toBe(1);
    expect(await keep.getAttribute('aria-pressed')).toBe('false');
    await keep.press('Enter');
    await expect.poll(() => keep.getAttribute('aria-pressed')).toBe('true');
  });

  test.each([
    ['a filter over the whole page', "document.documentElement.style.filter = 'invert(1)'"],
    ['another extension’s button over a corner of the panel', CORNER],
  ])('takes no click from the panel by %s', async (_, script) => {
    await attack('none', KNOWN);
    const panel = await waitForPanel(page);
    const keep = panel.locator('.keep-button');
    await keep.waitFor();
    await page.evaluate(script);
    await panel.locator('.frame-mark[data-covered]').waitFor({ state: 'attached' });
    await keep.click();
    await expect.poll(() => keep.getAttribute('aria-pressed')).toBe('true');
    expect(await panel.locator('.click-refused').count()).toBe(0);
  });

  test('is found out whatever it lays over the panel, and what is harmless is not taken for it', async () => {
    await attack('none', KNOWN);
    const panel = await waitForPanel(page);
    await panel.locator('.keep-button').waitFor();
    const question = ask(await (await chromium.worker()).evaluate(FIND_TAB));
    const found: string[] = [];
    for (const { name, script } of [...COVERING, ...HARMLESS]) {
      await page.evaluate(script);
      if (await panel.evaluate(question)) found.push(name);
      await page.evaluate(REMOVE_LAYER);
    }
    expect(found).toEqual(COVERING.map(({ name }) => name));
  });

  test('by watching all that happens in it learns neither the panel’s address nor its nonce', async () => {
    await attack('watching', KNOWN);
    const panel = await waitForPanel(page);
    await panel.getByRole('heading', { name: catalogueTitle(KNOWN) }).click();
    const nonce = panel.url().split('#')[1] ?? '';
    expect(nonce).toMatch(/^[\w-]{36}$/);
    const seen = await page.evaluate(() => {
      const host = document.querySelector('sidelight-sidebar');
      return [
        ...[Reflect.get(window, 'seen')].flat().map(String),
        ...performance.getEntries().map(({ name }) => name),
        ...[...document.querySelectorAll('iframe')].map((frame) => frame.outerHTML),
        host?.shadowRoot === null ? 'closed' : 'open',
        String(window.length),
      ];
    });
    expect(seen.length).toBeGreaterThan(10);
    expect(seen.at(-2)).toBe('closed');
    expect(seen.at(-1)).toBe('0');
    expect(seen.filter((text) => text.includes(nonce) || text.includes('panel.html'))).toEqual([]);
  });

  test('finds no page of ours at its known address, and of our scripts the one that it may load', async () => {
    await attack('none', KNOWN);
    await waitForPanel(page);
    const answers = await page.evaluate(
      (root) =>
        Promise.all(
          ['panel.html', 'card.html', 'sidebar.js', 'popup.html'].map((name) =>
            fetch(`${root}/${name}`).then(
              ({ status }) => status,
              () => 'refused',
            ),
          ),
        ),
      `chrome-extension://${chromium.extensionId}`,
    );
    expect(answers).toEqual(['refused', 'refused', 200, 'refused']);
  });

  test('by a third party’s frame in it can neither load nor frame any file of ours', async () => {
    await attack('third-party', KNOWN);
    const panel = await waitForPanel(page);
    await expect.poll(() => page.frames().map((frame) => frame.url())).toContain(THIRD_PARTY);
    const third = page.frames().find((frame) => frame.url() === THIRD_PARTY);
    const answers = await third?.evaluate(
      async ([root = '', nonce = '']) => {
        const names = ['panel.html', `panel.html#${nonce}`, 'card.html', 'sidebar.js', 'full-text.js'];
        for (const name of names) {
          const frame = document.createElement('iframe');
          frame.src = `${root}/${name}`;
          document.body.append(frame);
        }
        return Promise.all(
          names.map((name) =>
            fetch(`${root}/${name}`).then(
              ({ status }) => status,
              () => 'refused',
            ),
          ),
        );
      },
      [`chrome-extension://${chromium.extensionId}`, panel.url().split('#')[1] ?? ''],
    );
    expect(new Set(answers)).toEqual(new Set(['refused']));
    // The frames are there by now, and the browser has put its own error page into each.
    await expect.poll(() => third?.childFrames().length).toBe(5);
    const inside = third?.childFrames().map((frame) => frame.url()) ?? [];
    expect(inside.filter((url) => url.startsWith('chrome-extension:'))).toEqual([]);
    await panel.getByRole('heading', { name: catalogueTitle(KNOWN) }).waitFor();
  });

  test('by framing our pages at their known addresses sees none', async () => {
    await attack('long');
    for (const name of [
      'panel.html',
      'panel.html#guess',
      'card.html',
      'card.html#guess',
      'popup.html',
      'options.html',
      'sidepanel.html',
    ]) {
      await page.evaluate((address) => {
        const frame = document.createElement('iframe');
        frame.src = address;
        document.body.append(frame);
      }, `chrome-extension://${chromium.extensionId}/${name}`);
    }
    await settle(page, 1500);
    const ours = page.frames().filter((frame) => frame.url().startsWith('chrome-extension:'));
    expect(ours.map((frame) => frame.url())).toEqual([]);
    await expect.poll(() => countHosts(page)).toBe(1);
  });
});

describe('a page of any size', () => {
  test.each([
    ['an abstract of a million characters', `https://arxiv.org/abs/${UNKNOWN.id}?attack=long`],
    ['a million characters without a space', `https://arxiv.org/abs/${UNKNOWN.id}?attack=unbroken`],
    ['entries of a hundred thousand characters', 'https://arxiv.org/list/cs.CV/new?attack=listing'],
    ['sixty thousand nodes', `https://arxiv.org/html/${KNOWN.id}v1?attack=nodes`],
  ])('with %s is never held up over 50 ms by our scripts', async (_, address) => {
    // What else runs on the machine only ever adds: the calmest of some rounds tells what is ours.
    let calmest = Infinity;
    for (let round = 0; round < 6 && calmest >= 50; round += 1) {
      if (round > 0) await page.close();
      page = await chromium.context.newPage();
      const { longest, pieces } = await longestWork(
        chromium.context,
        // Those on the page; the panel lives in a process of its own.
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

describe('in all this the extension', () => {
  test('asked the web for nothing, and nothing was refused by its policy', () => {
    const faults = faultsOf(chromium).filter((fault) => fault.includes('chrome-extension:'));
    // The pages that a page may not frame are refused to that page, not to us.
    expect(
      faults.filter((fault) => !/Denying load of|web_accessible_resources|ERR_BLOCKED/.test(fault)),
    ).toEqual([]);
    // The frame of the third party is the page's own.
    const asked = chromium.requests.filter(({ from, url }) => from === 'extension' && url !== THIRD_PARTY);
    expect(asked).toEqual([]);
  });
});
