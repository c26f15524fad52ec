// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { parseArxivId } from '@/lib/domain/arxiv-id';
import { rememberTools } from '@/lib/content/listing/listing-settings';
import { isPrivate } from '@/lib/shared/private-window';
import { rememberSearch, writeSearchState } from '@/lib/extension/search/memory';
import { keepReading } from '@/lib/pages/seen-readings';
import { saveMemory } from '@/lib/content/sidebar/state';
import { recordJump } from '@/lib/extension/trail';

const { extension, tabs, windows } = browser;
beforeEach(() => {
  fakeBrowser.reset();
  localStorage.clear();
});
afterEach(() => void Object.assign(browser, { extension, tabs, windows }));

/** What a context of ours can ask of its browser, and hears. */
interface Answers {
  readonly context?: boolean;
  readonly tab?: () => Promise<unknown>;
  readonly window?: () => Promise<unknown>;
}

/** Without an answer there is no such interface, as in a script on a page. */
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
      'of the window round Chromium’s popup, whose context says no',
      { context: false, tab: none, window: say(true) },
      true,
    ],
    ['of the tab round a frame', { context: false, tab: say(true) }, true],
    ['of an ordinary popup', { context: false, tab: none, window: say(false) }, false],
    ['of an ordinary page’s script', { context: false }, false],
    ['of the background, which stands in no window', {}, false],
    [
      'in vain of a window that is closing: better to forget',
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

/** Everything that Sidelight remembers without being told to. */
async function rememberAll(): Promise<void> {
  const [from, to] = [parseArxivId('2407.00042')?.id, parseArxivId('2501.00007')?.id];
  if (!from || !to) throw new Error('No ids');
  await writeSearchState({ query: 'SECRET retina', sort: 'date' });
  await rememberSearch('SECRET retina');
  await recordJump(1, { from, to });
  await saveMemory({ width: 400, open: { arxiv: false } });
  await rememberTools({ tools: true, order: 'nearest' });
  await keepReading({ ...READING, id: to });
}

async function everythingKept(): Promise<readonly string[]> {
  const { local, session } = browser.storage;
  const stored = [await local.get(null), await session.get(null), localStorage].flatMap(Object.keys);
  return stored.toSorted();
}

test('a private window leaves nothing behind, in no storage', async () => {
  answer({ context: false, tab: none, window: say(true) });
  await rememberAll();
  expect(await everythingKept()).toEqual([]);
});

test('an ordinary window leaves just what the privacy text names', async () => {
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
