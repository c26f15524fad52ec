import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeResult, encodeResult } from '@/lib/domain/pack/result-code';
import { readShard, writeShard } from '@/lib/domain/pack/shard';
import { BOUNDED_KINDS, RESULT_KINDS, RESULT_ROLES, WAYS } from '@/lib/domain/paper';
import type { Result } from '@/lib/domain/paper';
import { makeRecord } from '@/tests/fixtures/pack-records';

const TAGS = ['image-segmentation', 'mri', 'method'];
const records = Array.from({ length: 60 }, (_, number) => makeRecord(number));
const ids = records.map(({ id }) => id);
const bytes = writeShard(records, TAGS);

describe('a shard', () => {
  it('returns the records that were written, except for anchors', () => {
    const anchored = records.map((record) => ({
      ...record,
      results: record.results.map((result) => ({ ...result, anchor: result.value })),
    }));
    expect(readShard(bytes, ids, TAGS)).toEqual(anchored);
  });

  it('is the same for the same records', () => {
    expect(writeShard(records, TAGS)).toEqual(bytes);
  });

  it.each([
    ['of other papers', ids.toReversed()],
    ['of fewer papers', ids.slice(1)],
  ])('is refused for a list %s', (_, others) => {
    expect(readShard(bytes, others, TAGS)).toBeUndefined();
  });

  it('is refused if it contains an address that the link rules refuse', () => {
    const [record] = records;
    if (record === undefined) throw new Error('no record');
    const links = [{ kind: 'code', url: 'https://user:word@127.0.0.1/x', official: true }] as const;
    const forged = writeShard([{ ...record, links }], TAGS);
    expect(readShard(forged, [record.id], TAGS)).toBeUndefined();
  });
});

describe('a result in a shard', () => {
  const word = fc.stringMatching(/^[A-Za-z0-9 .%+-]{0,12}$/);
  const result = fc.record(
    {
      metric: fc.option(word.filter((text) => text !== '')),
      value: word.filter((text) => text !== ''),
      kind: fc.constantFrom(...RESULT_KINDS),
      role: fc.constantFrom(...RESULT_ROLES),
      data: word.filter((text) => text !== ''),
      target: word.filter((text) => text !== ''),
      system: word.filter((text) => text !== ''),
      way: fc.constantFrom(...WAYS),
      better: fc.constantFrom('higher' as const, 'lower' as const),
      bounds: fc.constantFrom(...BOUNDED_KINDS),
      improves: fc.boolean(),
      comparedWith: fc.nat(9),
    },
    { requiredKeys: ['metric', 'value', 'kind', 'role'] },
  );

  it('keeps everything but its anchor', () => {
    fc.assert(
      fc.property(result, (fields) => {
        const written: Result = { ...fields, anchor: fields.value };
        expect(decodeResult(JSON.parse(JSON.stringify(encodeResult(written))))).toEqual(written);
      }),
    );
  });

  it('keeps the direction of a bound, which its anchor printed', () => {
    const bound: Result = {
      metric: 'Dice',
      value: '15%',
      kind: 'bound',
      role: 'own',
      anchor: 'gains of up to 15% in Dice',
    };
    expect(decodeResult(encodeResult(bound))?.anchor).toBe('up to 15%');
  });

  it.each([[['aa']], [['za', '1']], [['aa', 1]], [['aa', '1', 2]], ['aa'], [[]]])(
    'is refused in the form %j',
    (parts) => {
      expect(decodeResult(parts)).toBeUndefined();
    },
  );
});
