import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeOfId, compareIds, idOfCode, openIds, writeIds } from '@/lib/domain/pack/ids-file';
import { makeRecord } from '@/tests/fixtures/pack-records';

const ids = [...new Set(Array.from({ length: 300 }, (_, number) => makeRecord(number).id))].toSorted(
  compareIds,
);
const bytes = writeIds(ids);
const opened = openIds(bytes);
if (opened === undefined) throw new Error('the ids do not open');

const found = (word: string, isOpen: boolean) =>
  opened.findWord(word, isOpen).map((paper) => opened.at(paper));

describe('ids of a pack', () => {
  it.each(['0704.0001', '1412.9999', '1501.00001', '2407.08410', '9912.99999'])(
    'store %s as a number',
    (id) => {
      expect(idOfCode(codeOfId(id) ?? 0)).toBe(id.replace(/^99/, '99'));
    },
  );

  it('are in order of time, old-style ids first', () => {
    const order = ['2501.00001', 'cs/0703001', '1412.0001', 'hep-th/9901001', 'cs/0501001', '1501.00001'];
    expect(order.toSorted(compareIds)).toEqual([
      'hep-th/9901001',
      'cs/0501001',
      'cs/0703001',
      '1412.0001',
      '1501.00001',
      '2501.00001',
    ]);
  });

  it('are found by id and by number', () => {
    expect(ids.map((_, paper) => opened.at(paper))).toEqual(ids);
    expect(ids.map((id) => opened.find(id))).toEqual(ids.map((_, paper) => paper));
    expect([opened.find('2407.99999'), opened.find('cs/0101001'), opened.find('constructor')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(opened.slice(3, 6)).toEqual(ids.slice(3, 6));
  });

  it('are found by a typed part of them', () => {
    const typed = fc
      .constantFrom(...ids)
      .chain((id) =>
        fc
          .nat(id.length - 1)
          .map((length) => ({ id, word: id.slice(id.indexOf('/') + 1).slice(0, length + 1) })),
      );
    fc.assert(
      fc.property(typed, ({ id, word }) => {
        if (!/^\d{4}\./.test(word)) return;
        expect(found(word, true)).toEqual(ids.filter((each) => each.startsWith(word)));
        expect(found(word, true)).toContain(id);
      }),
    );
    expect(found('2407', false)).toEqual([]);
    expect(found(String(ids[0]?.slice(3)), false)).toContain(ids[0]);
  });

  it.each([
    ['cut short', bytes.slice(0, -1)],
    ['changed by a bit', bytes.with(60, (bytes[60] ?? 0) ^ 1)],
    ['of another kind', new Uint8Array(40)],
    ['empty', new Uint8Array(0)],
  ])('are refused if the file is %s', (_, file) => {
    expect(openIds(file)).toBeUndefined();
  });
});
