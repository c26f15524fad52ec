import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildSearchIndex,
  createCollection,
  listIds,
  openPapers,
  openSearchIndex,
  search,
} from '@/lib/domain/search';
import type { SearchablePaper } from '@/lib/domain/search';
import { createBest } from '@/lib/domain/search/best';
import {
  entryText,
  findList,
  lowerBound,
  openDictionary,
  writeDictionary,
} from '@/lib/domain/search/dictionary';
import { levelOfWeight, weightOfLevel } from '@/lib/domain/search/postings';
import { stem } from '@/lib/domain/text/tokens';
import { searchPaper as paper } from '@/tests/fixtures/search-paper';

const indexOf = (papers: readonly SearchablePaper[]) => openPapers(papers, []);

const WORDS = 'amber basin copper delta ember fjord granite harbour island juniper kelp lagoon'.split(' ');
const titles = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 });
const corpora = fc
  .array(titles, { minLength: 2, maxLength: 12 })
  .map((lists) => lists.map((words, at) => paper(`2401.${String(at).padStart(5, '0')}`, words.join(' '))));

const round = (hits: ReturnType<typeof search>['hits']) =>
  hits.map(({ id, score }) => `${id} ${score.toFixed(9)}`);

describe('several packs searched as one collection', () => {
  const curated = indexOf([
    paper('2401.00001', 'Granite of the harbour', { tags: ['stone'] }),
    paper('2401.00002', 'Kelp in a lagoon', { tags: ['plant'] }),
  ]);
  const wide = indexOf([
    paper('2401.00001', 'Granite of the harbour, read by rule', { tags: ['stone', 'sea'] }),
    paper('2401.00003', 'Granite and ember', { tags: ['stone'] }),
    paper('2401.00004', 'Juniper on an island', { tags: ['plant'] }),
  ]);
  const both = createCollection([
    { name: 'curated', index: curated },
    { name: 'wide', index: wide },
  ]);
  const found = (query: string) => search(both, query).hits.map(({ id, pack }) => `${pack} ${id}`);

  it('contain a paper of two packs once, from the first of them', () => {
    expect(found('harbour')).toEqual(['curated 2401.00001']);
    expect(search(both, '').total).toBe(4);
    expect(search(both, 'granite').facets).toEqual([{ tag: 'stone', count: 2 }]);
  });

  it('can be limited to one pack', () => {
    expect(found('granite in:wide')).toEqual(['wide 2401.00003']);
    expect(found('in:curated')).toHaveLength(2);
  });

  it('correct a typo only if no pack has the word', () => {
    expect(found('junipre')).toEqual(['wide 2401.00004']);
    expect(search(both, 'junipre').message?.kind).toBe('respelled');
    expect(search(both, 'kelp').message).toBeUndefined();
  });

  it('rank papers of two packs like papers of one', () => {
    fc.assert(
      fc.property(corpora, titles, fc.nat(), (papers, words, cut) => {
        const at = 1 + (cut % (papers.length - 1));
        const parts = createCollection([
          { name: 'first', index: indexOf(papers.slice(0, at)) },
          { name: 'second', index: indexOf(papers.slice(at)) },
        ]);
        const query = `${words.join(' ')} `;
        expect(round(search(parts, query).hits)).toEqual(
          round(search(createCollection([{ name: 'whole', index: indexOf(papers) }]), query).hits),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('return a part of a long list of hits', () => {
    const all = search(both, '').hits;
    expect(search(both, '', { limit: 2, offset: 1 }).hits).toEqual(all.slice(1, 3));
  });
});

describe('the index as bytes', () => {
  const papers = [paper('2401.00001', 'Granite of the harbour', { tags: ['stone'] })];
  const bytes = buildSearchIndex(papers, []);
  const ids = listIds(['2401.00001']);

  it('is the same for the same papers', () => {
    expect(buildSearchIndex(papers, [])).toEqual(bytes);
  });

  it.each([
    ['from other papers', bytes, listIds(['2401.00001', '2401.00002'])],
    ['cut off', bytes.slice(0, -1), ids],
    ['of another type', new Uint8Array(64), ids],
    ['empty', new Uint8Array(0), ids],
    ['in another format', bytes.with(4, 99), ids],
    ['changed by one bit', bytes.with(40, (bytes[40] ?? 0) ^ 4), ids],
  ])('is refused if it is %s', (_, file, of) => {
    const opened = openSearchIndex(Uint8Array.from(file), of, []);
    expect(opened).toMatchObject({
      ok: false,
      message: expect.stringMatching(/^The search index cannot be read: .+\.$/),
    });
  });
});

describe('the dictionary', () => {
  it('finds every word and stem that was added, and no others', () => {
    const word = fc.string({
      unit: fc.constantFrom('a', 'b', 'é', 'ß', '漢', '😀'),
      minLength: 1,
      maxLength: 7,
    });
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 60 }), word, (words, other) => {
        const stemOfWord = new Map(words.map((each) => [each, stem(each)]));
        const written = writeDictionary(stemOfWord, []);
        const dictionary = openDictionary(written.words, written.entries);
        if (dictionary === undefined) throw new Error('the dictionary does not open');
        for (const each of words) {
          expect(entryText(dictionary, lowerBound(dictionary, each))).toBe(each);
          expect(findList(dictionary, stem(each))).toBe(written.listOf.get(stem(each)));
        }
        expect(findList(dictionary, other)).toBe(written.listOf.get(other));
      }),
    );
  });

  it('distinguishes a word that is the stem of others from its own stem', () => {
    const stemOfWord = new Map([
      ['universities', 'univers'],
      ['univers', 'unive'],
    ]);
    const written = writeDictionary(stemOfWord, ['term']);
    const dictionary = openDictionary(written.words, written.entries);
    const texts = ['unive', 'univers', 'term', 'universities'];
    expect(texts.map((text) => dictionary && findList(dictionary, text))).toEqual([1, 2, 0, undefined]);
  });
});

describe('query words that are terms of an abstract', () => {
  const index = indexOf([
    paper('2401.00001', 'Amber', {
      terms: [
        ['kelp', 15],
        ['lagoon', 0],
      ],
    }),
    paper('2401.00002', 'Basin', {
      terms: [
        ['kelp', 9],
        ['lagoon', 9],
      ],
    }),
    paper('2401.00003', 'Copper', { terms: [['kelp', 15]] }),
  ]);
  const found = (query: string) =>
    search(createCollection([{ name: 'wide', index }]), query).hits.map(({ id }) => id);

  it('are scored by the word with the least weight in it, since both matter', () => {
    expect(found('kelp lagoon ')).toEqual(['2401.00002', '2401.00001']);
  });

  it('do not affect a query of one word, or the next query', () => {
    const alone = found('kelp ');
    expect(alone.slice(2)).toEqual(['2401.00002']);
    found('kelp lagoon ');
    expect(found('kelp ')).toEqual(alone);
  });
});

describe('quantised term weights', () => {
  it('are within an eighth of an octave of the original', () => {
    for (const weight of [1, 0.8, 0.5, 0.33, 0.2, 0.1, 0.075]) {
      const level = levelOfWeight(weight);
      expect(Math.abs(Math.log2(weightOfLevel(level ?? 0) / weight))).toBeLessThanOrEqual(1 / 8);
    }
    expect(levelOfWeight(0.01)).toBeUndefined();
  });
});

describe('the best of many', () => {
  it('are the same as by sorting', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.nat(20), (numbers, limit) => {
        const best = createBest<number>(limit, (a, b) => a < b);
        for (const number of numbers) best.offer(number);
        expect(best.take()).toEqual(numbers.toSorted((a, b) => a - b).slice(0, limit));
      }),
    );
  });
});
