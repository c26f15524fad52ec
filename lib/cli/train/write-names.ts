/** Writes the model of names: the weights, and the word features that have some. */
import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { WEIGHT_SCALE, type NameModel, type Scorers } from '@/lib/domain/reading/names/model';
import type { PackedScorers } from '@/lib/domain/reading/names/packed-model';
import { packScorers } from './pack-model';

const FILE = 'lib/domain/reading/names/weights.json';

/** A word feature whose weights are all closer to zero is left out. */
const LEAST_WEIGHT = 0.15;

/** Word features by their keys, numbered after the tests. */
type Words = ReadonlyMap<string, number>;

function packed(model: Scorers, words: Words): PackedScorers {
  const count = model.biases.length;
  const hasWeight = (feature: number): boolean =>
    model.weights
      .subarray(count * feature, count * (feature + 1))
      .some((weight) => Math.abs(weight) >= WEIGHT_SCALE * LEAST_WEIGHT);
  return packScorers(
    model,
    [...words].filter(([, feature]) => hasWeight(feature)),
  );
}

/** Writes the weights, and the words that have a weight anywhere; `words` are those of the model. */
export async function writeNameModel(
  { names, metric, trees }: NameModel,
  words: Readonly<Record<'names' | 'metric', Words>>,
): Promise<void> {
  const fitted = { ...packed(names, words.names), metric: packed(metric, words.metric), trees };
  const options = { ...(await resolveConfig(FILE)), filepath: FILE };
  writeFileSync(FILE, await format(JSON.stringify(fitted), options));
  console.log(`${FILE}: written`);
}
