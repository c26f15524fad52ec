import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { faultsOf, findPanel, launchChromium, waitForPanel, type Chromium } from './support/chromium';
import { handleCentre, lookAtSidebar, resetStorage, settle, widthOfPage } from './support/look';
import { absPage, KNOWN, type FakePaper } from './support/pages';
import { FIXTURE_WEB, type Web } from './support/web';

const ABSTRACT = `https://arxiv.org/abs/${KNOWN.id}`;

/** A paper whose value, link, author and title are long. */
const LONG: FakePaper = {
  id: '2108.10257',
  title: 'Observation of the decay $B^{0}_{s}\\to K^{+}K^{-}$ by restoring images of it',
  abstract: `We outperform all methods on Set5 by up to 0.14~0.45dB in PSNR, with a Dice of at least 24.92%.
    Code: https://a-department-with-a-long-name.of-a-university.example.org/group/project/code-of-the-paper`,
};

/** An abstract page for whatever paper a related one leads to. */
const anyAbstract: Web = ({ pathname }) => {
  const id = /^\/abs\/([\d.]+)$/.exec(pathname)?.[1];
  if (id === undefined) return undefined;
  const body = absPage(
    id === LONG.id ? LONG : { id, title: `Paper ${id}`, abstract: 'It is about something.' },
  );
  return { contentType: 'text/html; charset=utf-8', body };
};

let chromium: Chromium;
let page: Page;
beforeAll(async () => {
  chromium = await launchChromium({ web: (url) => FIXTURE_WEB(url) ?? anyAbstract(url) });
});
afterEach(async () => {
  await page.close();
  await resetStorage(chromium);
});
afterAll(() => chromium.close());

const open = async (address: string): Promise<Page> => {
  page = await chromium.context.newPage();
  await page.goto(address);
  return page;
};
const marked = (): Promise<string[]> =>
  page.evaluate(() => [...(CSS.highlights.get('sidelight-mark') ?? [])].map(String));

describe('a result on the page', () => {
  test.each([ABSTRACT, `https://arxiv.org/html/${KNOWN.id}v1`, `https://huggingface.co/papers/${KNOWN.id}`])(
    'is marked and scrolled to on %s, and left again',
    async (address) => {
      await open(address);
      const panel = await waitForPanel(page);
      await settle(page, 300);
      const before = await page.evaluate(() => document.body.innerHTML);
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

  test('is jumped to where the user wants no motion', async () => {
    await open(ABSTRACT);
    const panel = await waitForPanel(page);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.evaluate(() => {
      window.scrollTo(0, 900);
      const places = new Set<number>();
      document.addEventListener('scroll', () => places.add(Math.round(window.scrollY)));
      Object.assign(window, { places });
    });
    await settle(page, 100);
    await panel.locator('table button').first().click();
    await expect.poll(marked).toHaveLength(1);
    const places = (): Promise<readonly number[]> =>
      page.evaluate(() => [...Reflect.get(window, 'places')].filter((top) => top !== 900));
    await expect.poll(places).toHaveLength(1);
    await settle(page, 300);
    expect(await places()).toHaveLength(1);
  });

  test('is said to be missing where the page has no abstract', async () => {
    await open(`https://arxiv.org/pdf/${KNOWN.id}`);
    const panel = await waitForPanel(page);
    await panel.locator('table button').first().click();
    await expect.poll(() => panel.getByRole('button', { name: 'Open the abstract' }).count()).toBe(1);
  });
});

test('bars and their key are drawn where the browser forces its colours', async () => {
  await open(ABSTRACT);
  const panel = await waitForPanel(page);
  await panel.locator('.bar-ink').first().waitFor();
  // Bars of a whole begin and end on the same lines, and the end is seen and explained.
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

describe('the keyboard', () => {
  test('opens the sidebar from the handle, goes in, and comes back on Escape', async () => {
    await open(ABSTRACT);
    const panel = await waitForPanel(page);
    await panel.getByRole('button', { name: 'Fold the sidebar' }).click();
    await expect.poll(() => widthOfPage(page)).toBe(1280);
    // The host is the last thing on the page.
    await page.locator('#typing').focus();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('sidelight-sidebar');
    await page.keyboard.press('Enter');
    await expect.poll(() => widthOfPage(page)).toBe(1280 - 368);
    await expect.poll(() => findPanel(page)?.evaluate(() => document.hasFocus())).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => widthOfPage(page)).toBe(1280);
    await page.keyboard.press('Enter');
    await expect.poll(() => widthOfPage(page)).toBe(1280 - 368);
  });

  test('resizes by the separator’s keys', async () => {
    await open(ABSTRACT);
    await waitForPanel(page);
    await page.mouse.click(1280 - 368, 60);
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => widthOfPage(page)).toBe(1280 - 384);
    await page.keyboard.press('Home');
    await expect.poll(() => widthOfPage(page)).toBe(1280 - 300);
  });
});

const onHuggingFace = (theme: string) =>
  page.evaluate((next) => document.documentElement.classList.toggle('dark', next === 'dark'), theme);

const onFullText = (theme: string) =>
  page.evaluate((next) => document.documentElement.setAttribute('data-theme', next), theme);

/** As Dark Reader does it: an attribute at once, a style sheet that is put in empty, its rules a little later. */
const byDarkReader = (theme: string) =>
  page.evaluate((next) => {
    const root = document.documentElement;
    document.querySelector('.darkreader')?.remove();
    root.removeAttribute('data-darkreader-scheme');
    if (next === 'light') return;
    root.setAttribute('data-darkreader-scheme', next);
    const style = document.createElement('style');
    style.className = 'darkreader';
    document.head.append(style);
    setTimeout(() => style.sheet?.insertRule('html, body { background: #181a1b !important }'), 60);
  }, theme);

/** A page that says that it can be dark, as extensions and sites without colours of their own do. */
const onSystem = async (theme: 'light' | 'dark') => {
  await page.evaluate(() => (document.documentElement.style.colorScheme = 'light dark'));
  await page.emulateMedia({ colorScheme: theme });
};

const inSettings = async (theme: 'light' | 'dark') => {
  const settings = await chromium.context.newPage();
  await settings.goto(`chrome-extension://${chromium.extensionId}/options.html`);
  await settings.locator(`input[value=${theme}]`).check();
  // Saving reads what is stored first: the page is not to go between the two.
  await settings
    .getByRole('status')
    .getByText(/^Saved\s*$/)
    .waitFor({ state: 'attached' });
  await settings.close();
};

describe('colours', () => {
  test.each([
    ['Hugging Face', `https://huggingface.co/papers/${KNOWN.id}`, onHuggingFace],
    ['a full text', `https://arxiv.org/html/${KNOWN.id}v1`, onFullText],
    ['Dark Reader', ABSTRACT, byDarkReader],
    ['the system, where the page does', ABSTRACT, onSystem],
    ['the settings', ABSTRACT, inSettings],
    ['the settings, whatever the page’s are', `https://huggingface.co/papers/${KNOWN.id}`, inSettings],
  ] as const)('follow %s while it is open', async (_, address, change) => {
    await open(address);
    const panel = await waitForPanel(page);
    await panel.getByRole('heading', { level: 1 }).waitFor();
    const paper = (): Promise<string> =>
      panel.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    // The bar round the frame, of which a strip shows at the panel's left.
    const bar = async (): Promise<string | undefined> => (await lookAtSidebar(page))?.bar;
    await expect.poll(paper).toBe('rgb(255, 255, 255)');
    await expect.poll(bar).toBe('rgb(255, 255, 255)');
    await change('dark');
    await expect.poll(paper).toBe('rgb(20, 24, 26)');
    await expect.poll(bar).toBe('rgb(20, 24, 26)');
    await change('light');
    await expect.poll(paper).toBe('rgb(255, 255, 255)');
    await expect.poll(bar).toBe('rgb(255, 255, 255)');
  });

  test('stay light beside a page that is white whatever the system says', async () => {
    page = await chromium.context.newPage();
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(ABSTRACT);
    const panel = await waitForPanel(page);
    await panel.getByRole('heading', { level: 1 }).waitFor();
    expect(await panel.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
      'rgb(255, 255, 255)',
    );
    expect((await lookAtSidebar(page))?.bar).toBe('rgb(255, 255, 255)');
  });
});

/** What the browser does when the user presses the keys that are set. */
const press = async (): Promise<void> => {
  const worker = await chromium.worker();
  await worker.evaluate(() =>
    Reflect.get(globalThis, 'chrome').commands.onCommand.dispatch('toggle-sidebar'),
  );
};

describe('the command', () => {
  test('opens the sidebar with the keyboard in it, folds it, and gives the keyboard back', async () => {
    await open(ABSTRACT);
    await waitForPanel(page);
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

  test('has keys that neither the browsers nor the sites use', async () => {
    const worker = await chromium.worker();
    const keys = await worker.evaluate(async () => {
      const commands = await Reflect.get(globalThis, 'chrome').commands.getAll();
      return commands.map(({ shortcut }: { shortcut: string }) => shortcut);
    });
    expect(keys).toHaveLength(2);
    // In Firefox Alt+Shift and a letter is a page's access key: arXiv's are f, n and p.
    for (const key of keys) expect(key).toMatch(/^Alt\+Shift\+[^FNP]$/);
  });
});

test('long values, links and formulas fit, and what stands in the bars is explained', async () => {
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
  // A superscript and a subscript stand over each other.
  expect(scripts[0]?.[0]).toBe(scripts[0]?.[1]);
  expect(await panel.locator('.legend').innerText()).toContain('at least, or at most');
});

describe('related papers', () => {
  test('show their figures whole, however long the name of what they are of', async () => {
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

  test('are walked, previewed and jumped to by keys, and a trail leads back', async () => {
    await open(ABSTRACT);
    const panel = await waitForPanel(page);
    const second = panel.locator('.papers li').nth(1);
    // The keys walk what is listed: the heading is there before the papers are.
    await second.waitFor();
    await panel.getByText('Catalogue from').click();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await expect.poll(() => second.locator('a:focus').count()).toBe(1);
    const title = await second.locator('a').textContent();
    const preview = panel.locator('.preview');
    await expect.poll(() => preview.locator('.preview-title').textContent()).toBe(title);
    const [link, shown] = [await second.boundingBox(), await preview.boundingBox()];
    if (!link || !shown) throw new Error('Neither may be out of sight');
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

describe('copying', () => {
  test.each([
    ['Link', `https://arxiv.org/abs/${KNOWN.id}v2`],
    ['BibTeX', /^@article\{[^,]+,[^]*eprint\s+= \{2407\.08410v2\}/],
    ['Markdown', /^\[Specialist vision-language models[^\]]*\]\(https:\/\/arxiv\.org\/abs\/2407\.08410v2\)/],
    ['Table row', /^\|.*0\.63.*\|$/],
  ])('%s puts it on the clipboard', async (name, expected) => {
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
  test('opens what was loaded before', async () => {
    await open(ABSTRACT);
    const panel = await waitForPanel(page);
    await panel.getByRole('button', { name: 'Fold the sidebar' }).click();
    await expect.poll(() => widthOfPage(page)).toBe(1280);
    await page.mouse.click(...(await handleCentre(page)));
    await expect.poll(() => widthOfPage(page)).toBe(1280 - 368);
    expect(findPanel(page)).toBe(panel);
  });
});

test('nothing was asked of the web, and nothing failed', () => {
  expect(chromium.requests.length).toBeGreaterThan(5);
  expect(faultsOf(chromium)).toEqual([]);
});
