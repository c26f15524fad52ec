import { expect, it, vi } from 'vitest';
import { createFinder, listHits } from '@/components/library/listed-rows';
import { isPaperId, type PaperId } from '@/lib/domain/arxiv-id';
import type { SavedRow } from '@/lib/domain/library/saved-row';

const idOf = (at: number): PaperId => {
  const id = `2401.0000${at}`;
  if (!isPaperId(id)) throw new Error(id);
  return id;
};
const rows = [1, 2, 3, 4].map((at): SavedRow => ({
  id: idOf(at),
  title: 'DCBA'.charAt(at - 1),
  who: '',
  published: '2024-01-02',
  best: '',
  code: '',
  status: 'to-read',
  ownTags: [],
  tags: [],
  note: '',
  savedAt: '2024-01-02T00:00:00Z',
}));
const all = vi.fn<() => readonly PaperId[]>(() => rows.map(({ id }) => id));
const hits = { first: [idOf(1), idOf(2)], total: 4, all, message: undefined };
const find = createFinder(rows);
const titles = (found: readonly SavedRow[]): string => found.map(({ title }) => title).join('');

it('search results beyond the first ones are looked up only when they are needed', () => {
  const list = listHits(hits, find, 'best');
  expect([list.length, titles(list.slice(0, 2)), list.at(1)?.title]).toEqual([4, 'DC', 'C']);
  expect(all).not.toHaveBeenCalled();
  expect([titles(list.slice(1, 4)), list.at(3)?.title, titles(list.all())]).toEqual(['CBA', 'A', 'DCBA']);
  expect(all).toHaveBeenCalledOnce();
});

it('the rows contain all results in another order', () => {
  const list = listHits(hits, find, 'title');
  expect([titles(list.slice(0, 2)), list.length]).toEqual(['AB', 4]);
});
