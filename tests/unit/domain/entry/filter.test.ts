import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countAnswers,
  countTags,
  NO_FILTER,
  passes,
  reportOn,
  type EntryFilter,
} from '@/lib/domain/entry/filter';
import { lineParts, withMarks, type EntryLine } from '@/lib/domain/entry';
import { lineLabel, partWords } from '@/lib/shared/listing/line-texts';
import { isOffered, SWITCHES } from '@/lib/shared/listing/tool-texts';
import { CT, LIVER } from '../../../fixtures/entry-lines';

describe('the filter of a listing', () => {
  const lines: readonly EntryLine[] = [
    { provenance: 'curated', results: 2, hasCode: true, tags: [CT, LIVER] },
    { provenance: 'page', results: 1, hasCode: false, tags: [CT] },
    { provenance: 'page', results: 0, hasCode: true, tags: [] },
  ];
  const left = (filter: EntryFilter) => lines.filter((line) => passes(line, filter));
  const filters = fc.record({
    catalogue: fc.boolean(),
    results: fc.boolean(),
    code: fc.boolean(),
    watched: fc.boolean(),
    saved: fc.boolean(),
    unread: fc.boolean(),
    hideRead: fc.boolean(),
    tag: fc.constantFrom(undefined, 'ct', 'liver', 'none'),
  });

  it('counts how many entries each switch and tag would leave', () => {
    expect(countAnswers(lines)).toMatchObject({ catalogue: 1, results: 2, code: 2, saved: 0, hideRead: 3 });
    expect(countTags(lines).map(({ id, count }) => [id, count])).toEqual([
      ['ct', 2],
      ['liver', 1],
    ]);
    for (const question of ['catalogue', 'results', 'code'] as const) {
      expect(left({ ...NO_FILTER, [question]: true })).toHaveLength(countAnswers(lines)[question]);
    }
  });

  it('counts in combination with the current filter, so that a switch at zero would leave nothing', () => {
    const report = reportOn([...lines, null, undefined], { ...NO_FILTER, tag: 'liver' });
    expect(report).toMatchObject({ total: 5, shown: 2, unread: 1 });
    expect(report.counts).toMatchObject({ catalogue: 1, results: 1, code: 1 });
    // Another tag can replace the chosen one.
    expect(report.tags.map(({ id, count }) => [id, count])).toEqual([
      ['ct', 2],
      ['liver', 1],
    ]);
    expect(reportOn(lines, { ...NO_FILTER, catalogue: true }).tags.map(({ count }) => count)).toEqual([1, 1]);
    expect(reportOn([lines[2]], NO_FILTER).counts.catalogue).toBe(0);
  });

  it('leaves fewer entries with every condition, and never hides entries that are still unread', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        expect(left({ ...filter, code: false })).toEqual(expect.arrayContaining([...left(filter)]));
        expect(passes(undefined, filter)).toBe(true);
      }),
    );
    expect(passes(null, NO_FILTER)).toBe(true);
    expect(passes(null, { ...NO_FILTER, code: true })).toBe(false);
  });

  it('offers what the user did with the papers, if there is any such paper', () => {
    const line: EntryLine = { provenance: 'page', results: 0, hasCode: false, tags: [CT] };
    const saved = { ...line, marks: { saved: true, status: 'to-read' } } as const;
    const read = { ...line, marks: { saved: true, status: 'read' } } as const;
    const entries = [line, saved, read, null, undefined];
    const shown = (filter: Partial<EntryFilter>) =>
      entries.map((each) => passes(each, { ...NO_FILTER, ...filter }));
    expect(shown({ saved: true })).toEqual([false, true, true, false, true]);
    expect(shown({ unread: true })).toEqual([false, true, false, false, true]);
    expect(shown({ hideRead: true })).toEqual([true, true, false, true, true]);
    const report = reportOn(entries, NO_FILTER);
    expect(report.marked).toBe(2);
    expect(report.counts).toMatchObject({ saved: 2, unread: 1, hideRead: 3 });
    expect(SWITCHES.filter(([name]) => isOffered(report, name))).toHaveLength(6);
    expect(SWITCHES.filter(([name]) => isOffered(reportOn([line], NO_FILTER), name))).toHaveLength(3);
  });
});

describe('a saved paper in a listing', () => {
  it('always has a line, which shows its status', () => {
    const bare = withMarks(null, { saved: true, status: 'to-read' });
    expect(bare && lineLabel(bare)).toBe('Sidelight, from the title alone: To read');
    const line: EntryLine = { provenance: 'page', best: 'Dice 0.91', results: 1, hasCode: false, tags: [] };
    const marked = withMarks(line, { saved: true, status: 'read' });
    expect(marked && lineParts(marked).map(partWords)).toEqual(['Read', 'Dice 0.91']);
  });

  it('is as before when it is removed', () => {
    const marks = { saved: true, status: 'reading' } as const;
    expect(withMarks(withMarks(null, marks), undefined)).toBeNull();
    const line: EntryLine = { provenance: 'curated', results: 0, hasCode: false, tags: [] };
    expect(withMarks(withMarks(line, marks), undefined)).toEqual(line);
  });
});
