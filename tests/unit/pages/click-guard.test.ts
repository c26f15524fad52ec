// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { guardClicks } from '@/lib/pages/click-guard';

let life: AbortController;
let report: (isVisible: boolean) => void;
const pressed = vi.fn<(event: Event) => void>();
const decided = vi.fn<(isRefused: boolean) => void>();
const isCovered = vi.fn<() => Promise<boolean | undefined>>();

/** Chromium's visibility tracking, whose result `report` sets. */
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

/** Presses and releases the button; `detail` is 0 for the keyboard. */
function press({ detail = 1, selector = 'button', ctrlKey = false } = {}): void {
  const options = { bubbles: true, cancelable: true, detail, ctrlKey };
  if (detail > 0)
    for (const type of ['pointerdown', 'pointerup'])
      find(selector).dispatchEvent(new MouseEvent(type, options));
  find(selector).dispatchEvent(new MouseEvent('click', options));
}

/** Advances the clock by this many milliseconds and lets all answers arrive. */
const pass = (milliseconds = 1): Promise<unknown> => vi.advanceTimersByTimeAsync(milliseconds);

/** An answer that takes this long. */
const after = (milliseconds: number, answer: boolean) => (): Promise<boolean> =>
  new Promise((resolve) => setTimeout(() => resolve(answer), milliseconds));

describe('in a browser that can tell whether something covers the frame', () => {
  beforeEach(stubTracking);

  test('a click works without asking the page’s script if nothing covers it', async () => {
    start();
    report(true);
    point();
    press();
    expect(pressed).toHaveBeenCalledTimes(1);
    await pass(2000);
    expect(isCovered).not.toHaveBeenCalled();
  });

  test('a click through a layer is refused, and the user is informed', async () => {
    isCovered.mockResolvedValue(true);
    start();
    report(false);
    point();
    press();
    await pass();
    expect(decided.mock.calls).toEqual([[true]]);
    expect(pressed).not.toHaveBeenCalled();
  });

  test('a click works if the browser reports a cover but the page’s script finds none', async () => {
    isCovered.mockResolvedValue(false);
    start();
    report(false);
    point();
    press();
    await pass();
    expect(pressed).toHaveBeenCalledTimes(1);
  });

  test('the page’s script is asked as soon as the browser reports a cover under a resting pointer', async () => {
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

describe('in a browser that does not track visibility', () => {
  test('a click works, as the original event, once the page’s script has found nothing', async () => {
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

  test('a click through a layer is refused, and the user is informed', async () => {
    isCovered.mockResolvedValue(true);
    start();
    point();
    press();
    await pass();
    expect(decided.mock.calls).toEqual([[true]]);
    expect(pressed).not.toHaveBeenCalled();
  });

  test('a layer that is removed before the click counts if it was there when the pointer arrived', async () => {
    isCovered.mockResolvedValueOnce(true).mockResolvedValue(false);
    start();
    point();
    press();
    await pass();
    expect(decided.mock.calls).toEqual([[true]]);
    expect(pressed).not.toHaveBeenCalled();
  });

  test('a layer that is added while the pointer rests and removed before the click is found', async () => {
    isCovered.mockResolvedValueOnce(false).mockResolvedValueOnce(true).mockResolvedValue(false);
    start();
    point();
    await pass(260);
    press();
    await pass();
    expect(decided.mock.calls).toEqual([[true]]);
  });

  test('a layer that is removed before the press refuses nothing', async () => {
    isCovered.mockResolvedValueOnce(true).mockResolvedValue(false);
    start();
    point();
    await pass(260);
    press();
    await pass();
    expect(pressed).toHaveBeenCalledTimes(1);
  });

  test('the page’s script is not asked after the pointer has left', async () => {
    isCovered.mockResolvedValue(false);
    start();
    point();
    await pass();
    find('html').dispatchEvent(new MouseEvent('pointerleave'));
    await pass(2000);
    expect(isCovered).toHaveBeenCalledTimes(1);
  });

  test('a late answer is requested again, since the page may have blocked on purpose', async () => {
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
  ])('a click is refused if the page %s', async (_, answer) => {
    isCovered.mockImplementation(answer);
    start();
    press();
    await pass(5000);
    expect(decided.mock.calls).toEqual([[true]]);
    expect(pressed).not.toHaveBeenCalled();
  });

  test('a key press is never refused', () => {
    isCovered.mockResolvedValue(true);
    start();
    point();
    press({ detail: 0 });
    expect(pressed).toHaveBeenCalledTimes(1);
  });

  test.each([
    [true, false],
    [false, true],
  ])('a click on a label counts as one on its field: covered %s, checked %s', async (answer, isChecked) => {
    isCovered.mockResolvedValue(answer);
    start();
    press({ selector: 'label' });
    await pass();
    expect(find('input')).toHaveProperty('checked', isChecked);
  });

  test.each([
    [true, false],
    [false, true],
  ])('a click on a list of options obeys the same rule: covered %s, opens %s', async (answer, opens) => {
    isCovered.mockResolvedValue(answer);
    start();
    point('select');
    await pass();
    const down = new MouseEvent('mousedown', { bubbles: true, cancelable: true });
    expect(find('select').dispatchEvent(down)).toBe(opens);
  });
});
