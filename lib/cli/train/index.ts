/**
 * `npm run train`: counts terms over the corpus and writes the two files of
 * `data/model`. Deterministic: the same corpus gives the same bytes.
 * `--corpus FILE` takes another corpus, `--vectors N` and `--dimensions N` another size of model.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { parseDocument, readRows } from '@/lib/cli/corpus';
import { readOptions, refuse } from '@/lib/cli/misuse';
import { trainVectors } from './vectors';
import type { CountedDocument } from './vectors';
import { packVectors } from '@/lib/domain/related/model';
import type { RelatedModelFile } from '@/lib/domain/related/model';
import { packTermStatistics, unpackKeys } from '@/lib/domain/text/term-statistics';
import { countTerms, titledCount } from '@/lib/domain/text/terms';

/** Terms in fewer documents are left out: of words and pairs, in the importer's table and the shipped one. */
const LEAST = { terms: { word: 20, pair: 100 }, related: { word: 30, pair: 250 } } as const;
const USAGE = 'usage: npm run train -- [--corpus FILE] [--vectors N] [--dimensions N]';
const SOURCE = '100,000 arXiv records, title and abstract';

/** A corpus as counted. */
export interface Counts {
  readonly documents: readonly CountedDocument[];
  /** Number of each term, words and pairs. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Documents that hold a term, by its number. */
  readonly frequencies: readonly number[];
}

/** Counts a corpus. Only words are kept by document; pairs are counted and let go. */
export const countCorpus = async (path: string): Promise<Counts> => {
  const numbers = new Map<string, number>();
  const frequencies: number[] = [];
  const documents: CountedDocument[] = [];
  for await (const row of readRows(path)) {
    if (row.fault !== undefined) continue;
    const document = parseDocument(row.value);
    if (typeof document === 'string') continue;
    const terms: number[] = [];
    const counts: number[] = [];
    for (const term of countTerms(document.title, document.abstract)) {
      let number = numbers.get(term.key);
      if (number === undefined) numbers.set(term.key, (number = numbers.size));
      frequencies[number] = (frequencies[number] ?? 0) + 1;
      if (term.length === 1) {
        terms.push(number);
        counts.push(titledCount(term));
      }
    }
    documents.push({ terms: Uint32Array.from(terms), counts: Float32Array.from(counts) });
  }
  return { documents, numbers, frequencies };
};

const selectTerms = (
  { numbers, frequencies }: Counts,
  least: { word: number; pair: number },
): Map<string, number> => {
  const selected = new Map<string, number>();
  for (const [key, number] of numbers) {
    const frequency = frequencies[number] ?? 0;
    if (frequency >= (key.includes(' ') ? least.pair : least.word)) selected.set(key, frequency);
  }
  return selected;
};

/** Trains the shipped model: rarity of the selected terms, vectors for the `vectors` commonest words. */
export const trainRelatedModel = (
  counts: Counts,
  { vectors, dimensions, idfPower = 0.6 }: { vectors: number; dimensions: number; idfPower?: number },
): RelatedModelFile => {
  const selected = selectTerms(counts, LEAST.related);
  const statistics = packTermStatistics(SOURCE, counts.documents.length, selected);
  const commonest = [...selected]
    .filter(([key]) => !key.includes(' '))
    .toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, vectors);
  const columnOf = new Int32Array(counts.numbers.size).fill(-1);
  for (const [column, [key]] of commonest.entries()) columnOf[counts.numbers.get(key) ?? 0] = column;
  const idf = Float64Array.from(commonest, ([, frequency]) => Math.log(counts.documents.length / frequency));
  const trained =
    dimensions === 0 ? [] : trainVectors(counts.documents, columnOf, idf, { dimensions, idfPower });
  const byKey = new Map(commonest.map(([key], column) => [key, trained[column]]));
  return {
    ...statistics,
    vectors: packVectors(
      unpackKeys(statistics.keys).map((key) => byKey.get(key)),
      dimensions,
    ),
  };
};

const main = async (): Promise<void> => {
  const values = readOptions(
    {
      corpus: { type: 'string', default: '../shared/corpus/arxiv-100k.jsonl.gz' },
      vectors: { type: 'string', default: '3000' },
      dimensions: { type: 'string', default: '16' },
    },
    USAGE,
  );
  if (!existsSync(values.corpus)) refuse(`there is no corpus at ${values.corpus}`, USAGE);
  if (![values.vectors, values.dimensions].every((size) => /^\d+$/.test(size))) refuse(USAGE);
  const counts = await countCorpus(values.corpus);
  const terms = packTermStatistics(SOURCE, counts.documents.length, selectTerms(counts, LEAST.terms));
  const related = trainRelatedModel(counts, {
    vectors: Number(values.vectors),
    dimensions: Number(values.dimensions),
  });
  for (const [name, file] of Object.entries({ terms, related })) {
    const text = `${JSON.stringify(file, undefined, 1)}\n`;
    writeFileSync(`data/model/${name}.json`, text);
    console.log(`data/model/${name}.json: ${text.length} bytes`);
  }
};

if (import.meta.filename === process.argv[1]) await main();
