import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withWatched, type EntryLine } from '@/lib/domain/entry';
import { findWatched, LONGEST_WATCH, MOST_WATCHED, parseWatch } from '@/lib/domain/watch';

const find = (watch: string, entry: Parameters<typeof findWatched>[1]): readonly string[] =>
  findWatched(parseWatch(watch).items, entry);

describe('the watch list', () => {
  it('can be written in any of the usual list formats', () => {
    expect(parseWatch(' Diffusion, few  shot;author: Kaiming He\nsegment*，"world model" ')).toEqual({
      items: [
        { kind: 'words', text: 'Diffusion', words: ['diffusion'], isOpen: false },
        { kind: 'words', text: 'few  shot', words: ['few', 'shot'], isOpen: false },
        { kind: 'author', text: 'Kaiming He', words: ['kaiming', 'he'], isOpen: false },
        { kind: 'words', text: 'segment*', words: ['segment'], isOpen: true },
        { kind: 'words', text: 'world model', words: ['world', 'model'], isOpen: false },
      ],
      faults: [],
    });
    expect(parseWatch('')).toEqual({ items: [], faults: [] });
  });

  it.each([
    ['autor:He', 'unknown'],
    ['author:', 'empty'],
    ['…', 'empty'],
    ['a', 'short'],
    ['author:K', 'short'],
  ])('does not accept %s: %s', (text, kind) => {
    expect(parseWatch(`x-ray, ${text}`)).toMatchObject({
      items: [{ text: 'x-ray' }],
      faults: [{ kind, text }],
    });
  });

  it('ends at the sixtieth item, and says so', () => {
    const { items, faults } = parseWatch(Array.from({ length: 70 }, (_, at) => `word${at}`).join(','));
    expect(items).toHaveLength(MOST_WATCHED);
    expect(faults).toEqual([{ kind: 'many', text: 'word60' }]);
  });

  it('is read whatever it contains', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 2 * LONGEST_WATCH }),
        fc.string(),
        (watch, title) => {
          const { items, faults } = parseWatch(watch);
          expect(items.length).toBeLessThanOrEqual(MOST_WATCHED);
          expect(items.every(({ words }) => words.length > 0)).toBe(true);
          expect(faults.length).toBeLessThanOrEqual(MOST_WATCHED + 1);
          expect(findWatched(items, { title, abstract: watch }).length).toBeLessThanOrEqual(items.length);
        },
      ),
    );
  });
});

describe('an entry', () => {
  const entry = {
    title: 'Latent Diffusion Models for X-ray images',
    abstract: 'We segment Gr\u00f6\u00dfe in few-shot settings; K. Xe is not named here.',
    authors: ['Kaiming He', 'Jos\u00e9 Garc\u00eda M\u00e1rquez', 'Wei Zhang'],
  };
  it.each([
    ['diffusion', ['diffusion']],
    ['Diffusion model', ['Diffusion model']],
    ['models diffusion', []],
    ['image', ['image']],
    ['imag', []],
    ['imag*', ['imag*']],
    ['few shot', ['few shot']],
    ['x ray', ['x ray']],
    ['images segment', []],
    ['author:he', ['he']],
    ['author:K. He', ['K. He']],
    ['author:H. Kaiming', ['H. Kaiming']],
    ['author:Garcia Marquez', ['Garcia Marquez']],
    ['author:Xe', []],
    ['author:Wei He', []],
    ['author:Zha*', ['Zha*']],
    ['he', []],
    ['kaiming', []],
    ['transformer, author:zhang, x-ray', ['zhang', 'x-ray']],
  ])('is searched for %s', (watch, found) => {
    expect(find(watch, entry)).toEqual(found);
  });

  it('has a line for a match even if nothing else is known; without a match the line is unchanged', () => {
    const line: EntryLine = { provenance: 'page', results: 1, hasCode: false, tags: [] };
    expect(withWatched(null, ['diffusion'])).toMatchObject({ watched: ['diffusion'], isTitleOnly: true });
    expect(withWatched(line, ['diffusion'])).toEqual({ ...line, watched: ['diffusion'] });
    expect(withWatched(null, [])).toBeNull();
    expect(withWatched(line, [])).toBe(line);
  });
});
