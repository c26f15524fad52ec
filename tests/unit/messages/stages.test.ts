import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fetchStage, injectStage } from '@/lib/messages/stages/fetch';
import { leaveStage, takeStage } from '@/lib/messages/stages/handover';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** The background's answers, one after the other; the last one is repeated. */
function backgroundSays(answers: readonly (() => Promise<unknown>)[]) {
  let asked = 0;
  const ask = vi.fn<() => Promise<unknown>>(async () => {
    asked += 1;
    return answers[Math.min(asked, answers.length) - 1]?.();
  });
  Object.assign(browser.runtime, { sendMessage: ask });
  return ask;
}
const says = (answer: unknown) => () => Promise.resolve(answer);
const isAway = () => Promise.reject(new Error('Could not establish connection.'));

async function fetched(isWanted = () => true): Promise<boolean> {
  const answer = fetchStage('sidebar', isWanted);
  await vi.runAllTimersAsync();
  return answer;
}

describe('the page’s side', () => {
  test('uses the code that the background injected', async () => {
    const ask = backgroundSays([says({ done: true })]);
    expect(await fetched()).toBe(true);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  test('asks again if the background is not ready yet', async () => {
    const ask = backgroundSays([isAway, says(undefined), says({ done: true })]);
    expect(await fetched()).toBe(true);
    expect(ask).toHaveBeenCalledTimes(3);
  });

  test.each([
    ['refuses', says({ done: false })],
    ['answers in another shape', says({ done: 'yes' })],
    ['never answers', isAway],
  ])('gives up if the background %s', async (_, answer) => {
    const ask = backgroundSays([answer]);
    expect(await fetched()).toBe(false);
    expect(ask).toHaveBeenCalledTimes(4);
  });

  test('stops asking once the extension was replaced', async () => {
    const ask = backgroundSays([isAway]);
    let isThere = true;
    setTimeout(() => (isThere = false), 100);
    expect(await fetched(() => isThere)).toBe(false);
    expect(ask).toHaveBeenCalledTimes(1);
  });
});

describe('the background’s side', () => {
  test('injects the file into the top document of the tab that asked', async () => {
    const executeScript = vi.fn<(tabId: number, details: unknown) => Promise<unknown[]>>(() =>
      Promise.resolve([]),
    );
    Object.assign(browser.tabs, { executeScript });
    expect(await injectStage('sidebar', 7)).toEqual({ done: true });
    expect(executeScript.mock.calls).toEqual([[7, { file: '/sidebar.js', frameId: 0 }]]);
  });

  test('reports it if the tab went to a page that is not ours', async () => {
    Object.assign(browser.tabs, {
      executeScript: () => Promise.reject(new Error('Missing host permission')),
    });
    expect(await injectStage('sidebar', 7)).toEqual({ done: false });
    expect(await injectStage('sidebar', undefined)).toEqual({ done: false });
  });
});

describe('a later stage', () => {
  afterEach(() => {
    for (const name of Object.keys(globalThis)) {
      if (name.startsWith('sidelight')) Reflect.deleteProperty(globalThis, name);
    }
  });

  test('is found by the previous one after its file has run, repeatedly, and by its own name', () => {
    const stage = { start: vi.fn<() => void>() };
    expect(takeStage('sidebar')).toBeUndefined();
    leaveStage('sidebar', stage);
    expect([takeStage('sidebar'), takeStage('sidebar')]).toEqual([stage, stage]);
    expect(takeStage('full-text')).toBeUndefined();
  });

  test('is not found if something else has its name', () => {
    leaveStage('sidebar', { start: () => undefined });
    const name = Object.keys(globalThis).find((each) => each.startsWith('sidelight')) ?? '';
    Reflect.set(globalThis, name, { start: 'now' });
    expect(takeStage('sidebar')).toBeUndefined();
  });
});
