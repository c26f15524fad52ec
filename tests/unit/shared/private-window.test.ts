// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { parseArxivId } from '@/lib/domain/arxiv-id';
import { rememberTools } from '@/lib/content/listing/listing-settings';
import { isPrivate } from '@/lib/shared/private-window';
import { rememberSearch, writeSearchState } from '@/lib/extension/search/memory';
import { rememberReading } from '@/lib/pages/seen-readings';
import { saveMemory } from '@/lib/content/sidebar/state';
import { recordJump } from '@/lib/extension/trail';

const { extension, tabs, windows } = browser;
beforeEach(() => {
  fakeBrowser.reset();
  localStorage.clear();
});
afterEach(() => void Object.assign(browser, { extension, tabs, windows }));

/** What an extension context can ask the browser, with the answers. */
interface Answers {
  readonly context?: boolean;
  readonly tab?: () => Promise<unknown>;
  readonly window?: () => Promise<unknown>;
}

/** Without an answer the interface does not exist, as for a script on a page. */
function answer({ context, tab, window }: Answers): void {
  Object.assign(browser, {
    extension: context === undefined ? undefined : { inIncognitoContext: context },
    tabs: tab && { ...tabs, getCurrent: tab },
    windows: window && { getCurrent: window },
  });
}
const say = (incognito: boolean) => () => Promise.resolve({ incognito });
const none = () => Promise.resolve(undefined);
const fail = () => Promise.reject(new Error('No current window'));

describe('whether a window is private is asked', () => {
  test.each<readonly [string, Answers, boolean]>([
    ['of the context, as Firefox answers everywhere', { context: true, tab: none, window: say(false) }, true],
    ['of a script on a page, which has no other way', { context: true }, true],
    [
      'of the window around Chromium’s popup, whose context says no',
      { context: false, tab: none, window: say(true) },
      true,
    ],
    ['of the tab around a frame', { context: false, tab: say(true) }, true],
    ['of an ordinary popup', { context: false, tab: none, window: say(false) }, false],
    ['of an ordinary page’s script', { context: false }, false],
    ['of the background, which is in no window', {}, false],
    [
      'of a window that is closing, without an answer: then nothing is stored',
      { context: false, tab: none, window: fail },
      true,
    ],
  ])('%s', async (_, answers, expected) => {
    answer(answers);
    expect(await isPrivate()).toBe(expected);
  });
});

const READING = {
  title: 'SECRET retina',
  provenance: 'page',
  summary: '',
  tags: [],
  results: [],
  links: [],
  withdrawn: false,
} as const;

/** Everything that Sidelight stores without the user's request. */
async function rememberAll(): Promise<void> {
  const [from, to] = [parseArxivId('2407.00042')?.id, parseArxivId('2501.00007')?.id];
  if (!from || !to) throw new Error('No ids');
  await writeSearchState({ query: 'SECRET retina', sort: 'date' });
  await rememberSearch('SECRET retina');
  await recordJump(1, { from, to });
  await saveMemory({ width: 400, open: { arxiv: false } });
  await rememberTools({ tools: true, order: 'nearest' });
  await rememberReading({ ...READING, id: to });
}

async function everythingKept(): Promise<readonly string[]> {
  const { local, session } = browser.storage;
  const stored = [await local.get(null), await session.get(null), localStorage].flatMap(Object.keys);
  return stored.toSorted();
}

test('a private window leaves nothing behind, in any storage', async () => {
  answer({ context: false, tab: none, window: say(true) });
  await rememberAll();
  expect(await everythingKept()).toEqual([]);
});

test('an ordinary window leaves exactly what the privacy text names', async () => {
  answer({ context: false, tab: none, window: say(false) });
  await rememberAll();
  expect(await everythingKept()).toEqual([
    'listing',
    'readings',
    'recent-searches',
    'search',
    'sidebar',
    'trail:1',
  ]);
});
