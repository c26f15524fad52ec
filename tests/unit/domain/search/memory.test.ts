import { describe, expect, it } from 'vitest';
import { createCollection, openPapers, search } from '@/lib/domain/search';
import { memoryByCollection } from '@/lib/domain/search/memory';
import { searchPaper as paper } from '../../../fixtures/search-paper';

const collectionOf = (...titles: readonly string[]) =>
  createCollection([
    {
      name: 'wide',
      index: openPapers(
        titles.map((title, at) => paper(`2401.0000${at + 1}`, title)),
        [],
      ),
    },
  ]);

describe('the cache between keystrokes', () => {
  it('keeps the most recent queries, within its size, and nothing for other packs', () => {
    const collection = collectionOf('Amber');
    const memory = memoryByCollection<string>(10)(collection);
    memory.set('a', 'first', 4);
    memory.set('b', 'second', 4);
    expect(memory.get('a')).toBe('first');
    memory.set('c', 'third', 4);
    memory.set('d', 'too large', 11);
    expect(['a', 'b', 'c', 'd'].map((key) => memory.get(key))).toEqual([
      'first',
      undefined,
      'third',
      undefined,
    ]);
    expect(memoryByCollection<string>(10)(collectionOf('Amber')).get('a')).toBeUndefined();
  });

  it('changes no answer: a query typed letter by letter finds the same as at once', () => {
    const titles = ['Amber kelp lagoons', 'Kelp in lagoons', 'Amber basins', 'Basins of kelp and amber'];
    for (const query of ['amber kelp lagoons', 'kelp abmer basins', 'basins kelp ']) {
      const collection = collectionOf(...titles);
      const typed = Array.from(query, (_, at) => search(collection, query.slice(0, at + 1))).at(-1);
      expect(typed).toEqual(search(collectionOf(...titles), query));
      expect(search(collection, query)).toEqual(typed);
    }
  });

  it('uses the current marks, not those of an earlier query', () => {
    const collection = collectionOf('Amber', 'Kelp');
    const found = (ids: readonly string[]): readonly string[] => {
      const saved = new Map(ids.map((id) => [id, { status: 'read', ownTags: ['sea'] } as const]));
      return search(collection, 'status:read mytag:sea', { saved }).hits.map(({ id }) => id);
    };
    expect(found(['2401.00001'])).toEqual(['2401.00001']);
    expect(found(['2401.00002', '2401.00003'])).toEqual(['2401.00002']);
  });
});
