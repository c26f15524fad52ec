// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { debounce } from '@/lib/dom/debounce';
import { awaitDocument } from '@/lib/dom/await-document';
import { keepInserted } from '@/lib/dom/keep-inserted';
import { hasRoom, makeRoom } from '@/lib/dom/make-room';
import { watchPointing } from '@/lib/dom/pointing';
import { watchLocation } from '@/lib/dom/watch-location';

let life: AbortController;
beforeEach(() => {
  life = new AbortController();
  document.body.innerHTML = '<p>text</p>';
  history.replaceState(null, '', '/a');
  vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined);
});
afterEach(() => life.abort());

/** Mutation observers report in a microtask. */
const mutated = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

describe('keepInserted', () => {
  test('reinserts the node only a few times, and removes it at the end', async () => {
    const node = document.createElement('section');
    keepInserted(node, document.documentElement, { signal: life.signal });
    for (const isThere of [true, true, true, false]) {
      node.remove();
      await mutated();
      expect(node.isConnected).toBe(isThere);
    }
    const other = document.createElement('section');
    keepInserted(other, document.documentElement, { signal: life.signal });
    life.abort();
    expect(other.isConnected).toBe(false);
    await mutated();
    expect(other.isConnected).toBe(false);
  });

  test('does nothing if the signal has aborted', () => {
    life.abort();
    const node = document.createElement('section');
    keepInserted(node, document.documentElement, { signal: life.signal });
    expect(node.isConnected).toBe(false);
  });
});

const at = (screenX: number): PointerEvent => new PointerEvent('pointermove', { screenX });

describe('debounce', () => {
  test('calls once, after the last trigger, and never after the end', () => {
    vi.useFakeTimers();
    try {
      const action = vi.fn<() => void>();
      const call = debounce(action, { signal: life.signal });
      for (let times = 0; times < 5; times += 1) {
        call();
        vi.advanceTimersByTime(100);
      }
      expect(action).not.toHaveBeenCalled();
      vi.advanceTimersByTime(1000);
      expect(action).toHaveBeenCalledTimes(1);
      call();
      life.abort();
      call();
      vi.advanceTimersByTime(1000);
      expect(action).toHaveBeenCalledTimes(1);
    } finally {
      vi.useRealTimers();
    }
  });
});

test('debounce waits as long for calm as it is told to', () => {
  vi.useFakeTimers();
  try {
    const work = vi.fn<() => void>();
    const call = debounce(work, { signal: life.signal, calm: 600, longest: 5000 });
    for (let passed = 0; passed < 2000; passed += 400) {
      call();
      vi.advanceTimersByTime(400);
    }
    expect(work).not.toHaveBeenCalled();
    vi.advanceTimersByTime(200);
    expect(work).toHaveBeenCalledTimes(1);
  } finally {
    vi.useRealTimers();
  }
});

test('debounce waits no longer than a second for a page that changes all the time', () => {
  vi.useFakeTimers();
  try {
    const work = vi.fn<() => void>();
    const call = debounce(work, { signal: life.signal });
    for (let passed = 0; passed < 3000; passed += 100) {
      call();
      vi.advanceTimersByTime(100);
    }
    expect(work).toHaveBeenCalledTimes(3);
  } finally {
    vi.useRealTimers();
  }
});

describe('watchPointing', () => {
  test('reacts to what the pointer moves to, and waits for a movement if something scrolls under it', () => {
    const actions: string[] = [];
    const { act, forget } = watchPointing({ signal: life.signal });
    const doing = (name: string) => () => void actions.push(name);
    act(at(1), doing('first'));
    document.dispatchEvent(at(2));
    act(at(2), doing('scrolled'));
    act(at(2), doing('scrolled too'));
    // A browser may report a movement without any.
    document.dispatchEvent(at(2));
    expect(actions).toEqual(['first']);
    document.dispatchEvent(at(3));
    document.dispatchEvent(at(4));
    expect(actions).toEqual(['first', 'scrolled too']);
    act(at(4), doing('forgotten'));
    forget();
    act(at(4), doing('overtaken'));
    act(at(5), doing('moved onto'));
    document.dispatchEvent(at(5));
    expect(actions).toEqual(['first', 'scrolled too', 'moved onto']);
    document.dispatchEvent(at(6));
    act(at(6), doing('late'));
    life.abort();
    document.dispatchEvent(at(7));
    expect(actions).toEqual(['first', 'scrolled too', 'moved onto']);
  });
});

describe('makeRoom', () => {
  test('leaves the page at least 480 pixels', () => {
    expect([hasRoom(368, 848), hasRoom(368, 847)]).toEqual([true, false]);
  });

  test('restores the document exactly, whatever the page set meanwhile', () => {
    document.documentElement.setAttribute('style', 'margin-right: 3px');
    const before = document.documentElement.outerHTML;
    makeRoom(300, { signal: life.signal, rules: '#x { color: red }' });
    const style = document.querySelector('html > style');
    expect(style?.textContent).toContain('margin-right: 300px');
    expect(style?.textContent).toContain('#x { color: red }');
    life.abort();
    expect(document.documentElement.outerHTML).toBe(before);
    document.documentElement.removeAttribute('style');
  });
});

/** The page renders something, and a check is due. */
const rendered = async (): Promise<void> => {
  document.body.append(document.createElement('p'));
  await vi.advanceTimersByTimeAsync(100);
};

const never = (): boolean => false;

describe('awaitDocument', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  test('calls back once, when the tree has become as expected', async () => {
    const looks: boolean[] = [];
    const outcomes: boolean[] = [];
    awaitDocument(
      () => {
        looks.push(true);
        return document.querySelectorAll('p').length >= 3;
      },
      (outcome) => outcomes.push(outcome),
      { signal: life.signal },
    );
    await rendered();
    expect(outcomes).toEqual([]);
    await rendered();
    await rendered();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(outcomes).toEqual([true]);
    expect(looks).toHaveLength(2);
  });

  test('gives up after a while, and does not call back once it is aborted', async () => {
    const outcomes: boolean[] = [];
    awaitDocument(never, (outcome) => outcomes.push(outcome), { signal: life.signal });
    const calledOff = new AbortController();
    awaitDocument(never, (outcome) => outcomes.push(outcome), { signal: calledOff.signal });
    calledOff.abort();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(outcomes).toEqual([false]);
  });
});

describe('watchLocation', () => {
  const navigation = new EventTarget();
  beforeEach(() => Object.assign(window, { navigation }));
  afterEach(() => Reflect.deleteProperty(window, 'navigation'));
  const commit = (path: string): void => {
    history.pushState(null, '', path);
    navigation.dispatchEvent(new Event('navigatesuccess'));
  };

  test('reports another path or query with the new address, but not the hash', () => {
    const seen: string[] = [];
    watchLocation((url) => seen.push(url.pathname + url.search), { signal: life.signal });
    commit('/a#part');
    commit('/b');
    commit('/b#part');
    commit('/b?q=1');
    expect(seen).toEqual(['/b', '/b?q=1']);
    life.abort();
    commit('/c');
    expect(seen).toHaveLength(2);
  });

  test.each(['popstate', 'pageshow'])('checks again on %s', (type) => {
    const seen: string[] = [];
    watchLocation((url) => seen.push(url.pathname), { signal: life.signal });
    history.replaceState(null, '', '/d');
    window.dispatchEvent(new Event(type));
    expect(seen).toEqual(['/d']);
  });

  test('checks the address of a changing page without the Navigation API', async () => {
    Reflect.deleteProperty(window, 'navigation');
    const seen: string[] = [];
    watchLocation((url) => seen.push(url.pathname), { signal: life.signal });
    history.pushState(null, '', '/e');
    document.title = 'another';
    await mutated();
    expect(seen).toEqual(['/e']);
  });
});
