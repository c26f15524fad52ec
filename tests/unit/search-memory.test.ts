import { describe, expect, it } from 'vitest';
import { createCollection, openPapers, search } from '@/lib/domain/search';
import { memoryByCollection } from '@/lib/domain/search/memory';
import type { SearchablePaper } from '@/lib/domain/search';

const paper = (id: string, title: string): SearchablePaper => ({
  id,
  title,
  authors: [],
  summary: '',
  tags: [],
  metrics: [],
  datasets: [],
  venue: '',
  body: '',
  published: '2024-01-02',
  hasCode: false,
  hasResults: false,
  comments: 0,
});

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

describe('what is kept from one keystroke to the next', () => {
  it('keeps what was asked for last, within its size, and nothing for other packs', () => {
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

  it('changes no answer: typed letter by letter, a query finds what it finds at once', () => {
    const titles = ['Amber kelp lagoons', 'Kelp in lagoons', 'Amber basins', 'Basins of kelp and amber'];
    for (const query of ['amber kelp lagoons', 'kelp abmer basins', 'basins kelp ']) {
      const collection = collectionOf(...titles);
      const typed = Array.from(query, (_, at) => search(collection, query.slice(0, at + 1))).at(-1);
      expect(typed).toEqual(search(collectionOf(...titles), query));
      expect(search(collection, query)).toEqual(typed);
    }
  });
});
