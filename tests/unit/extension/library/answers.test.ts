import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { LIBRARY_ANSWERS, PAGE_ANSWERS } from '@/lib/background/library-answers';
import { askForMarks, askToSave, askToRemove } from '@/lib/extension/library/ask';
import { countSaved, findSaved, listSaved } from '@/lib/extension/library/read-papers';
import { askLibrary } from '@/lib/messages';
import * as privateWindow from '@/lib/shared/private-window';
import { stubOwnFiles } from '../../../fixtures/own-files';
import { resetBrowser } from './raw-database';
import { idOf, numbered } from './sample';

const ID = numbered(1);
const CURATED = idOf('2407.08410');
const FACTS = {
  title: 'Outlining kidneys in abdominal CT',
  abstract: 'We reach a Dice of 0.91 on BTCV in abdominal CT.',
  authors: ['Ada Example'],
  published: '2024-01-02',
  categories: ['eess.IV'],
  version: 2,
};

beforeEach(async () => {
  await resetBrowser();
  stubOwnFiles();
});
afterEach(() => vi.unstubAllGlobals());

describe('saving a paper stores what is known of it', () => {
  test('from its page: results, tags, who and when', async () => {
    expect(await LIBRARY_ANSWERS.save({ id: ID, facts: FACTS }, {})).toEqual({
      ok: true,
      ids: [ID],
      isFirst: true,
    });
    const found = await findSaved(ID);
    expect(found.ok && found.value).toMatchObject({
      title: FACTS.title,
      authors: { names: ['Ada Example'] },
      published: '2024-01-02',
      readVersion: 2,
      provenance: 'page',
      results: [{ metric: 'Dice', value: '0.91' }],
    });
    const profiles = await listSaved();
    expect(profiles.ok && profiles.value[0]?.readFrom).toBe('abstract');
  });

  test('from the catalogue, if a row contains only its id', async () => {
    await LIBRARY_ANSWERS.save({ id: CURATED, facts: {} }, {});
    const found = await findSaved(CURATED);
    expect(found.ok && found.value).toMatchObject({ provenance: 'curated', status: 'to-read' });
    expect(found.ok && found.value?.title).not.toBe('');
  });

  test('or its id alone, if nothing else is known', async () => {
    await LIBRARY_ANSWERS.save({ id: ID, facts: {} }, {});
    const found = await findSaved(ID);
    expect(found.ok && found.value).toMatchObject({ id: ID, title: '', results: [] });
  });

  test('together with the status that is chosen while saving is in progress', async () => {
    const saving = LIBRARY_ANSWERS.save({ id: ID, facts: FACTS }, {});
    expect(await LIBRARY_ANSWERS.update({ ids: [ID], change: { status: 'read' } }, {})).toMatchObject({
      ids: [ID],
    });
    await saving;
    const found = await findSaved(ID);
    expect(found.ok && found.value?.status).toBe('read');
  });

  test('and completes it later, when its page is opened', async () => {
    expect(await LIBRARY_ANSWERS.refresh({ id: ID, facts: FACTS }, {})).toMatchObject({ ids: [] });
    expect(await countSaved()).toEqual({ ok: true, value: 0 });
    await LIBRARY_ANSWERS.save({ id: ID, facts: {} }, {});
    await LIBRARY_ANSWERS.update({ ids: [ID], change: { note: 'Mine.' } }, {});
    await LIBRARY_ANSWERS.refresh({ id: ID, facts: FACTS }, {});
    const found = await findSaved(ID);
    expect(found.ok && found.value).toMatchObject({ title: FACTS.title, note: 'Mine.', readVersion: 2 });
  });

  test('from the entry of a listing', async () => {
    await PAGE_ANSWERS.saveEntry({ isSaved: true, entry: { ...FACTS, paperId: ID } }, {});
    expect(await PAGE_ANSWERS.readMarks({ ids: [CURATED, ID] }, {})).toEqual({
      marks: [null, { saved: true, status: 'to-read' }],
    });
    await PAGE_ANSWERS.saveEntry({ isSaved: false, entry: { ...FACTS, paperId: ID } }, {});
    expect(await countSaved()).toEqual({ ok: true, value: 0 });
  });
});

test('nothing is saved from a private window, whichever context requests it', async () => {
  const sender = { tabId: 1, isPrivate: true };
  const refusal = { ok: false, reason: 'private' };
  expect(await LIBRARY_ANSWERS.save({ id: ID, facts: FACTS }, sender)).toEqual(refusal);
  expect(await LIBRARY_ANSWERS.remove({ ids: [ID] }, sender)).toEqual(refusal);
  expect(await LIBRARY_ANSWERS.restore({ ids: [ID] }, sender)).toEqual(refusal);
  expect(await LIBRARY_ANSWERS.update({ ids: [ID], change: { note: 'x' } }, sender)).toEqual(refusal);
  expect(await PAGE_ANSWERS.saveEntry({ isSaved: true, entry: { ...FACTS, paperId: ID } }, sender)).toEqual(
    refusal,
  );
  // A popup is in no tab, so it checks its window before it asks the background.
  vi.spyOn(privateWindow, 'isPrivate').mockResolvedValue(true);
  expect(await askToSave(ID)).toEqual(refusal);
  expect(await countSaved()).toEqual({ ok: true, value: 0 });
});

test('an id that no paper has is refused, and a request without an answer is reported', async () => {
  const entry = { ...FACTS, paperId: idOf('2401.00001') };
  expect(
    await PAGE_ANSWERS.saveEntry(
      { isSaved: true, entry: { ...entry, ...JSON.parse('{"paperId":"x"}') } },
      {},
    ),
  ).toEqual({
    ok: false,
    reason: 'broken',
  });
  // Without a background nobody answers.
  expect(await askLibrary('readMarks', { ids: [ID] })).toBeUndefined();
  expect(await askToRemove([ID])).toEqual({ ok: false, reason: 'away' });
  expect(await askForMarks([ID])).toEqual(new Map());
});
