/** The table in which words of texts are looked up: it grows, and finds every spelling afterwards. */
import { describe, expect, it } from 'vitest';
import { SpellingTable } from '@/lib/domain/reading/tags/spelling-table';
import { hashAt, listWords, stemAt } from '@/lib/domain/reading/word-list';

const add = (table: SpellingTable, word: string, id: number): void => {
  const words = listWords(word);
  table.add({ hash: hashAt(words, 0), stem: stemAt(words, 0), length: word.length }, id);
};
const idOf = (table: SpellingTable, word: string): number => table.idAt(listWords(word), 0);

describe('the table of spellings', () => {
  it('finds all words after it has grown, in any case, and no others', () => {
    const table = new SpellingTable();
    const words = Array.from({ length: 3000 }, (_, at) => `word${at}`);
    words.forEach((word, at) => add(table, word, at + 1));
    expect(words.map((word) => idOf(table, word.toUpperCase()))).toEqual(words.map((_, at) => at + 1));
    expect(['word3000', 'wor', 'other'].map((word) => idOf(table, word))).toEqual([0, 0, 0]);
  });

  it('keeps words apart that share a place', () => {
    const table = new SpellingTable();
    const spelling = { hash: 5, stem: 1, length: 3 };
    table.add(spelling, 1);
    table.add({ ...spelling, stem: 2 }, 2);
    // Start, end, hash and stem, as a list of words has them.
    const idAt = (stem: number, end: number): number => table.idAt(Int32Array.of(0, end, 5, stem), 0);
    expect([idAt(1, 3), idAt(2, 3), idAt(3, 3), idAt(1, 4)]).toEqual([1, 2, 0, 0]);
  });
});
