import { expect, it } from 'vitest';
import { createPreparedEntries } from '@/lib/background/prepared-entries';
import { isPaperId, type PaperId } from '@/lib/domain/arxiv-id';

const idOf = (at: number): PaperId => {
  const id = `2401.0000${at}`;
  if (!isPaperId(id)) throw new Error(id);
  return id;
};

it('a list whose papers are partly known keeps these while the others are prepared', () => {
  const prepared = createPreparedEntries<{ readonly id: PaperId }>(3);
  for (const at of [1, 2, 3]) prepared.put({ id: idOf(at) });
  const list = [1, 4, 5].map(idOf);
  expect(prepared.findMissing(list)).toEqual([idOf(4), idOf(5)]);
  for (const at of [4, 5]) prepared.put({ id: idOf(at) });
  expect(prepared.findMissing(list)).toEqual([]);
  expect([2, 3].map((at) => prepared.get(idOf(at)))).toEqual([undefined, undefined]);
});
