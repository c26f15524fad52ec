// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { guardClicks } from '@/lib/pages/click-guard';

let life: AbortController;
let report: (isVisible: boolean) => void;
const pressed = vi.fn<(event: Event) => void>();
const decided = vi.fn<(isRefused: boolean) => void>();
const isCovered = vi.fn<() => Promise<boolean | undefined>>();

/** Chromium's visibility tracking, whose verdict `report` gives. */
function stubTracking(): void {
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
}

beforeEach(() => {
  vi.useFakeTimers();
  pressed.mockReset();
  decided.mockReset();
  isCovered.mockReset();
  document.body.innerHTML =
    '<div></div><button type="button"><svg></svg>Copy</button><label>Save <input type="checkbox"></label><select></select>';
  document.querySelector('button')?.addEventListener('click', pressed);
  life = new AbortController();
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const find = (selector: string): Element => document.querySelector(selector) ?? document.body;

const start = (): void =>
  guardClicks({ mark: find('div'), isCovered, onDecision: decided, signal: life.signal });

const point = (selector = 'button'): boolean =>
  find(selector).dispatchEvent(new MouseEvent('pointerover', { bubbles: true }));

/** Presses and releases; `detail` is 0 for the keyboard. */
function press({ detail = 1, selector = 'button', ctrlKey = false } = {}): void {
  const options = { bubbles: true, cancelable: true, detail, ctrlKey };
  if (detail > 0)
    for (const type of ['pointerdown', 'pointerup'])
      find(selector).dispatchEvent(new MouseEvent(type, options));
  find(selector).dispatchEvent(new MouseEvent('click', options));
}

/** Lets this many milliseconds go by, and all that was answered be heard. */
const pass = (milliseconds = 1): Promise<unknown> => vi.advanceTimersByTimeAsync(milliseconds);

/** An answer that takes this long. */
const after = (milliseconds: number, answer: boolean) => (): Promise<boolean> =>
  new Promise((resolve) => setTimeout(() => resolve(answer), milliseconds));

describe('where the browser can say that nothing covers the frame', () => {
  beforeEach(stubTracking);

  test('and says so, a click asks nobody', async () => {
    start();
    report(true);
    point();
    press();
    expect(pressed).toHaveBeenCalledTimes(1);
    await pass(2000);
    expect(isCovered).not.toHaveBeenCalled();
  });

  test('and does not, a click through a layer is refused, and the user is told', async () => {
    isCovered.mockResolvedValue(true);
    start();
    report(false);
    point();
    press();
    await pass();
    expect(decided.mock.calls).toEqual([[true]]);
    expect(pressed).not.toHaveBeenCalled();
  });

  test('and does not, a click works where the page’s script finds nothing', async () => {
    isCovered.mockResolvedValue(false);
    start();
    report(false);
    point();
    press();
    await pass();
    expect(pressed).toHaveBeenCalledTimes(1);
  });

  test('and says no only while the pointer rests, the page’s script is asked from then on', async () => {
    isCovered.mockResolvedValueOnce(true).mockResolvedValue(false);
    start();
    report(true);
    point();
    await pass(1000);
    expect(isCovered).not.toHaveBeenCalled();
    report(false);
    await pass(250);
    press();
    await pass();
    expect(decided.mock.calls).toEqual([[true]]);
  });
});

describe('where the browser tracks no visibility', () => {
  test('a click works once the page’s script found nothing, as the click that it was', async () => {
    isCovered.mockResolvedValue(false);
    start();
    point('svg');
    press({ selector: 'svg', detail: 2, ctrlKey: true });
    expect(pressed).not.toHaveBeenCalled();
    await pass();
    expect(pressed).toHaveBeenCalledTimes(1);
    expect(pressed.mock.calls[0]?.[0]).toMatchObject({ detail: 2, ctrlKey: true, target: find('svg') });
    expect(decided.mock.calls).toEqual([[false]]);
  });

  test('a click through a layer is refused, and the user is told', async () => {
    isCovered.mockResolvedValue(true);
    start();
    point();
    press();
    await pass();
    expect(decided.mock.calls).toEqual([[true]]);
    expect(pressed).not.toHaveBeenCalled();
  });

  test('a layer that is gone by the click was there when the pointer came', async () => {
    isCovered.mockResolvedValueOnce(true).mockResolvedValue(false);
    start();
    point();
    press();
    await pass();
    expect(decided.mock.calls).toEqual([[true]]);
    expect(pressed).not.toHaveBeenCalled();
  });

  test('a layer that is laid while the pointer rests, and gone by the click, is found between', async () => {
    isCovered.mockResolvedValueOnce(false).mockResolvedValueOnce(true).mockResolvedValue(false);
    start();
    point();
    await pass(260);
    press();
    await pass();
    expect(decided.mock.calls).toEqual([[true]]);
  });

  test('a layer that is gone before the press refuses nothing', async () => {
    isCovered.mockResolvedValueOnce(true).mockResolvedValue(false);
    start();
    point();
    await pass(260);
    press();
    await pass();
    expect(pressed).toHaveBeenCalledTimes(1);
  });

  test('nothing is asked once the pointer has left', async () => {
    isCovered.mockResolvedValue(false);
    start();
    point();
    await pass();
    find('html').dispatchEvent(new MouseEvent('pointerleave'));
    await pass(2000);
    expect(isCovered).toHaveBeenCalledTimes(1);
  });

  test('a late answer is asked for again, since the page may have been busy on purpose', async () => {
    isCovered.mockImplementationOnce(after(400, false)).mockImplementation(after(5, true));
    start();
    press();
    await pass(1000);
    expect(decided.mock.calls).toEqual([[true]]);
    isCovered.mockReset();
    isCovered.mockImplementationOnce(after(400, false)).mockImplementation(after(5, false));
    press();
    await pass(1000);
    expect(pressed).toHaveBeenCalledTimes(1);
  });

  test.each([
    ['has no script of ours', () => Promise.resolve(undefined)],
    ['never answers', () => new Promise<never>(() => undefined)],
    ['always answers late', after(300, false)],
  ])('a click is refused where the page %s', async (_, answer) => {
    isCovered.mockImplementation(answer);
    start();
    press();
    await pass(5000);
    expect(decided.mock.calls).toEqual([[true]]);
    expect(pressed).not.toHaveBeenCalled();
  });

  test('a key is never refused', () => {
    isCovered.mockResolvedValue(true);
    start();
    point();
    press({ detail: 0 });
    expect(pressed).toHaveBeenCalledTimes(1);
  });

  test.each([
    [true, false],
    [false, true],
  ])('a field’s label is pressed for the field: covered %s, checked %s', async (answer, isChecked) => {
    isCovered.mockResolvedValue(answer);
    start();
    press({ selector: 'label' });
    await pass();
    expect(find('input')).toHaveProperty('checked', isChecked);
  });

  test.each([
    [true, false],
    [false, true],
  ])('a list of options: covered %s, opens %s', async (answer, opens) => {
    isCovered.mockResolvedValue(answer);
    start();
    point('select');
    await pass();
    const down = new MouseEvent('mousedown', { bubbles: true, cancelable: true });
    expect(find('select').dispatchEvent(down)).toBe(opens);
  });
});
