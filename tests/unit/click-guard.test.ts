// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { guardClicks } from '@/lib/pages/click-guard';
import { until } from '../fixtures/until';

let life: AbortController;
let report: (isVisible: boolean) => void;
const pressed = vi.fn<() => void>();
const refused = vi.fn<() => void>();
const isCovered = vi.fn<() => Promise<boolean | undefined>>();

beforeEach(() => {
  pressed.mockReset();
  refused.mockReset();
  isCovered.mockReset();
  vi.stubGlobal(
    'IntersectionObserverEntry',
    class {
      get isVisible(): boolean {
        return true;
      }
    },
  );
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(callback: (records: readonly object[]) => void) {
        report = (isVisible) => callback([{ isVisible, isIntersecting: true }]);
      }
      observe = () => undefined;
      disconnect = () => undefined;
    },
  );
  document.body.innerHTML = '<div></div><button type="button">Copy</button>';
  document.querySelector('button')?.addEventListener('click', pressed);
  life = new AbortController();
});
afterEach(() => {
  life.abort();
  vi.unstubAllGlobals();
});

const start = (): void =>
  guardClicks({
    mark: document.querySelector('div') ?? document.body,
    isCovered,
    onRefused: refused,
    signal: life.signal,
  });

/** Moves the pointer to the button and clicks; `detail` is 0 for the keyboard. */
function click(detail = 1): void {
  const button = document.querySelector('button');
  button?.dispatchEvent(new MouseEvent('pointerover', { bubbles: true }));
  button?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail }));
}

test('a click in a frame that nothing covers asks nobody', () => {
  start();
  report(true);
  click();
  expect(pressed).toHaveBeenCalledTimes(1);
  expect(isCovered).not.toHaveBeenCalled();
});

test('a click through a layer is refused, and the user is told', async () => {
  isCovered.mockResolvedValue(true);
  start();
  report(false);
  click();
  await until(() => expect(refused).toHaveBeenCalledTimes(1));
  expect(pressed).not.toHaveBeenCalled();
});

test('a layer that is gone by the click was there when the pointer came', async () => {
  isCovered.mockResolvedValueOnce(true).mockResolvedValue(false);
  start();
  report(false);
  click();
  await until(() => expect(refused).toHaveBeenCalledTimes(1));
  expect(pressed).not.toHaveBeenCalled();
});

test.each([false, undefined])('a click works where the page’s script answers %s', async (answer) => {
  isCovered.mockResolvedValue(answer);
  start();
  report(false);
  click();
  await until(() => expect(pressed).toHaveBeenCalledTimes(1));
  expect(refused).not.toHaveBeenCalled();
});

test('a key is never refused', () => {
  isCovered.mockResolvedValue(true);
  start();
  report(false);
  click(0);
  expect(pressed).toHaveBeenCalledTimes(1);
});

test('nothing is refused in a browser that tracks no visibility', () => {
  vi.stubGlobal('IntersectionObserverEntry', undefined);
  start();
  click();
  expect(pressed).toHaveBeenCalledTimes(1);
  expect(isCovered).not.toHaveBeenCalled();
});
