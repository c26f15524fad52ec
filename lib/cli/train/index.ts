/**
 * `npm run train`: counts terms over the corpus and writes their document frequencies, `terms.json` and
 * `related.json` of `data/model`. Deterministic: the same corpus gives the same bytes. `--corpus FILE` reads
 * another corpus. Word vectors are trained separately (`npm run train-vectors`), since that takes longer.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { CORPUS, parseDocument, readRows } from '@/lib/cli/corpus';
import { readOptions, exitWithUsageError } from '@/lib/cli/usage-error';
import { packTermStatistics } from '@/lib/domain/text/term-statistics';
import { countTerms } from '@/lib/domain/text/terms';

/** The minimum number of documents for words and pairs, in the importer's table and in the shipped one. */
const LEAST = { terms: { word: 20, pair: 100 }, related: { word: 30, pair: 250 } } as const;
const USAGE = 'usage: npm run train -- [--corpus FILE]';
const SOURCE = '100,000 arXiv records, title and abstract';

interface Counts {
  readonly documents: number;
  /** The number of documents with each term (word or pair). */
  readonly frequencies: ReadonlyMap<string, number>;
}

const countCorpus = async (path: string): Promise<Counts> => {
  const frequencies = new Map<string, number>();
  let documents = 0;
  for await (const row of readRows(path)) {
    if (row.fault !== undefined) continue;
    const document = parseDocument(row.value);
    if (typeof document === 'string') continue;
    documents += 1;
    for (const { key } of countTerms(document.title, document.abstract))
      frequencies.set(key, (frequencies.get(key) ?? 0) + 1);
  }
  return { documents, frequencies };
};

const selectTerms = (
  frequencies: Counts['frequencies'],
  least: { readonly word: number; readonly pair: number },
): Map<string, number> =>
  new Map([...frequencies].filter(([key, count]) => count >= (key.includes(' ') ? least.pair : least.word)));

const main = async (): Promise<void> => {
  const { corpus } = readOptions({ corpus: { type: 'string', default: CORPUS } }, USAGE);
  if (!existsSync(corpus)) exitWithUsageError(`there is no corpus at ${corpus}`, USAGE);
  const { documents, frequencies } = await countCorpus(corpus);
  for (const [name, least] of Object.entries(LEAST)) {
    const file = packTermStatistics(SOURCE, documents, selectTerms(frequencies, least));
    const text = `${JSON.stringify(file, undefined, 1)}\n`;
    writeFileSync(`data/model/${name}.json`, text);
    console.log(`data/model/${name}.json: ${text.length} bytes`);
  }
};

await main();
