// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import { isLaidOver } from '@/lib/dom/covering';

const POINT = { x: 50, y: 50 };
const openShadow = ({ shadowRoot }: HTMLElement): ShadowRoot | null => shadowRoot;

/** Adds an element of a hundred pixels at the window's corner; jsdom lays nothing out. */
function add(style: string, name = 'div', parent: ParentNode = document.body): HTMLElement {
  const element = document.createElement(name);
  element.setAttribute('style', style);
  element.getBoundingClientRect = () => new DOMRect(0, 0, 100, 100);
  parent.append(element);
  return element;
}

let own: HTMLElement;
beforeEach(() => {
  document.body.innerHTML = '';
  own = add('background-color: rgb(255, 255, 255)');
});

test.each([
  ['has a background', 'background-color: rgb(255, 0, 0); pointer-events: none', 'div', true],
  ['is half transparent', 'background-color: rgba(255, 0, 0, 0.5); pointer-events: none', 'div', true],
  ['has a picture as its background', 'background-image: url(x.png); pointer-events: none', 'div', true],
  ['is a picture', 'pointer-events: none', 'img', true],
  ['is transparent', 'background-color: rgba(0, 0, 0, 0); pointer-events: none', 'div', false],
  ['is hidden', 'visibility: hidden; background-color: rgb(0, 0, 0); pointer-events: none', 'div', false],
  ['takes clicks itself', 'background-color: rgb(255, 0, 0)', 'div', false],
])('an element over the point that %s: %s', (_, style, name, expected) => {
  add(style, name);
  expect(isLaidOver(POINT, own, openShadow)).toBe(expected);
});

test('an element elsewhere does not count', () => {
  add('background-color: rgb(255, 0, 0); pointer-events: none');
  expect(isLaidOver({ x: 150, y: 50 }, own, openShadow)).toBe(false);
});

test('the sidebar itself does not count', () => {
  own.style.pointerEvents = 'none';
  expect(isLaidOver(POINT, own, openShadow)).toBe(false);
});

test('an element in a closed shadow tree counts where the browser opens it to extensions', () => {
  const host = document.createElement('div');
  const shadow = host.attachShadow({ mode: 'closed' });
  document.body.append(host);
  add('background-color: rgb(255, 0, 0); pointer-events: none', 'div', shadow);
  expect(isLaidOver(POINT, own, (element) => (element === host ? shadow : null))).toBe(true);
});
