import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BACKUP_VERSION, formatBackup, readBackup } from '@/lib/domain/backup';
import { isRecord } from '@/lib/domain/is-record';

interface Lamp {
  readonly id: string;
  readonly note: string;
}

const readLamp = (value: unknown): Lamp | undefined => {
  if (!isRecord(value)) return undefined;
  const { id, note } = value;
  return typeof id === 'string' && typeof note === 'string' ? { id, note } : undefined;
};

const EXPORTED = '2026-01-31T09:30:00.000Z';

describe('a backup', () => {
  it('returns everything that was written into it', () => {
    const lamp = fc.record({ id: fc.string(), note: fc.string({ unit: 'binary', maxLength: 20 }) });
    fc.assert(
      fc.property(fc.array(lamp, { maxLength: 4 }), (papers) => {
        const text = formatBackup({ papers, exportedAt: EXPORTED });
        expect(readBackup(text, readLamp)).toEqual({
          kind: 'backup',
          backup: { papers, exportedAt: EXPORTED },
          faults: [],
        });
      }),
      { numRuns: 50 },
    );
  });

  it('reports which papers are damaged, and returns the others', () => {
    const papers = [{ id: 'a', note: '' }, { id: 'b' }, null, { id: 'c', note: 'x' }, { title: 'A lamp' }];
    expect(readBackup(formatBackup({ papers, exportedAt: EXPORTED }), readLamp)).toMatchObject({
      backup: { papers: [{ id: 'a' }, { id: 'c' }] },
      faults: [
        { place: 2, name: 'b' },
        { place: 3, name: '' },
        { place: 5, name: 'A lamp' },
      ],
    });
  });

  const whole = formatBackup({ papers: [{ id: 'a', note: '' }], exportedAt: EXPORTED });
  it.each([
    ['a byte order mark before it', 'backup', `\uFEFF${whole}`],
    ['its end cut off', 'damaged', whole.slice(0, -20)],
    ['no list of papers', 'damaged', '{"kind":"sidelight-library","version":1}'],
    ['no version', 'damaged', '{"kind":"sidelight-library","papers":[]}'],
    ['a later version', 'newer', `{"kind":"sidelight-library","version":${BACKUP_VERSION + 1},"papers":[]}`],
    ['another kind', 'other', '{"kind":"sidelight-settings"}'],
    ['no JSON in it', 'other', '@misc{x, eprint={2407.08410}}'],
    ['nothing in it', 'other', ''],
  ])('with %s is read as: %s', (_, kind, text) => {
    expect(readBackup(text, readLamp).kind).toBe(kind);
  });
});
