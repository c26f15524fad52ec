import { describe, expect, it } from 'vitest';
import { checkCatalogue, checkRelated } from '@/data/build/check';
import { checkTaxonomy } from '@/data/build/check-taxonomy';
import { computeRelated } from '@/data/build/related-papers';
import type { PaperRecord } from '@/lib/domain/paper';
import { paperId, sampleRecord, sampleRecords, TAGS } from './sample';
import { reasonOf } from '@/tests/fixtures/reason';

const source = (records: readonly PaperRecord[]) => ({
  records,
  tags: TAGS,
  version: '2024.1',
  date: '2024-12-31',
  faults: [],
});

describe('the taxonomy', () => {
  it('has no two tags with the same id, label or form', () => {
    expect(checkTaxonomy(TAGS)).toEqual([]);
    const [first] = TAGS;
    const twin = {
      id: 'radiograph',
      facet: 'modality',
      label: 'x-RAY',
      forms: ['film', 'x-ray'],
      definition: 'Films.',
    } as const;
    const faults = checkTaxonomy([...TAGS, twin, { ...twin, forms: ['radiogram'], label: 'Radiogram' }]);
    expect(first?.id).toBe('x-ray');
    expect(faults.map(({ field }) => field)).toEqual([
      'radiograph.label',
      'radiograph.forms[1]',
      'radiograph',
    ]);
  });

  it('has no form in two facets, in any spelling', () => {
    const cxr = {
      id: 'thorax',
      facet: 'anatomy',
      label: 'Thorax',
      forms: ['X rays'],
      definition: 'The thorax.',
    } as const;
    expect(checkTaxonomy([...TAGS, cxr])).toMatchObject([{ field: 'thorax.forms[0]' }]);
    expect(checkTaxonomy([...TAGS, { ...cxr, forms: ['thorax'], signs: ['x-ray'] }])).toEqual([]);
  });

  it('refers only to forms and tags that exist', () => {
    const odd = {
      id: 'thorax',
      facet: 'anatomy',
      label: 'Thorax',
      forms: ['thorax'],
      faint: ['rib'],
      vague: ['cage'],
      archives: ['rib record'],
      beside: { lung: ['film'] },
      implies: ['nowhere'],
      definition: 'The thorax.',
    } as const;
    expect(checkTaxonomy([...TAGS, odd]).map(({ field }) => field)).toEqual([
      'thorax.faint',
      'thorax.vague',
      'thorax.archives',
      'thorax.beside',
      'thorax.implies',
    ]);
  });
});

const checkAll = (records: readonly PaperRecord[]) =>
  checkCatalogue(source(records), computeRelated(records, TAGS)).map(
    ({ file, field, message }) => `${file} ${field} ${message}`,
  );

describe('a check of all records', () => {
  it('reports nothing if there is no error', () => {
    expect(checkAll(sampleRecords(9))).toEqual([]);
  });

  it('names the file of a summary that is too similar, and of a title or an id that is already used', () => {
    const records = sampleRecords(9);
    const [first = sampleRecord(), second = sampleRecord(), ...rest] = records;
    const file = 'data/papers/2407.00101.json';
    expect(checkAll([first, { ...second, summary: first.summary }, ...rest])).toEqual([
      `${file} summary is too near to that of 2407.00100`,
    ]);
    expect(checkAll([first, { ...second, title: first.title.toUpperCase() }, ...rest])).toEqual([
      `${file} title is that of 2407.00100 too`,
    ]);
    expect(checkAll([...records, { ...second, title: 'Other', summary: 'Else entirely.' }])).toContain(
      `${file} id another file has this id`,
    );
  });

  it('reports records that are newer than the catalogue', () => {
    const [first = sampleRecord(), ...rest] = sampleRecords(9);
    const later = { ...first, id: paperId('2501.00001'), published: '2025-01-02' };
    expect(checkAll([later, ...rest])).toEqual([
      `data/papers/2501.00001.json published is after the catalogue's own date, 2024-12-31`,
    ]);
  });
});

describe('related papers', () => {
  const records = sampleRecords(8);
  const ids = records.map(({ id }) => id);
  const full = () =>
    new Map(
      ids.map((id) => [
        id,
        ids
          .filter((other) => other !== id)
          .map((other) => ({ id: other, score: 0.5, reasons: [reasonOf('both stones')] })),
      ]),
    );
  const messages = (related: ReturnType<typeof full>) =>
    checkRelated(records, related).map(({ file, message }) => `${file.slice(17, 22)} ${message}`);
  const [one = paperId('2407.00100'), two = paperId('2407.00101')] = ids;

  it('are complete', () => {
    expect(messages(full())).toEqual([]);
  });

  it('point to papers of the catalogue, not to the paper itself, each once', () => {
    const related = full();
    const gone = { id: paperId('2401.00009'), score: 0.1, reasons: [reasonOf('both stones')] };
    const self = { id: one, score: 0.1, reasons: [reasonOf('a'), reasonOf('b'), reasonOf('c')] };
    related.get(one)?.push(gone, self, self);
    expect(messages(related)).toEqual([
      '00100 2401.00009 is not in the catalogue',
      '00100 names the paper itself',
      '00100 2407.00100 has 3 reasons; 1 or 2 are wanted',
      '00100 names the paper itself',
      '00100 2407.00100 has 3 reasons; 1 or 2 are wanted',
      '00100 names a paper twice',
    ]);
  });

  it('exist, and each paper is in at least one list', () => {
    const related = full();
    for (const [id, list] of related)
      related.set(
        id,
        list.filter((near) => near.id !== two),
      );
    related.set(one, []);
    expect(messages(related)).toEqual([
      '00100 has 0 papers; at least 1 are wanted',
      '00101 no other paper points to it',
    ]);
  });

  it('are computed so that every paper can be reached, and surveys do not fill the lists', () => {
    const many = sampleRecords(40).map((record, index) =>
      index < 12
        ? { ...record, tags: [...record.tags, 'survey'] }
        : index === 39
          ? { ...record, tags: ['survey', ...record.tags] }
          : record,
    );
    const related = computeRelated(many, TAGS);
    expect(checkRelated(many, related)).toEqual([]);
    const surveys = new Set(many.filter(({ tags: own }) => own.includes('survey')).map(({ id }) => id));
    for (const { id } of many.slice(12, 39)) {
      const list = (related.get(id) ?? []).slice(0, 8);
      expect(list.filter((near) => surveys.has(near.id)).length).toBeLessThanOrEqual(2);
    }
  });
});
