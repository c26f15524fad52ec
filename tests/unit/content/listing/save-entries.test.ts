// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { parseArxivId } from '@/lib/domain/arxiv-id';
import type { EntryLine } from '@/lib/domain/entry';
import type { Marks } from '@/lib/domain/provenance';
import type { Entry } from '@/lib/content/listing/entries';
import { createEntrySaving, type EntrySaving } from '@/lib/content/listing/save-entries';
import { announceChange } from '@/lib/shared/library/revision';
import * as messages from '@/lib/messages';
import { until } from '../../../fixtures/until';

const LINE: EntryLine = { provenance: 'page', best: 'Dice 0.91', results: 1, hasCode: false, tags: [] };

let life: AbortController;
let entry: Entry;
let saving: EntrySaving;
/** What the background has saved, or the error that it answers with. */
let saved: Marks | undefined;
let fault: 'full' | 'private' | 'silent' | undefined;
const asked = vi.fn<(isSaved: boolean) => void>();

beforeEach(() => {
  fakeBrowser.reset();
  [saved, fault] = [undefined, undefined];
  asked.mockReset();
  vi.spyOn(messages, 'askBackground').mockImplementation(async (name: string, data?: unknown) => {
    if (name === 'readMarks') return { marks: [saved ?? null] };
    if (fault === 'silent') return undefined;
    if (fault) return { ok: false, reason: fault };
    const isSaved = Reflect.get(Object(data), 'isSaved') === true;
    asked(isSaved);
    saved = isSaved ? { saved: true, status: 'to-read' } : undefined;
    return { ok: true, ids: [], isFirst: false };
  });
  document.body.innerHTML = '<dl><dt></dt></dl>';
  const [element] = document.querySelectorAll('dt');
  const paperId = parseArxivId('2401.00001')?.id;
  if (!element || !paperId) throw new Error('No entry');
  const found = { entry: { paperId, title: 'A paper' }, element, mount: element, parts: [element] };
  entry = { element, found, line: LINE };
  life = new AbortController();
  saving = createEntrySaving({
    listing: {
      entries: () => [entry],
      entryOf: () => undefined,
      rescan: () => undefined,
      sort: () => undefined,
      readAll: () => undefined,
      setTheme: () => undefined,
      setLine: (each, line) => (each.line = line),
    },
    signal: life.signal,
    isValid: () => true,
    theme: () => 'light',
  });
});
afterEach(() => life.abort());

const notice = () => document.querySelector('sidelight-notice');

test('an entry is marked immediately when it is saved, and no longer when it is removed', async () => {
  saving.toggle(entry);
  expect(entry.line?.marks).toEqual({ saved: true, status: 'to-read' });
  await until(() => expect(asked).toHaveBeenLastCalledWith(true));
  await until(() => expect(notice()).not.toBeNull());
  saving.toggle(entry);
  expect(entry.line?.marks).toBeUndefined();
  await until(() => expect(asked).toHaveBeenLastCalledWith(false));
});

test.each(['full', 'private', 'silent'] as const)(
  'if it cannot be saved (%s), the mark is removed and the page says why',
  async (reason) => {
    fault = reason;
    saving.toggle(entry);
    await until(() => expect(notice()).not.toBeNull());
    expect(entry.line).toEqual(LINE);
    expect(asked).not.toHaveBeenCalled();
  },
);

test('a paper saved in another window is marked here', async () => {
  saved = { saved: true, status: 'read' };
  await announceChange();
  await until(() => expect(entry.line?.marks).toEqual(saved));
  saved = undefined;
  await announceChange();
  await until(() => expect(entry.line).toEqual(LINE));
});

test.each<[presses: number, expected: Marks | undefined]>([
  [1, { saved: true, status: 'to-read' }],
  [2, undefined],
])('%i presses on an entry that has not been read yet are done when it is', (presses, expected) => {
  entry.line = undefined;
  for (let press = 0; press < presses; press += 1) saving.toggle(entry);
  saving.resume();
  expect(entry.line).toBeUndefined();
  entry.line = LINE;
  saving.resume();
  expect(entry.line.marks).toEqual(expected);
  // Only once, whatever other lines arrive.
  saving.resume();
  expect(entry.line.marks).toEqual(expected);
});

test('at the end everything is removed from the page', async () => {
  saving.toggle(entry);
  await until(() => expect(notice()).not.toBeNull());
  life.abort();
  expect(notice()).toBeNull();
});
