import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { LIBRARY_ANSWERS } from '@/lib/background/library-answers';
import type { PaperId } from '@/lib/domain/arxiv-id';
import { askToSave, askToRemove } from '@/lib/extension/library/ask';
import { askForDurability } from '@/lib/extension/library/durability';
import { countSaved } from '@/lib/extension/library/read-papers';
import * as messages from '@/lib/messages';
import { stubOwnFiles } from '../../../fixtures/own-files';
import { until } from '../../../fixtures/until';
import { resetBrowser } from './raw-database';
import { numbered } from './sample';

const OWN_PAGE = 'chrome-extension://test-extension-id/background.html';
const [ONE, TWO, THREE] = [numbered(1), numbered(2), numbered(3)];
const persist = vi.fn<() => Promise<boolean>>();

/** Puts the test into a context with this address, whose browser has this storage manager. */
function enter(href: string, storage: unknown): void {
  vi.stubGlobal('location', { href });
  vi.stubGlobal('navigator', { storage });
}

beforeEach(async () => {
  await resetBrowser();
  stubOwnFiles();
  vi.spyOn(browser.runtime, 'getURL').mockImplementation(
    (path) => `chrome-extension://test-extension-id${path}`,
  );
  persist.mockReset().mockResolvedValue(true);
  enter(OWN_PAGE, { persist });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** Saves a paper in the background. */
const save = async (id: PaperId) => LIBRARY_ANSWERS.save({ id, facts: { title: 'A paper' } }, {});

test('the background asks for persistent storage with the first paper, and not with the next ones', async () => {
  await save(ONE);
  expect(persist).toHaveBeenCalledTimes(1);
  // The same paper again, others, and one that was removed in between.
  await save(ONE);
  await save(TWO);
  await LIBRARY_ANSWERS.remove({ ids: [TWO] }, {});
  await save(TWO);
  await save(THREE);
  expect(persist).toHaveBeenCalledTimes(1);
  expect(await countSaved()).toEqual({ ok: true, value: 3 });
});

test('an extension page asks too, since the worker that saved cannot', async () => {
  // The worker's context has no such function; the page's has.
  const worker = vi.spyOn(messages, 'askLibrary').mockImplementation(async (name, ...data) => {
    enter(OWN_PAGE, {});
    const answer = await Reflect.apply(LIBRARY_ANSWERS[name], undefined, [data[0], {}]);
    enter('chrome-extension://test-extension-id/popup.html', { persist });
    return answer;
  });
  expect(await askToSave(ONE)).toEqual({ ok: true, value: [ONE] });
  await until(() => expect(persist).toHaveBeenCalledTimes(1));
  expect(await askToSave(TWO)).toEqual({ ok: true, value: [TWO] });
  expect(await askToRemove([TWO])).toEqual({ ok: true, value: [TWO] });
  expect(persist).toHaveBeenCalledTimes(1);
  expect(worker).toHaveBeenCalledTimes(3);
});

test('a page of a site is not asked: it would store the site’s data for good', async () => {
  enter('https://arxiv.org/abs/2407.08410', { persist });
  expect(await askForDurability()).toBe(false);
  expect(persist).not.toHaveBeenCalled();
});

describe('a paper is saved, whatever the browser says to it', () => {
  test('it agrees', async () => {
    expect(await askForDurability()).toBe(true);
  });

  test.each<readonly [string, unknown]>([
    ['it refuses', { persist: async () => false }],
    [
      'it fails',
      {
        persist: async () => {
          throw new TypeError('Not allowed here');
        },
      },
    ],
    [
      'it fails at once',
      {
        persist: () => {
          throw new TypeError('Not allowed here');
        },
      },
    ],
    ['it lacks the function', {}],
    ['it lacks the storage manager', undefined],
  ])('%s', async (_, storage) => {
    enter(OWN_PAGE, storage);
    expect(await askForDurability()).toBe(false);
    expect(await save(ONE)).toEqual({ ok: true, ids: [ONE], isFirst: true });
    expect(await countSaved()).toEqual({ ok: true, value: 1 });
  });
});
