import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { MEETING_ANSWERS } from '@/lib/background/remember-met';
import type { ListingEntry } from '@/lib/domain/page';
import { MOST_MET, TERMS_OF_MET } from '@/lib/domain/library/met-paper';
import { removePapers } from '@/lib/extension/library/change-papers';
import { LIBRARY_NAME } from '@/lib/extension/library/database';
import { countMet, deleteMet, forgetOldMet, listMet, rememberMet } from '@/lib/extension/library/met-papers';
import { openOwnLists } from '@/lib/extension/library/own-lists';
import { countSaved } from '@/lib/extension/library/read-papers';
import { DEFAULT_SETTINGS, resetSettings, writeSettings, type Settings } from '@/lib/extension/settings';
import { stubOwnFiles } from '../../../fixtures/own-files';
import { resetBrowser } from './raw-database';
import { keepable, numbered } from './sample';

const DAY = 86_400_000;

beforeEach(resetBrowser);
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const choose = (metPapers: Settings['metPapers']): Promise<boolean> =>
  writeSettings({ ...DEFAULT_SETTINGS, metPapers });

async function idsOf(): Promise<readonly string[]> {
  const listed = await listMet(100);
  return listed.ok ? listed.value.map(({ id }) => id) : [];
}

/** Advances the clock by this many days; timers stay real. */
function travel(days: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + days * DAY });
}

describe('papers met', () => {
  test('are not remembered until the user switches it on', async () => {
    expect(DEFAULT_SETTINGS.metPapers).toBe('off');
    expect(await rememberMet([keepable(numbered(1))])).toEqual({ ok: true, value: 0 });
    expect(await countMet()).toEqual({ ok: true, value: 0 });
    await choose('week');
    expect(await rememberMet([keepable(numbered(1))])).toEqual({ ok: true, value: 1 });
    expect(await countMet()).toEqual({ ok: true, value: 1 });
  });

  test('are stored as facts and terms, without text of the page, and not among my papers', async () => {
    await choose('week');
    await rememberMet([keepable(numbered(1))]);
    const raw = await openDB(LIBRARY_NAME);
    const [record] = await raw.getAll('met');
    expect(record).toMatchObject({ id: numbered(1), provenance: 'met', readFrom: 'abstract' });
    expect(record.terms.length).toBeLessThanOrEqual(TERMS_OF_MET);
    expect(JSON.stringify(record)).not.toContain('Forty labelled scans');
    expect(await countSaved()).toEqual({ ok: true, value: 0 });
    raw.close();
  });

  test('are written once a day, and again for another version', async () => {
    await choose('week');
    await rememberMet([keepable(numbered(1))]);
    expect(await rememberMet([keepable(numbered(1))])).toEqual({ ok: true, value: 0 });
    expect(await rememberMet([keepable(numbered(1), { readVersion: 3 })])).toEqual({ ok: true, value: 1 });
    travel(1);
    expect(await rememberMet([keepable(numbered(1), { readVersion: 3 })])).toEqual({ ok: true, value: 1 });
    expect(await countMet()).toEqual({ ok: true, value: 1 });
  });

  test.each([
    ['week', 7],
    ['month', 30],
    ['quarter', 90],
    ['year', 365],
  ] as const)('chosen for a %s are forgotten after %i days', async (choice, days) => {
    await choose(choice);
    await rememberMet([keepable(numbered(1))]);
    travel(days);
    await rememberMet([keepable(numbered(2))]);
    expect(await idsOf()).toEqual([numbered(2), numbered(1)]);
    travel(1);
    await forgetOldMet();
    expect(await idsOf()).toEqual([numbered(2)]);
  });

  test('stay when it is switched off, until the user forgets them', async () => {
    await choose('week');
    await rememberMet([keepable(numbered(1)), keepable(numbered(2))]);
    await choose('off');
    travel(30);
    await forgetOldMet();
    expect(await rememberMet([keepable(numbered(3))])).toEqual({ ok: true, value: 0 });
    expect(await countMet()).toEqual({ ok: true, value: 2 });
    await deleteMet([numbered(1)]);
    expect(await idsOf()).toEqual([numbered(2)]);
    await deleteMet();
    expect(await countMet()).toEqual({ ok: true, value: 0 });
  });

  test('lose the oldest if there are more than the limit', async () => {
    await choose('year');
    await rememberMet([keepable(numbered(1))]);
    const raw = await openDB(LIBRARY_NAME);
    const change = raw.transaction('met', 'readwrite');
    // Older than the first, by name and by time.
    for (let at = 0; at < MOST_MET; at += 1)
      void change.store.put({ id: `old ${at}`, metAt: new Date(Date.now() - DAY + at).toISOString() });
    await change.done;
    await rememberMet([keepable(numbered(2))]);
    expect(await countMet()).toEqual({ ok: true, value: MOST_MET });
    expect(await raw.get('met', 'old 1')).toBeUndefined();
    expect(await raw.get('met', 'old 2')).toBeDefined();
    raw.close();
  });

  test('survive a reset of the settings, which switches the feature off', async () => {
    await choose('week');
    await rememberMet([keepable(numbered(1))]);
    await resetSettings();
    expect(await rememberMet([keepable(numbered(2))])).toEqual({ ok: true, value: 0 });
    expect(await countMet()).toEqual({ ok: true, value: 1 });
  });

  test('are found as a pack, dated by the day, and no longer once they are forgotten', async () => {
    await choose('week');
    const [, pack] = openOwnLists({
      taxonomy: [],
      rarityOfTag: () => 2,
      readModel: () => Promise.resolve(undefined),
      wantCompiled: () => undefined,
    });
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 10, 21, 23, 30) });
    await rememberMet([keepable(numbered(1))]);
    expect(await pack?.get(numbered(1))).toMatchObject({ provenance: 'met', metOn: '2026-11-21' });
    const found = await pack?.query({ text: 'kidneys' }, { limit: 5 });
    expect(found?.hits).toMatchObject([{ id: numbered(1), provenance: 'met', metOn: '2026-11-21' }]);
    await deleteMet();
    expect((await pack?.query({ text: 'kidneys' }, { limit: 5 }))?.total).toBe(0);
  });
});

const entry = (number: number, more: Partial<ListingEntry> = {}): ListingEntry => ({
  paperId: numbered(number),
  title: 'Outlining kidneys',
  categories: ['eess.IV'],
  ...more,
});

describe('the background remembers papers met', () => {
  const ABSTRACT = 'We reach a Dice of 0.91 on BTCV in abdominal CT.';

  test('from a list: entries with abstracts, and no others', async () => {
    stubOwnFiles();
    await choose('week');
    const entries = [entry(1, { abstract: ABSTRACT }), entry(2), entry(3, { abstract: ABSTRACT })];
    await MEETING_ANSWERS.readEntries({ entries }, { isPrivate: false });
    await expect.poll(idsOf).toEqual(expect.arrayContaining([numbered(1), numbered(3)]));
    expect(await countMet()).toEqual({ ok: true, value: 2 });
  });

  test('from an opened page', async () => {
    stubOwnFiles();
    await choose('week');
    const facts = { title: 'Outlining kidneys', abstract: ABSTRACT, authors: ['Ada Example'] };
    await MEETING_ANSWERS.meetPage({ id: numbered(4), facts }, { isPrivate: false });
    await expect.poll(idsOf).toEqual([numbered(4)]);
    // My papers are not affected.
    expect(await removePapers([numbered(4)])).toEqual({ ok: true, value: [] });
  });

  test.each([
    ['from a private window', true],
    ['from a window that may be private', undefined],
  ])('but none %s', async (_, isPrivate) => {
    stubOwnFiles();
    await choose('week');
    const facts = { title: 'Outlining kidneys', abstract: ABSTRACT };
    await MEETING_ANSWERS.meetPage({ id: numbered(5), facts }, { isPrivate });
    await MEETING_ANSWERS.readEntries({ entries: [entry(6, { abstract: ABSTRACT })] }, { isPrivate });
    // The next one, from an ordinary window, is remembered: by then the others would have been.
    await MEETING_ANSWERS.meetPage({ id: numbered(7), facts }, { isPrivate: false });
    await expect.poll(idsOf).toEqual([numbered(7)]);
  });
});
