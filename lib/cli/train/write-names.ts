/** Writes the model of names: the weights, and the word features that have some. */
import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { FEATURES } from '@/lib/domain/reading/names/features';
import { SLOTS, type NameModel, type SlotModel } from '@/lib/domain/reading/names/model';

const FILE = 'lib/domain/reading/names/weights.json';

/** A word feature whose weights are all closer to zero is left out. */
const LEAST_WEIGHT = 0.15;

type Word = readonly [key: string, at: number];

const keptOf = (words: NameModel['words'], models: readonly SlotModel[]): readonly Word[] =>
  [...words].filter(([, at]) => models.some(({ weights }) => Math.abs(weights[at] ?? 0) >= LEAST_WEIGHT));

const slim = ({ bias, weights, least }: SlotModel, kept: readonly Word[]): SlotModel => ({
  bias,
  weights: [...weights.slice(0, FEATURES.length), ...kept.map(([, at]) => weights[at] ?? 0)],
  least,
});

/** Writes the weights, and the words that have a weight anywhere. */
export async function writeNameModel(model: NameModel): Promise<void> {
  const { data, target, system, metric } = model;
  const kept = keptOf(
    model.words,
    SLOTS.map((slot) => model[slot]),
  );
  const keptOfMetric = keptOf(metric.words, [metric]);
  const fitted = {
    data: slim(data, kept),
    target: slim(target, kept),
    system: slim(system, kept),
    words: kept.map(([key]) => key),
    metric: { ...slim(metric, keptOfMetric), words: keptOfMetric.map(([key]) => key) },
  };
  const options = { ...(await resolveConfig(FILE)), filepath: FILE };
  writeFileSync(FILE, await format(JSON.stringify(fitted), options));
  console.log(`${FILE}: written`);
}
