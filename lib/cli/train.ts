/**
 * `npm run train`: counts terms over the corpus and writes `data/model/terms.json`.
 * Deterministic: the same corpus gives the same bytes.
 */
import { writeFileSync } from 'node:fs';
import { readRows, parseDocument } from '@/lib/cli/corpus';
import { packTermStatistics } from '@/lib/domain/term-statistics';
import { countTerms } from '@/lib/domain/terms';

const CORPUS = '../shared/corpus/arxiv-100k.jsonl.gz';
const LEAST_WORD = 20;
const LEAST_PAIR = 100;

const frequencies = new Map<string, number>();
let documents = 0;
for await (const row of readRows(CORPUS)) {
  if (row.fault !== undefined) continue;
  const document = parseDocument(row.value);
  if (typeof document === 'string') continue;
  documents += 1;
  for (const { key } of countTerms(document.title, document.abstract)) {
    frequencies.set(key, (frequencies.get(key) ?? 0) + 1);
  }
}
const kept = new Map(
  [...frequencies].filter(([key, count]) => count >= (key.includes(' ') ? LEAST_PAIR : LEAST_WORD)),
);
const file = packTermStatistics('100,000 arXiv records to 2026, title and abstract', documents, kept);
writeFileSync('data/model/terms.json', `${JSON.stringify(file, undefined, 1)}\n`);
console.log(`${kept.size} terms of ${documents} documents`);
