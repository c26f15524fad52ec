import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { crc32 } from '@/lib/domain/bytes';
import { readShard, writeShard } from '@/lib/domain/pack/shard';
import { buildSearchIndex, createCollection, listIds, openSearchIndex, search } from '@/lib/domain/search';
import { searchableRecord } from '@/lib/domain/pack/record';
import { makeRecord } from '@/tests/fixtures/pack-records';
import { PATIENCE, RUNS } from './runs';

const TAGS = ['image-segmentation', 'mri', 'method'];
const records = Array.from({ length: 40 }, (_, number) => makeRecord(number));
const ids = records.map(({ id }) => id);
const shard = writeShard(records, TAGS);
const whole = JSON.stringify(readShard(shard, ids, TAGS));

/** Bytes overwritten, removed, inserted or cut off, as by a failing disk or an attacker. */
const mutate = (bytes: Uint8Array, changes: readonly (readonly [number, number, number])[]): Uint8Array => {
  let changed = bytes;
  for (const [kind, place, value] of changes) {
    const at = place % Math.max(1, changed.length);
    const after = changed.subarray(at);
    const [added, dropped] = (
      [
        [[value], 1],
        [[], 1 + (value % 20)],
        [[value, value], 0],
      ] as const
    )[kind] ?? [[], after.length];
    changed = Buffer.concat([changed.subarray(0, at), Uint8Array.from(added), after.subarray(dropped)]);
  }
  return new Uint8Array(changed);
};
const changes = fc.array(fc.tuple(fc.nat(3), fc.nat(1 << 20), fc.nat(255)), { minLength: 1, maxLength: 4 });

test('a damaged shard yields the papers that were written or none', { timeout: PATIENCE }, () => {
  let refused = 0;
  fc.assert(
    fc.property(changes, (list) => {
      const read = readShard(mutate(shard, list), ids, TAGS);
      refused += read === undefined ? 1 : 0;
      return read === undefined || JSON.stringify(read) === whole;
    }),
    { numRuns: RUNS },
  );
  expect(refused).toBeGreaterThan(RUNS / 2);
});

test(
  'damage with a valid checksum neither throws nor returns a paper from another position',
  { timeout: PATIENCE },
  () => {
    const papers = records.map((record) => searchableRecord(record, [['delta', 3]]));
    const bytes = buildSearchIndex(papers, []);
    let opened = 0;
    fc.assert(
      fc.property(changes, fc.constantFrom('mri', 'delta', '"in the"', 'st', 'author:ada'), (list, query) => {
        const body = mutate(bytes.subarray(9), list);
        const file = reseal(bytes.subarray(0, 9), body);
        const result = openSearchIndex(file, listIds(ids), []);
        if (!result.ok) return true;
        opened += 1;
        const { hits } = search(createCollection([{ name: 'wide', index: result.index }]), query);
        return hits.every(({ id }) => ids.some((known) => known === id));
      }),
      // However few the runs, one index must be intact.
      { numRuns: Math.ceil(RUNS / 10), examples: [[[], 'mri']] },
    );
    expect(opened).toBeGreaterThan(0);
  },
);

/** A file with its checksum corrected, as an attacker would do. */
function reseal(head: Uint8Array, body: Uint8Array): Uint8Array {
  const file = new Uint8Array(head.length + body.length);
  file.set(head);
  file.set(body, head.length);
  new DataView(file.buffer).setUint32(5, crc32(body), true);
  return file;
}
