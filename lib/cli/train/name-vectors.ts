/**
 * `npm run train-name-vectors`: makes vectors of words from what stands beside them in the corpus, so that words that
 * are used alike have like vectors, and writes `name-vectors.bin`. With them the fit of names learns from one word what
 * holds for others ("benchmark", "leaderboard"). Only fitting uses the file; it does not ship. Deterministic.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { CORPUS } from '@/lib/cli/corpus';
import { readOptions, exitWithUsageError } from '@/lib/cli/usage-error';
import { openWordVectors, writeWordVectors } from '@/lib/domain/related/word-vectors';
import { principalRows } from './principal-rows';
import { countNeighbours } from './neighbour-counts';

const USAGE = 'usage: npm run train-name-vectors -- [--corpus FILE]';
const FILE = 'lib/cli/train/name-vectors.bin';
const DIMENSIONS = 40;

/** The vector of a word in lower case, of length 1; undefined if it has none. */
export type VectorOf = (word: string) => Float64Array | undefined;

const ofUnitLength = (vector: Iterable<number>): Float64Array => {
  const values = Float64Array.from(vector);
  const length = Math.hypot(...values) || 1;
  return values.map((value) => value / length);
};

/** Opens the file. A word whose plural ending was cut off has the vector of its plural. */
export function readNameVectors(file = FILE): VectorOf {
  const opened = openWordVectors(readFileSync(file));
  const known = new Map<string, Float64Array | undefined>();
  const find = (word: string): Float64Array | undefined => {
    const vector = opened?.vector(word);
    return vector && ofUnitLength(vector);
  };
  return (word) => {
    if (!known.has(word))
      known.set(word, find(word) ?? (word.endsWith('s') ? find(word.slice(0, -1)) : find(`${word}s`)));
    return known.get(word);
  };
}

async function main(): Promise<void> {
  const { corpus } = readOptions({ corpus: { type: 'string', default: CORPUS } }, USAGE);
  if (!existsSync(corpus)) exitWithUsageError(`there is no corpus at ${corpus}`, USAGE);
  const { words, counts, matrix } = await countNeighbours(corpus);
  const all = counts.reduce((sum, count) => sum + count, 0);
  const rows = principalRows(matrix, DIMENSIONS);
  const bytes = writeWordVectors(
    words.map((stem, row) => ({
      stem,
      idf: Math.log(all / (counts[row] ?? 1)),
      vector: ofUnitLength(rows[row] ?? []),
    })),
    DIMENSIONS,
  );
  writeFileSync(FILE, bytes);
  console.log(`${FILE}: ${words.length} words, ${bytes.length} bytes`);
}

if (import.meta.filename === process.argv[1]) await main();
