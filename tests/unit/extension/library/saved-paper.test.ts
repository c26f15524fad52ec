import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annotationOfKnown, readTerms, termsOf, unreadPaper } from '@/lib/domain/library/known-paper';
import {
  changeMarks,
  cleanOwnTags,
  LONGEST_NOTE,
  readSavedPaper,
  refreshPaper,
} from '@/lib/domain/library/saved-paper';
import { countsOf } from '@/lib/domain/related/vectors';
import { knownPaper, numbered, savedPaper } from './sample';

const ID = numbered(1);

describe('a stored record', () => {
  test('is read back unchanged', () => {
    const paper = savedPaper(ID, {
      note: 'Compare with ours.\nSecond line.',
      ownTags: ['thesis', 'Chapter 2'],
    });
    expect(readSavedPaper(structuredClone(paper))).toEqual(paper);
    expect(readSavedPaper(JSON.parse(JSON.stringify(paper)))).toEqual(paper);
  });

  test.each<readonly [string, unknown]>([
    ['nothing', undefined],
    ['a text', 'paper'],
    ['a list', []],
    ['without an id', { title: 'A title' }],
    ['with an id that arXiv could not have issued', { ...savedPaper(ID), id: '2413.00001' }],
  ])('is refused if it is %s', (_, stored) => {
    expect(readSavedPaper(stored)).toBeUndefined();
  });

  test.each<readonly [string, object, object]>([
    ['a status from a later release', { status: 'archived' }, { status: 'to-read' }],
    ['an invalid title', { title: 7 }, { title: '' }],
    [
      'one invalid result among others',
      { results: [{ metric: 1 }, ...knownPaper(ID).results] },
      { results: knownPaper(ID).results },
    ],
    [
      'an unsafe link',
      { links: [{ kind: 'code', url: 'javascript:alert(1)', official: true }] },
      { links: [] },
    ],
    ['a month instead of a day', { published: '2024-01' }, { published: '2024-01' }],
    ['an invalid day', { published: 'soon' }, { published: undefined }],
    ['an invalid time', { savedAt: 'then', changedAt: null }, { savedAt: '1970-01-01T00:00:00.000Z' }],
    ['the same tag twice', { ownTags: ['Thesis', 'thesis', 3] }, { ownTags: ['Thesis'] }],
  ])('keeps everything else with %s', (_, damage, expected) => {
    const { savedAt, changedAt, ...paper } = savedPaper(ID, { note: 'Mine.' });
    expect(readSavedPaper({ ...paper, savedAt, changedAt, ...damage })).toMatchObject({
      note: 'Mine.',
      id: ID,
      ...expected,
    });
  });

  test('is read or refused in any shape, and never throws', () => {
    fc.assert(
      fc.property(fc.anything(), fc.object(), (value, members) => {
        readSavedPaper(value);
        readTerms(value);
        expect(readSavedPaper({ ...members, id: ID })?.id).toBe(ID);
      }),
      { numRuns: 200 },
    );
  });
});

describe('new data of a saved paper', () => {
  test('replaces the known data, and preserves status, tags and note', () => {
    const old = savedPaper(ID, { status: 'read', note: 'Mine.', ownTags: ['a'], title: 'An older title' });
    expect(refreshPaper(old, knownPaper(ID, { readVersion: 3 }))).toMatchObject({
      title: 'Outlining kidneys with few labels',
      readVersion: 3,
      status: 'read',
      note: 'Mine.',
      ownTags: ['a'],
      savedAt: old.savedAt,
    });
  });

  test('completes a paper that was saved by its id alone', () => {
    const old = savedPaper(ID, unreadPaper(ID));
    expect(refreshPaper(old, knownPaper(ID))).toMatchObject(knownPaper(ID));
  });

  test('does not replace more data by less', () => {
    const old = savedPaper(ID);
    const seen = unreadPaper(ID, { title: 'Outlining kidneys', doi: '10.1000/later', authors: [] });
    expect(refreshPaper(old, seen)).toEqual(old);
    expect(refreshPaper(savedPaper(ID, { doi: undefined }), seen).doi).toBe('10.1000/later');
  });
});

describe('own tags, status and note', () => {
  test.each<readonly [readonly string[], readonly string[]]>([
    [['  two   words '], ['two words']],
    [['a,b', 'A B'], ['a b']],
    [['"quoted"'], ['quoted']],
    [['', ' , '], []],
    [['x'.repeat(100)], ['x'.repeat(60)]],
  ])('store the tags %j as %j', (tags, kept) => {
    expect(cleanOwnTags(tags)).toEqual(kept);
  });

  test('can be changed one by one', () => {
    const old = { status: 'to-read', ownTags: ['thesis'], note: 'Mine.' } as const;
    expect(changeMarks(old, { status: 'read' })).toEqual({ ...old, status: 'read' });
    expect(changeMarks(old, { addTags: ['new'], dropTags: ['THESIS'] })).toEqual({
      ...old,
      ownTags: ['new'],
    });
    expect(changeMarks(old, { note: 'y'.repeat(LONGEST_NOTE + 1) }).note).toHaveLength(LONGEST_NOTE);
    expect(changeMarks(old, { note: '' }).note).toBe('');
  });
});

test('terms preserve how often each word occurs in a paper, whatever statistics come later', () => {
  const { terms, readFrom } = termsOf('Kidney outlines', { abstract: 'Kidney scans. Kidney labels.' });
  const counts = countsOf(terms, { idf: () => undefined });
  const count = (key: string): number => counts.find((term) => term.key === key)?.count ?? 0;
  expect(readFrom).toBe('abstract');
  // A word that is once in the title counts three times: 1 + ln(3 + 2) against 1 + ln 1.
  expect(count('kidnei') / count('scan')).toBeCloseTo(1 + Math.log(5), 1);
  expect(termsOf('Kidney outlines', { summary: 'Scans.' }).readFrom).toBe('title');
});

test('a saved paper is shown like any other', () => {
  const annotation = annotationOfKnown(savedPaper(ID, { status: 'reading' }), () => undefined);
  expect(annotation).toMatchObject({
    id: ID,
    title: 'Outlining kidneys with few labels',
    provenance: 'page',
  });
});
