import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildCatalogue } from '@/data/build';
import { parseCatalogue } from '@/lib/domain/catalogue';
import { FILTER_NAMES } from '@/lib/domain/search';
import { applySuggestion, createSearcher, findPastedPaper, toggleTagFilter } from '@/lib/services/search';
import { INHERITED, PATIENCE, RUNS } from './runs';

const { text, taxonomy } = buildCatalogue();
const parsed = parseCatalogue(text, taxonomy);
if (!parsed.ok) throw new Error('The catalogue does not parse');
const { catalogue } = parsed;
const searcher = createSearcher(catalogue);

const oneOf = (pieces: string) => fc.constantFrom(...pieces.split(' '));
const pieces = fc.oneof(
  oneOf(
    'chest x-ray radiolgy report segm Müller MIMIC-CXR language 2407.08410 the AUROC https://arxiv.org/abs/2407.08410',
  ),
  oneOf(
    '" "chest - -mri : ( ) * \\ [ ^ | OR AND NOT <b> &amp; \0 \u202e \ud800 🩻 __proto__ constructor toString',
  ),
  fc
    .tuple(
      fc.constantFrom(...FILTER_NAMES),
      oneOf(': :x :2024 :>2023 :"a :__proto__ :-'),
      oneOf('- +').map((sign) => sign.replace('+', '')),
    )
    .map(([name, value, sign]) => sign + name + value),
  fc
    .constantFrom(...INHERITED)
    .chain((name) => fc.constantFrom(name, `${name}:x`, `tag:${name}`, `"${name}"`)),
  fc.constantFrom(...catalogue.header.tags).map(({ id }) => `tag:${id}`),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const queries = fc
  .array(fc.tuple(pieces, fc.constantFrom(' ', '', '  ')), { maxLength: 4 })
  .map((parts) => parts.flat().join(''));

const plain = (marked: readonly { readonly text: string }[]): string =>
  marked.map((piece) => piece.text).join('');

test(
  'any query gives papers of the catalogue, each once, with their own titles',
  { timeout: PATIENCE },
  () => {
    let hits = 0;
    fc.assert(
      fc.property(queries, fc.constantFrom('relevance', 'date', 'discussion'), (query, sort) => {
        const answer = searcher.search(query, sort);
        hits += answer.hits.length;
        for (const suggestion of answer.message?.suggestions ?? []) applySuggestion(query, suggestion);
        findPastedPaper(query);
        return (
          answer.total >= answer.hits.length &&
          new Set(answer.hits.map(({ paper }) => paper.id)).size === answer.hits.length &&
          answer.hits.every(
            ({ paper, title }) => catalogue.get(paper.id) === paper && plain(title) === paper.title,
          ) &&
          answer.facets.every(({ terms }) => terms.every(({ count }) => count > 0 && count <= answer.total))
        );
      }),
      { numRuns: RUNS },
    );
    expect(hits).toBeGreaterThan(RUNS / 10);
  },
);

test('a filter put in is there once, and taken out again is gone', { timeout: PATIENCE }, () => {
  let tried = 0;
  fc.assert(
    fc.property(queries, fc.constantFrom(...catalogue.header.tags), (query, { id }) => {
      const filter = `tag:${id}`;
      fc.pre(!query.includes(filter) && !query.includes('"'));
      tried += 1;
      const filtered = toggleTagFilter(query, id);
      const once = filtered.split(/\s+/).filter((word) => word === filter).length === 1;
      return once && !toggleTagFilter(filtered, id).includes(filter);
    }),
    { numRuns: Math.ceil(RUNS / 5) },
  );
  expect(tried).toBeGreaterThan(RUNS / 10);
});
