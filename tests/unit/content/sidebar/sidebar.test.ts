// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createSidebar, type Sidebar, type SidebarOptions } from '@/lib/content/sidebar';
import { SIDEBAR_CSS } from '@/lib/content/sidebar/css';

let life: AbortController;
let sidebar: Sidebar;
let shadow: ShadowRoot;
let onChoice: ReturnType<typeof vi.fn<SidebarOptions['onChoice']>>;

let frames = 0;
const create = ({ startsOpen }: Pick<SidebarOptions, 'startsOpen'>): Sidebar =>
  createSidebar({
    panel: { address: 'about:blank', issueNonce: () => `nonce-${(frames += 1)}` },
    width: 368,
    startsOpen,
    isPdf: false,
    roomRules: () => '',
    signal: life.signal,
    onChoice,
  });

beforeEach(() => {
  frames = 0;
  // jsdom has no layout.
  Object.assign(document, { elementsFromPoint: () => [] });
  life = new AbortController();
  vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined);
  const attach = vi.spyOn(Element.prototype, 'attachShadow');
  onChoice = vi.fn<SidebarOptions['onChoice']>();
  sidebar = create({ startsOpen: false });
  const [made] = attach.mock.results;
  if (made?.type !== 'return') throw new Error('No shadow root');
  shadow = made.value;
});
afterEach(() => life.abort());

const host = (): HTMLElement => {
  const found = document.querySelector<HTMLElement>('sidelight-sidebar');
  if (!found) throw new Error('No sidebar');
  return found;
};
const frame = () => shadow.querySelector('iframe');
const hasRoom = (): boolean =>
  [...document.querySelectorAll('style')].some(({ textContent }) => textContent.includes('margin-right'));
/** Mutation observers report in a microtask. */
const mutated = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

const countNodes = (): number => document.documentElement.childNodes.length;

test('a sidebar that starts open asks where the page is scrolled to only before it changes the page', () => {
  life.abort();
  life = new AbortController();
  const before = countNodes();
  const seen = new Set<number>();
  const asked = vi.spyOn(window, 'scrollY', 'get').mockImplementation(() => {
    seen.add(countNodes());
    return 0;
  });
  const made = create({ startsOpen: true });
  asked.mockRestore();
  expect([made.isOpen(), hasRoom(), host().isConnected]).toEqual([true, true, true]);
  expect([...seen]).toEqual([before]);
});

describe('a page that attacks the sidebar', () => {
  test('finds no state in what it can read', () => {
    const before = host().outerHTML;
    sidebar.open();
    sidebar.describe({ theme: 'dark', isKnown: true });
    expect(host().outerHTML).toBe(before);
    expect(host().getAttributeNames()).toEqual(['data-nosnippet']);
    expect(host().shadowRoot).toBeNull();
  });

  test('cannot fold or move it by attributes and properties of the host', () => {
    sidebar.open();
    const inside = shadow.innerHTML;
    for (const name of ['data-open', 'data-over', 'data-beside', 'hidden']) host().toggleAttribute(name);
    host().setAttribute('style', '--width: 9px; --right: 300px; --top: 300px; --back: red');
    window.dispatchEvent(new Event('resize'));
    expect([shadow.innerHTML, sidebar.isOpen(), hasRoom()]).toEqual([inside, true, true]);
  });

  test('finds styles without custom properties, and only important ones on the host', () => {
    expect(SIDEBAR_CSS).not.toMatch(/--[a-z]|var\(/);
    const rules = [...SIDEBAR_CSS.matchAll(/:host[^{]*\{([^}]*)\}/g)].flatMap(([, body = '']) =>
      body.split(';').map((line) => line.trim()),
    );
    const declarations = rules.filter((line) => line !== '');
    expect(declarations.length).toBeGreaterThan(5);
    expect(declarations.filter((line) => !line.endsWith('!important'))).toEqual([]);
    expect(declarations[0]).toBe('all: initial !important');
  });

  test('can neither change nor store anything by synthetic keys and clicks', () => {
    vi.stubGlobal('innerWidth', 500);
    sidebar.open();
    host().setAttribute('data-over', '');
    for (const target of [document, document.body, host()])
      target.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    for (const control of shadow.querySelectorAll('button, .splitter'))
      for (const type of ['click', 'dblclick', 'pointerdown'])
        control.dispatchEvent(new MouseEvent(type, { bubbles: true }));
    expect([sidebar.isOpen(), onChoice.mock.calls]).toEqual([true, []]);
    vi.unstubAllGlobals();
  });

  test('causes another frame and another nonce if it removes the sidebar, or moves it away and back', async () => {
    sidebar.open();
    expect(frame()?.src).toContain('nonce-1');
    host().remove();
    await mutated();
    expect(frame()?.src).toContain('nonce-2');
    const taken = host();
    document.body.append(taken);
    document.documentElement.append(taken);
    await mutated();
    expect(frame()?.src).toContain('nonce-3');
    expect([sidebar.isOpen(), hasRoom()]).toEqual([true, true]);
  });

  test('gets rid of frame and margin if it insists, and that is not stored', async () => {
    sidebar.open();
    const box = document.createElement('div');
    document.body.append(box);
    for (let times = 0; times < 6; times += 1) {
      const found = document.querySelector('sidelight-sidebar');
      if (found) box.append(found);
      await mutated();
    }
    expect(document.querySelector('sidelight-sidebar')).toBeNull();
    expect([frame(), sidebar.isOpen(), hasRoom(), onChoice.mock.calls]).toEqual([null, false, false, []]);
    sidebar.open();
    expect([frame(), sidebar.isOpen(), hasRoom()]).toEqual([null, false, false]);
  });
});
