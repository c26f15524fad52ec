// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { brightnessOf, readPageTheme, watchPageTheme, type PageTheme } from '@/lib/dom/page-theme';
import { until } from '../../fixtures/until';

let life: AbortController;
let isSystemDark = false;
const system = new EventTarget();
beforeEach(() => {
  life = new AbortController();
  isSystemDark = false;
  document.documentElement.removeAttribute('style');
  document.body.removeAttribute('style');
  document.body.innerHTML = '<main><p>text</p></main>';
  const addEventListener = system.addEventListener.bind(system);
  vi.stubGlobal('matchMedia', () => ({ matches: isSystemDark, addEventListener }));
});
afterEach(() => {
  life.abort();
  vi.unstubAllGlobals();
});

describe('the brightness of a computed colour', () => {
  test.each([
    ['rgb(255, 255, 255)', 1],
    ['rgb(0, 0, 0)', 0],
    ['rgba(24, 26, 27, 0.9)', 0.1],
    ['oklch(0.13 0.03 262)', 0.13],
    ['oklab(0.98 0 0)', 0.98],
    ['lab(96 0 0)', 0.96],
    ['lch(4 0 0 / 0.8)', 0.04],
    ['color(srgb 1 1 1)', 1],
    ['color(display-p3 0.1 0.1 0.1 / 1)', 0.1],
  ])('is read from %s', (colour, brightness) => {
    expect(brightnessOf(colour)).toBeCloseTo(brightness, 2);
  });

  test.each(['rgba(0, 0, 0, 0)', 'oklch(0.1 0 0 / 0.2)', 'transparent', '', 'strange(1 2 3)'])(
    'is undefined for "%s"',
    (colour) => {
      expect(brightnessOf(colour)).toBeUndefined();
    },
  );
});

describe('the theme of a page', () => {
  test.each<
    readonly [
      what: string,
      styles: Partial<Record<'html' | 'body' | 'main', string>>,
      dark: boolean,
      PageTheme,
    ]
  >([
    ['no background', {}, true, 'light'],
    ['a page that supports dark mode, on a dark system', { html: 'color-scheme: light dark' }, true, 'dark'],
    [
      'a page that supports dark mode, on a light system',
      { html: 'color-scheme: light dark' },
      false,
      'light',
    ],
    ['a white body on a dark system', { body: 'background-color: #fff' }, true, 'light'],
    ['a dark root below a transparent body', { html: 'background-color: #181a1b' }, false, 'dark'],
    [
      'a light column on a dark page',
      { html: 'background-color: #111', main: 'background-color: #eee' },
      true,
      'light',
    ],
  ])('is right with %s', (_, styles, dark, tone) => {
    isSystemDark = dark;
    for (const [name, style] of Object.entries(styles))
      document.querySelector(name)?.setAttribute('style', style);
    expect(readPageTheme(document)).toBe(tone);
  });
});

const paint = (colour: string): void => document.body.setAttribute('style', `background-color: ${colour}`);

describe('a page that changes its theme', () => {
  const seen = vi.fn<(tone: PageTheme) => void>();
  beforeEach(() => {
    seen.mockClear();
    watchPageTheme(document, seen, { signal: life.signal });
  });

  test('is followed, once for each change', async () => {
    paint('#000');
    await until(() => expect(seen).toHaveBeenCalledTimes(1));
    paint('#111');
    paint('#fff');
    await until(() => expect(seen.mock.calls).toEqual([['dark'], ['light']]));
  });

  test('is measured again when a transition of its background ends', async () => {
    Object.defineProperty(document, 'hidden', { configurable: true, value: true });
    paint('#000');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(seen).not.toHaveBeenCalled();
    Reflect.deleteProperty(document, 'hidden');
    document.body.dispatchEvent(
      Object.assign(new Event('transitionend', { bubbles: true }), { propertyName: 'background-color' }),
    );
    expect(seen).toHaveBeenCalledWith('dark');
  });

  test('is measured when its tab becomes visible, and no longer after the end', () => {
    Object.assign(document.body.style, { backgroundColor: '#000' });
    document.dispatchEvent(new Event('visibilitychange'));
    expect(seen).toHaveBeenCalledWith('dark');
    life.abort();
    Object.assign(document.body.style, { backgroundColor: '#fff' });
    document.dispatchEvent(new Event('visibilitychange'));
    expect(seen).toHaveBeenCalledTimes(1);
  });
});
