// @vitest-environment jsdom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { isLaidOver } from '@/lib/dom/covering';
import { contrastBehindFilter, contrastUnder } from '@/lib/dom/painted';

const openShadow = ({ shadowRoot }: HTMLElement): ShadowRoot | null => shadowRoot;

describe('the contrast that a colour leaves below it', () => {
  test.each([
    ['transparent', 'normal', 1],
    ['rgba(0, 0, 0, 0)', 'normal', 1],
    ['color(srgb 0.2 0.3 0.4 / 0)', 'normal', 1],
    ['rgb(255, 0, 0)', 'normal', 0],
    ['oklch(0.7 0.1 200)', 'normal', 0],
    ['rgba(255, 0, 0, 0.25)', 'normal', 0.75],
    ['oklch(0.7 0.1 200 / 0.25)', 'normal', 0.75],
    ['oklch(0.7 0.1 200 / 25%)', 'normal', 0.75],
    ['rgb(255, 255, 255)', 'multiply', 1],
    ['rgb(255, 147, 41)', 'multiply', 1],
    ['rgb(0, 0, 0)', 'multiply', 0],
    ['rgb(0, 0, 0)', 'screen', 1],
    ['rgb(255, 255, 255)', 'screen', 0],
    ['rgb(255, 255, 255)', 'difference', 1],
    ['rgb(255, 255, 255)', 'hard-light', 0],
  ])('is computed for %s, blended by %s: %d', (colour, mode, expected) => {
    expect(contrastUnder(colour, mode)).toBeCloseTo(expected);
  });

  test('is next to nothing for middle grey that inverts', () => {
    expect(contrastUnder('rgb(128, 128, 128)', 'difference')).toBeLessThan(0.01);
  });
});

test.each([
  ['none', 1],
  ['', 1],
  ['invert(1) hue-rotate(180deg)', 1],
  ['invert(100%)', 1],
  ['invert(0.5)', 0],
  ['brightness(0.8)', 0.8],
  ['brightness(0.5) brightness(0.5)', 0.25],
  ['contrast(0)', 0],
  ['blur(8px)', 0],
  ['url("#x")', 0],
])('the backdrop filter %s leaves %d of the contrast behind it', (filter, expected) => {
  expect(contrastBehindFilter(filter)).toBeCloseTo(expected);
});

describe('an element over the point', () => {
  const POINT = { x: 50, y: 50 };
  const TOP = 'z-index: 2147483647; ';
  const root = document.documentElement;

  /** Adds an element of 100 pixels in the window's corner; jsdom computes neither layout nor inheritance. */
  function add(style: string, parent: ParentNode = root, name = 'div'): HTMLElement {
    const element = document.createElement(name);
    element.setAttribute('style', style);
    element.getBoundingClientRect = () => new DOMRect(0, 0, 100, 100);
    parent.append(element);
    return element;
  }

  let own: HTMLElement;
  beforeEach(() => {
    document.body.innerHTML = '';
    while (document.body.nextSibling) document.body.nextSibling.remove();
    // jsdom has neither animations nor pseudo-elements; the browser tests check those.
    Object.assign(document, { getAnimations: () => [] });
    const styleOf = window.getComputedStyle.bind(window);
    vi.spyOn(window, 'getComputedStyle').mockImplementation((element, pseudo) =>
      styleOf(pseudo ? document.createElement('i') : element),
    );
    own = add(`${TOP}background-color: rgb(255, 255, 255); pointer-events: none`);
  });

  test.each([
    ['hides everything', 'background-color: rgb(255, 0, 0); pointer-events: none', 'div', true],
    ['is half translucent', 'background-color: rgba(255, 0, 0, 0.5); pointer-events: none', 'div', true],
    ['is mostly translucent', 'background-color: rgba(255, 0, 0, 0.3); pointer-events: none', 'div', false],
    ['has a picture as its background', 'background-image: url(x.png); pointer-events: none', 'div', true],
    ['is a picture', 'pointer-events: none', 'img', true],
    ['paints nothing', 'background-color: rgba(0, 0, 0, 0); pointer-events: none', 'div', false],
    ['is hidden', 'visibility: hidden; background-color: rgb(0, 0, 0); pointer-events: none', 'div', false],
    ['takes clicks itself', 'background-color: rgb(255, 0, 0)', 'div', false],
  ])('counts or not, if it %s: %s', (_, style, name, expected) => {
    add(TOP + style, root, name);
    expect(isLaidOver(POINT, own, openShadow)).toBe(expected);
  });

  const OPAQUE = 'background-color: rgb(255, 0, 0); pointer-events: none';

  test('counts with everything that contains it', () => {
    add(OPAQUE, add(TOP, root));
    expect(isLaidOver(POINT, own, openShadow)).toBe(true);
    expect(isLaidOver({ x: 150, y: 50 }, own, openShadow)).toBe(false);
  });

  test('does not count if it is below the sidebar, or not drawn', () => {
    add(`${TOP}${OPAQUE}`, document.body);
    add(`${OPAQUE}; z-index: 2147483646`);
    add(OPAQUE, add(`${TOP}display: none`));
    add(OPAQUE, add(`${TOP}opacity: 0`));
    expect(isLaidOver(POINT, own, openShadow)).toBe(false);
  });

  test('counts although it is before the sidebar if the page draws it in another order', () => {
    add(OPAQUE, document.body);
    root.style.display = 'flex';
    expect(isLaidOver(POINT, own, openShadow)).toBe(true);
    root.removeAttribute('style');
  });

  test('counts with another that is also translucent', () => {
    const tint = `${TOP}background-color: rgba(0, 0, 0, 0.4); pointer-events: none`;
    add(tint);
    expect(isLaidOver(POINT, own, openShadow)).toBe(false);
    add(tint);
    expect(isLaidOver(POINT, own, openShadow)).toBe(true);
  });

  test('counts in a closed shadow tree if the browser opens it to extensions', () => {
    const host = add(TOP);
    const shadow = host.attachShadow({ mode: 'closed' });
    add(OPAQUE, shadow);
    expect(isLaidOver(POINT, own, openShadow)).toBe(false);
    expect(isLaidOver(POINT, own, (element) => (element === host ? shadow : null))).toBe(true);
  });
});
