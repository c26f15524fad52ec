/** Reads a page as a user sees it: which elements it has, and where. */
import type { Page } from 'playwright-core';
import type { Chromium } from './chromium';
import { whenStill } from './still';

/**
 * The number of sidebars on the page. A locator counts in an isolated world, which the page cannot redefine.
 */
export function countHosts(page: Page): Promise<number> {
  return page.locator('sidelight-sidebar').count();
}

/**
 * The state of the sidebar's element, which is in a closed shadow root that only the DevTools protocol can
 * access.
 */
interface SidebarLook {
  readonly isHidden: boolean;
  /** The colour of the bar around the frame. */
  readonly bar: string;
}

interface DomNode {
  readonly nodeId: number;
  readonly attributes?: readonly string[];
  readonly children?: readonly DomNode[];
  readonly shadowRoots?: readonly DomNode[];
}

function findByClass(node: DomNode, name: string): DomNode | undefined {
  const { attributes = [] } = node;
  if (attributes.some((value, at) => value === name && attributes[at - 1] === 'class')) return node;
  for (const child of [...(node.shadowRoots ?? []), ...(node.children ?? [])]) {
    const found = findByClass(child, name);
    if (found) return found;
  }
  return undefined;
}

/** Reads the state of the sidebar; undefined if the page has none. */
export async function lookAtSidebar(page: Page): Promise<SidebarLook | undefined> {
  const session = await page.context().newCDPSession(page);
  try {
    await session.send('DOM.enable');
    await session.send('CSS.enable');
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const sidebar = findByClass(root, 'sidebar');
    const bar = sidebar && findByClass(sidebar, 'bar');
    if (!bar) return undefined;
    const { computedStyle } = await session.send('CSS.getComputedStyleForNode', { nodeId: bar.nodeId });
    return {
      isHidden: sidebar.attributes?.includes('hidden') ?? false,
      bar: computedStyle.find(({ name }) => name === 'background-color')?.value ?? '',
    };
  } finally {
    await session.detach();
  }
}

/** Waits long enough for anything that might still happen, in tests that expect no change. */
export async function settle(page: Page, milliseconds = 700): Promise<void> {
  await page.waitForTimeout(milliseconds);
}

/** The width of the page's own layout, in CSS pixels. */
export function widthOfPage(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.getBoundingClientRect().width);
}

/**
 * The middle of the handle once it stays in its place. It is in a closed shadow root, so its position is found by hit
 * tests on the host.
 */
export async function handleCentre(page: Page): Promise<[x: number, y: number]> {
  await page.locator('sidelight-sidebar').waitFor({ state: 'attached' });
  const y = await whenStill(() =>
    page.evaluate(() => {
      const tops = Array.from({ length: window.innerHeight }, (_, top) => top).filter(
        (top) => document.elementFromPoint(window.innerWidth - 22, top)?.localName === 'sidelight-sidebar',
      );
      const [first, last] = [tops[0], tops.at(-1)];
      return first === undefined || last === undefined ? undefined : (first + last) / 2;
    }),
  );
  const width = page.viewportSize()?.width ?? 0;
  return [width - 22, y];
}

/** The extension's stored value for a key; undefined if there is none. */
export async function storedUnder(chromium: Chromium, key: string): Promise<unknown> {
  const worker = await chromium.worker();
  return worker.evaluate(
    async (name) => (await Reflect.get(globalThis, 'chrome').storage.local.get(name))[name],
    key,
  );
}

/** Stores values as if a user had chosen them: `settings`, for example. */
export async function store(chromium: Chromium, values: Readonly<Record<string, unknown>>): Promise<void> {
  const worker = await chromium.worker();
  await worker.evaluate((items) => Reflect.get(globalThis, 'chrome').storage.local.set(items), values);
}

/** Deletes what earlier tests made the extension store. */
export async function resetStorage(chromium: Chromium): Promise<void> {
  const worker = await chromium.worker();
  await worker.evaluate(() => Reflect.get(globalThis, 'chrome').storage.local.clear());
}

/** Deletes all papers that earlier tests saved. */
export async function resetLibrary(chromium: Chromium): Promise<void> {
  const worker = await chromium.worker();
  await worker.evaluate(
    () =>
      new Promise((resolve) => {
        const request = Reflect.get(globalThis, 'indexedDB').deleteDatabase('sidelight-library');
        for (const end of ['success', 'error']) request.addEventListener(end, () => resolve(undefined));
      }),
  );
}

/** Links, buttons and fields of the page that are covered by the handle. */
export async function controlsUnderHandle(page: Page): Promise<string[]> {
  return page.evaluate(
    ([x, y]) =>
      [-22, -11, 0, 11, 22].flatMap((offset) =>
        document
          .elementsFromPoint(x, y + offset)
          .filter((element) => element.matches('a, button, input, select, summary, [role=button]'))
          .map((element) => element.outerHTML.slice(0, 80)),
      ),
    await handleCentre(page),
  );
}

/** Links, buttons and fields in the window that would be covered by a sidebar of this width, visible or not. */
export function controlsUnderSidebar(page: Page, width: number): Promise<string[]> {
  return page.evaluate(
    (edge) =>
      [...document.querySelectorAll('a, button, input, select, summary, [role=button]')]
        .filter((element) => {
          const { left, right, top, bottom } = element.getBoundingClientRect();
          const isInWindow = left < right && top < bottom && bottom > 0 && top < window.innerHeight;
          return isInWindow && right > window.innerWidth - edge && element.checkVisibility();
        })
        .map((element) => element.outerHTML.slice(0, 80)),
    width,
  );
}
