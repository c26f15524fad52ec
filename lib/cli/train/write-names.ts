/** Writes the model of names: the weights, and the word features that have some. */
import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { FEATURES } from '@/lib/domain/reading/names/features';
import { SLOTS, type NameModel, type SlotModel } from '@/lib/domain/reading/names/model';

const FILE = 'lib/domain/reading/names/weights.json';

/** A word feature whose weights are all closer to zero is left out. */
const LEAST_WEIGHT = 0.1;

/** Writes the weights, and the words that have a weight anywhere. */
export async function writeNameModel(model: NameModel): Promise<void> {
  const kept = [...model.words].filter(([, at]) =>
    SLOTS.some((slot) => Math.abs(model[slot].weights[at] ?? 0) >= LEAST_WEIGHT),
  );
  const slim = ({ bias, weights, least }: SlotModel): SlotModel => ({
    bias,
    weights: [...weights.slice(0, FEATURES.length), ...kept.map(([, at]) => weights[at] ?? 0)],
    least,
  });
  const { data, target, system } = model;
  const fitted = {
    data: slim(data),
    target: slim(target),
    system: slim(system),
    words: kept.map(([key]) => key),
  };
  const options = { ...(await resolveConfig(FILE)), filepath: FILE };
  writeFileSync(FILE, await format(JSON.stringify(fitted), options));
  console.log(`${FILE}: written`);
}
