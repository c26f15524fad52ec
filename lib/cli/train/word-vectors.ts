/**
 * `npm run train-vectors`: trains word vectors on pairs of texts and writes `data/model/words.bin`.
 * Deterministic: the same corpus and seed give the same bytes. Of the seeds 1 to 3, the shipped one is 2, with
 * the median quality on CSFCube (see `data/model/README.md`). `--seed N` uses another seed, `--steps N` trains
 * longer, `--words N` keeps the vectors of more or fewer words, `--out FILE` writes elsewhere.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { CORPUS } from '@/lib/cli/corpus';
import { readOptions, exitWithUsageError } from '@/lib/cli/usage-error';
import { writeWordVectors } from '@/lib/domain/related/word-vectors';
import { trainByContrast } from './contrastive';
import type { Matrix } from './matrix';
import { readTextPairs, type TextPairs } from './text-pairs';

const USAGE =
  'usage: npm run train-vectors -- [--corpus FILE] [--seed N] [--steps N] [--words N] [--dimensions N] [--out FILE]';

/**
 * How many words are trained. Only the commonest are shipped, but training the rarer ones improves their
 * vectors.
 */
const TRAINED_WORDS = 20_000;
/** The number of steps between two lines of the log. */
const LOG_INTERVAL = 20;

/** Serialises the vectors of the `most` commonest words. */
export const wordFile = ({ words, idf }: TextPairs, table: Matrix, most: number): Uint8Array<ArrayBuffer> =>
  writeWordVectors(
    words.slice(0, most).map((stem, word) => ({
      stem,
      idf: idf[word] ?? 0,
      vector: table.values.subarray(word * table.columns, (word + 1) * table.columns),
    })),
    table.columns,
  );

const main = async (): Promise<void> => {
  const values = readOptions(
    {
      corpus: { type: 'string', default: CORPUS },
      seed: { type: 'string', default: '2' },
      steps: { type: 'string', default: '700' },
      words: { type: 'string', default: '8000' },
      dimensions: { type: 'string', default: '64' },
      out: { type: 'string', default: 'data/model/words.bin' },
    },
    USAGE,
  );
  if (!existsSync(values.corpus)) exitWithUsageError(`there is no corpus at ${values.corpus}`, USAGE);
  const { seed, steps, words, dimensions } = values;
  if (![seed, steps, words, dimensions].every((number) => /^\d+$/.test(number)) || Number(dimensions) % 4 > 0)
    exitWithUsageError('seed, steps, words and dimensions are numbers, the last a multiple of four', USAGE);
  const pairs = await readTextPairs(values.corpus, TRAINED_WORDS);
  console.log(`${pairs.papers.length} papers, ${pairs.words.length} words`);
  let sum = 0;
  const table = trainByContrast(pairs, {
    dimensions: Number(dimensions),
    seed: Number(seed),
    steps: Number(steps),
    onStep: (step, loss) => {
      sum += loss;
      if ((step + 1) % LOG_INTERVAL > 0) return;
      console.log(`step ${step + 1} of ${steps}: loss ${(sum / LOG_INTERVAL).toFixed(3)}`);
      sum = 0;
    },
  });
  const bytes = wordFile(pairs, table, Number(words));
  writeFileSync(values.out, bytes);
  console.log(`${values.out}: ${bytes.length} bytes`);
};

if (import.meta.filename === process.argv[1]) await main();
