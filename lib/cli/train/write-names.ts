/** Writes the model of names as source files: the weights, and the word features that have some. */
import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { FEATURES } from '@/lib/domain/reading/names/features';
import { SLOTS, type NameModel, type SlotModel } from '@/lib/domain/reading/names/model';
import { KEY_SEPARATOR } from '@/lib/domain/reading/names/word-features';

const FILE = 'lib/domain/reading/names/weights.ts';
const WORDS_FILE = 'lib/domain/reading/names/weighted-words.ts';

/** A word feature whose weights are all closer to zero is left out. */
const LEAST_WEIGHT = 0.1;

const NOTE = '/** Fitted by `npm run train-names`; nothing here is edited by hand. */';

async function writeSource(file: string, source: string): Promise<void> {
  writeFileSync(file, await format(source, { ...(await resolveConfig(file)), parser: 'typescript' }));
  console.log(`${file}: written`);
}

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
  const keys = kept.map(([key]) => key);
  await writeSource(
    WORDS_FILE,
    `${NOTE}

/** Word features that have weights, in the order of these. */
export const WEIGHTED_WORDS = \`
${wrap(keys)}\`;
`,
  );
  const parts = SLOTS.map((slot) => `${slot}: ${JSON.stringify(slim(model[slot]))},`);
  await writeSource(
    FILE,
    `${NOTE}
import { FEATURES } from './features';
import type { NameModel } from './model';
import { KEY_SEPARATOR } from './word-features';
import { WEIGHTED_WORDS } from './weighted-words';

/** Weights in the order of \`FEATURES\`, then of \`WEIGHTED_WORDS\`. */
export const NAME_MODEL: NameModel = {
  ${parts.join('\n')}
  words: new Map(
    // Only line breaks go: a key may end in a space (nothing follows the word).
    WEIGHTED_WORDS.replaceAll('\\n', '').split(KEY_SEPARATOR).map((key, at) => [key, FEATURES.length + at]),
  ),
};
`,
  );
}

/** The keys in lines of at most 110 characters, each key closed by the separator but the last. */
function wrap(keys: readonly string[]): string {
  const lines: string[] = [];
  let line = '';
  for (const [at, key] of keys.entries()) {
    const part = `${key.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${')}${at + 1 < keys.length ? KEY_SEPARATOR : ''}`;
    if (line.length + part.length > 110) {
      lines.push(line);
      line = '';
    }
    line += part;
  }
  return [...lines, line].join('\n');
}
