import { describe, expect, test } from 'vitest';
import { faultsOf, findPanel, waitForPanel } from './support/chromium';
import { handleCentre, settle, widthOfPage } from './support/look';
import { absPage, KNOWN, type FakePaper } from './support/pages';
import { whenStill } from './support/still';
import { FIXTURE_WEB, type Web } from './support/web';
import { chromium, marked, open, page, startBrowser } from './support/page-browser';

const ABSTRACT = `https://arxiv.org/abs/${KNOWN.id}`;

/** A paper with a long value, link, author and title. */
const LONG: FakePaper = {
  id: '2108.10257',
  title: 'Observation of the decay $B^{0}_{s}\\to K^{+}K^{-}$ by restoring images of it',
  abstract: `We outperform all methods on Set5 by up to 0.14~0.45dB in PSNR, with a Dice of at least 24.92%.
    Code: https://a-department-with-a-long-name.of-a-university.example.org/group/project/code-of-the-paper`,
};

/** An abstract page for any paper that a related one leads to. */
const anyAbstract: Web = ({ pathname }) => {
  const id = /^\/abs\/([\d.]+)$/.exec(pathname)?.[1];
  if (id === undefined) return undefined;
  const body = absPage(
    id === LONG.id ? LONG : { id, title: `Paper ${id}`, abstract: 'It is about something.' },
  );
  return { contentType: 'text/html; charset=utf-8', body };
};

startBrowser({ hasPacks: false, web: (url) => FIXTURE_WEB(url) ?? anyAbstract(url) });

/** The positions that the page scrolled through. */
const places = (): Promise<readonly number[]> =>
  page.evaluate(() => [...Reflect.get(window, 'places')].filter((top) => top !== 900));

describe('a result on the page', () => {
  test.each([ABSTRACT, `https://arxiv.org/html/${KNOWN.id}v1`, `https://huggingface.co/papers/${KNOWN.id}`])(
    'is marked and scrolled to on %s, and unmarked again',
    async (address) => {
      await open(address);
      const panel = await waitForPanel(page);
      const before = await whenStill(() => page.evaluate(() => document.body.innerHTML));
      await page.evaluate(() => window.scrollTo(0, 900));
      await panel.locator('table button').first().click();
      await expect.poll(marked).toEqual(['disease staging (F1 score of $0.63']);
      await expect.poll(() => page.evaluate(() => window.scrollY)).toBeLessThan(300);
      await panel.getByRole('button', { name: 'Back to your place' }).click();
      await expect.poll(marked).toEqual([]);
      await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(900);
      expect(await page.evaluate(() => document.body.innerHTML)).toBe(before);
    },
  );

  test('is jumped to without scrolling animation if the user prefers reduced motion', async () => {
    await open(ABSTRACT);
    const panel = await waitForPanel(page);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.evaluate(() => {
      window.scrollTo(0, 900);
      const tops = new Set<number>();
      document.addEventListener('scroll', () => tops.add(Math.round(window.scrollY)));
      Object.assign(window, { places: tops });
    });
    await settle(page, 100);
    await panel.locator('table button').first().click();
    await expect.poll(marked).toHaveLength(1);
    await expect.poll(places).toHaveLength(1);
    await settle(page, 300);
    expect(await places()).toHaveLength(1);
  });

  test('is reported as missing if the page has no abstract', async () => {
    await open(`https://arxiv.org/pdf/${KNOWN.id}`);
    const panel = await waitForPanel(page);
    await panel.locator('table button').first().click();
    await expect.poll(() => panel.getByRole('button', { name: 'Open the abstract' }).count()).toBe(1);
  });
});

test('bars and their legend are drawn in forced colours', async () => {
  await open(ABSTRACT);
  const panel = await waitForPanel(page);
  await panel.locator('.bar-ink').first().waitFor();
  // Bars of the same scale start and end at the same positions, and the end is visible and explained.
  const ends = await panel.locator('.bar-of-whole').evaluateAll((bars) =>
    bars.map((bar) => {
      const { left, right } = bar.getBoundingClientRect();
      return `${Math.round(left)} to ${Math.round(right)}, ${getComputedStyle(bar).borderInlineEndWidth}`;
    }),
  );
  expect(ends.length).toBeGreaterThan(1);
  expect(new Set(ends).size).toBe(1);
  expect(ends[0]).toMatch(/, 1px$/);
  expect(await panel.locator('.legend').innerText()).toContain('100%, or 1');
  await page.emulateMedia({ forcedColors: 'active' });
  const drawn = (): Promise<readonly string[]> =>
    panel.evaluate(() =>
      ['.bar-own .bar-ink', '.bar-baseline .bar-ink', '.swatch-own', '.swatch-baseline', 'body'].map(
        (each) => {
          const element = document.querySelector(each);
          return element ? getComputedStyle(element).backgroundColor : 'absent';
        },
      ),
    );
  await expect.poll(async () => new Set(await drawn()).size).toBe(3);
  const [own, baseline, ownKey, baselineKey] = await drawn();
  expect([ownKey, baselineKey]).toEqual([own, baseline]);
});

/** The element in focus on the page. */
const active = () => page.evaluate(() => document.activeElement?.localName);

describe('the keyboard', () => {
  test('opens the sidebar from the handle, moves into it, and returns on Escape', async () => {
    await open(ABSTRACT);
    const panel = await waitForPanel(page);
    await panel.getByRole('button', { name: 'Fold the sidebar' }).click();
    await expect.poll(() => widthOfPage(page)).toBe(1280);
    // The host is the last element of the page.
    await page.locator('#typing').focus();
    await page.keyboard.press('Tab');
    await expect.poll(active).toBe('sidelight-sidebar');
    await page.keyboard.press('Enter');
    await expect.poll(() => widthOfPage(page)).toBe(1280 - 368);
    await expect.poll(() => findPanel(page)?.evaluate(() => document.hasFocus())).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => widthOfPage(page)).toBe(1280);
    await expect.poll(() => findPanel(page)?.evaluate(() => document.hasFocus())).toBe(false);
    await expect.poll(active).toBe('sidelight-sidebar');
    await page.keyboard.press('Enter');
    await expect.poll(() => widthOfPage(page)).toBe(1280 - 368);
  });

  test('resizes the sidebar by the separator’s keys', async () => {
    await open(ABSTRACT);
    await waitForPanel(page);
    await expect.poll(() => widthOfPage(page)).toBe(1280 - 368);
    await page.mouse.click(1280 - 368, 60);
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => widthOfPage(page)).toBe(1280 - 384);
    await page.keyboard.press('Home');
    await expect.poll(() => widthOfPage(page)).toBe(1280 - 300);
  });
});

/** What the browser does when the user presses the configured keys. */
const press = async (): Promise<void> => {
  const worker = await chromium.worker();
  await worker.evaluate(() =>
    Reflect.get(globalThis, 'chrome').commands.onCommand.dispatch('toggle-sidebar'),
  );
};

describe('the keyboard command', () => {
  test('opens the sidebar and focuses it, folds it, and restores the focus', async () => {
    await open(ABSTRACT);
    await waitForPanel(page);
    await expect.poll(() => widthOfPage(page)).toBe(1280 - 368);
    await press();
    await expect.poll(() => widthOfPage(page)).toBe(1280);
    await page.locator('#typing').focus();
    await press();
    await expect.poll(() => widthOfPage(page)).toBe(1280 - 368);
    await expect.poll(() => findPanel(page)?.evaluate(() => document.hasFocus())).toBe(true);
    await page.keyboard.type('xyz');
    await press();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('typing');
    expect(await page.locator('#typing').inputValue()).toBe('');
  });

  test('uses keys that neither the browsers nor the sites use', async () => {
    const worker = await chromium.worker();
    const keys = await worker.evaluate(async () => {
      const commands = await Reflect.get(globalThis, 'chrome').commands.getAll();
      return commands.map(({ shortcut }: { shortcut: string }) => shortcut);
    });
    expect(keys).toHaveLength(2);
    // In Firefox, Alt+Shift and a letter is a page's access key: arXiv's are f, n and p.
    for (const key of keys) expect(key).toMatch(/^Alt\+Shift\+[^FNP]$/);
  });
});

test('long values, links and formulas fit, and the bars are explained', async () => {
  await open(`https://arxiv.org/abs/${LONG.id}`);
  await page.mouse.click(...(await handleCentre(page)));
  const panel = await waitForPanel(page);
  await panel.getByText('24.92%').first().waitFor();
  const { wide, scripts } = await panel.evaluate(() => ({
    wide: [...document.querySelectorAll('main *')]
      .filter((element) => element.getBoundingClientRect().right > window.innerWidth)
      .map(({ className, textContent }) => `${className}: ${textContent}`),
    scripts: [...document.querySelectorAll('h1 .scripts')].map(({ children }) =>
      [...children].map((script) => Math.round(script.getBoundingClientRect().left)),
    ),
  }));
  expect(wide).toEqual([]);
  // A superscript and a subscript are placed above each other.
  expect(scripts[0]?.[0]).toBe(scripts[0]?.[1]);
  expect(await panel.locator('.legend').innerText()).toContain('at least, or at most');
});

describe('related papers', () => {
  test('show their numbers completely, however long the metric’s name is', async () => {
    await open(ABSTRACT);
    const panel = await waitForPanel(page);
    await panel.getByRole('button', { name: 'Report generation' }).click();
    await panel.getByText('visual question answering, average').first().waitFor();
    const cut = await panel.locator('.figure').evaluateAll((figures) =>
      figures.flatMap((figure) => {
        const value = figure.querySelector('b');
        const end = value?.getBoundingClientRect().right ?? Infinity;
        const isWhole = figure.scrollWidth <= figure.clientWidth && end <= window.innerWidth - 8;
        return isWhole ? [] : [figure.textContent];
      }),
    );
    expect(cut).toEqual([]);
  });

  test('are navigated, previewed and opened by keys, and a trail leads back', async () => {
    await open(ABSTRACT);
    const panel = await waitForPanel(page);
    const second = panel.locator('.papers li').nth(1);
    // The keys need the list: the heading appears before the papers.
    await second.waitFor();
    await panel.getByText('Catalogue from').click();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await expect.poll(() => second.locator('a:focus').count()).toBe(1);
    const title = await second.locator('a').textContent();
    const preview = panel.locator('.preview');
    await expect.poll(() => preview.locator('.preview-title').textContent()).toBe(title);
    const [link, shown] = await whenStill(async () => {
      const boxes = [await second.boundingBox(), await preview.boundingBox()] as const;
      return boxes[0] && boxes[1] ? ([boxes[0], boxes[1]] as const) : undefined;
    });
    expect(shown.y >= link.y + link.height || shown.y + shown.height <= link.y).toBe(true);

    await page.keyboard.press('Enter');
    await page.waitForURL((url) => !url.pathname.includes(KNOWN.id));
    const next = await waitForPanel(page);
    await next.getByRole('button', { name: /^Back to Specialist vision-language models/ }).waitFor();
    await next.getByText('Catalogue from').click();
    await page.keyboard.press('b');
    await page.waitForURL(`**/${KNOWN.id}`);
  });
});

describe('the copy buttons', () => {
  test.each([
    ['Link', `https://arxiv.org/abs/${KNOWN.id}v2`],
    ['BibTeX', /^@article\{[^,]+,[^]*eprint\s+= \{2407\.08410v2\}/],
    ['Markdown', /^\[Specialist vision-language models[^\]]*\]\(https:\/\/arxiv\.org\/abs\/2407\.08410v2\)/],
    ['Table row', /^\|.*0\.63.*\|$/],
  ])('put the right text on the clipboard: %s', async (name, expected) => {
    await chromium.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open(`${ABSTRACT}v2`);
    const panel = await waitForPanel(page);
    await panel.getByRole('button', { name, exact: true }).click();
    await panel.getByText(`${name} copied`).waitFor({ state: 'attached' });
    await page.bringToFront();
    await page.locator('#typing').click();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text.trim()).toMatch(expected);
    await chromium.context.clearPermissions();
  });
});

describe('the handle', () => {
  test('opens the panel that was loaded before', async () => {
    await open(ABSTRACT);
    const panel = await waitForPanel(page);
    await panel.getByRole('button', { name: 'Fold the sidebar' }).click();
    await expect.poll(() => widthOfPage(page)).toBe(1280);
    await page.mouse.click(...(await handleCentre(page)));
    await expect.poll(() => widthOfPage(page)).toBe(1280 - 368);
    expect(findPanel(page)).toBe(panel);
  });
});

test('all tests of this file ran without a web request and without a failure', () => {
  expect(chromium.requests.length).toBeGreaterThan(5);
  expect(faultsOf(chromium)).toEqual([]);
});
