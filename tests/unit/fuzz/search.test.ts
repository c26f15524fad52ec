import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { FILTER_NAMES } from '@/lib/domain/search';
import { cutText } from '@/lib/domain/search/marked-text';
import { applySuggestion, toggleTagFilter } from '@/lib/domain/search/edit-query';
import { searchPapers } from '@/lib/extension/search';
import { openOwnPack } from '../../fixtures/own-pack';
import { INHERITED, PATIENCE, RUNS } from './runs';

const { catalogue, pack } = openOwnPack();

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
  fc.constantFrom(...catalogue.taxonomy.tags).map(({ id }) => `tag:${id}`),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const queries = fc
  .array(fc.tuple(pieces, fc.constantFrom(' ', '', '  ')), { maxLength: 4 })
  .map((parts) => parts.flat().join(''));

const plain = (marked: readonly { readonly text: string }[]): string =>
  marked.map((piece) => piece.text).join('');

test(
  'any query yields papers of the catalogue, each once, with their own titles',
  { timeout: PATIENCE },
  async () => {
    let hits = 0;
    await fc.assert(
      fc.asyncProperty(queries, fc.constantFrom('relevance', 'date', 'discussion'), async (query, sort) => {
        const answer = await searchPapers(pack, { query, sort }, { limit: 60 });
        hits += answer.hits.length;
        for (const suggestion of answer.message?.suggestions ?? []) applySuggestion(query, suggestion);
        return (
          answer.total >= answer.hits.length &&
          new Set(answer.hits.map(({ id }) => id)).size === answer.hits.length &&
          answer.hits.every(
            ({ id, title, titleSpans }) =>
              catalogue.get(id)?.title === title && plain(cutText(title, titleSpans)) === title,
          ) &&
          answer.facets.every(({ terms }) => terms.every(({ count }) => count > 0 && count <= answer.total))
        );
      }),
      // A search takes a hundred times as long as the other properties.
      { numRuns: Math.ceil(RUNS / 4) },
    );
    expect(hits).toBeGreaterThan(RUNS / 40);
  },
);

test('a filter that is added is there once, and is gone after it is removed', { timeout: PATIENCE }, () => {
  let tried = 0;
  fc.assert(
    fc.property(queries, fc.constantFrom(...catalogue.taxonomy.tags), (query, { id }) => {
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
