/**
 * Whether related papers generalise to data on which nothing was tuned: papers that one person sorted into
 * topics (`../shared/bench/topics`), and finding the second half of an abstract by its first, among papers held
 * out from training.
 */
import { existsSync } from 'node:fs';
import * as z from 'zod/mini';
import { readRelatedModel, readTermStatistics, readWordVectors } from '@/data/build/model-files';
import { CORPUS, readCorpus, readRows } from '@/lib/cli/corpus';
import type { CorpusDocument } from '@/lib/cli/corpus';
import { HELD_OUT, halveSentences } from '@/lib/cli/train/text-pairs';
import { PACK_SHARES } from '@/lib/domain/related/in-pack';
import { SHARES } from '@/lib/domain/related/score';
import { scoreByEngine, scoreByPack } from './related-variants';
import type { Scorer } from './related-variants';

const TOPICS = '../shared/bench/topics/topics.jsonl.gz';
const TOPIC_ROW = z.object({ id: z.string(), topics: z.array(z.string()) });
/** One in this many papers is a query. */
const STEP = 10;
const NEAREST = 10;

/** The share of the nearest papers that have a topic in common with the query. */
const precision = (
  documents: readonly CorpusDocument[],
  topics: ReadonlyMap<string, readonly string[]>,
  scorer: Scorer,
): number => {
  const queries = documents.filter((_, at) => at % STEP === 0);
  const shares = queries.map(({ id }) => {
    const own = topics.get(id) ?? [];
    const nearest = [...scorer(id)]
      .filter(([other]) => other !== id)
      .toSorted((a, b) => b[1] - a[1])
      .slice(0, NEAREST);
    return (
      nearest.filter(([other]) => topics.get(other)?.some((topic) => own.includes(topic))).length / NEAREST
    );
  });
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
};

/** Prints the same-topic precision for both uses, with and without vectors. */
export const printTopics = async (): Promise<void> => {
  console.log('\nSame topic among the ten nearest');
  if (!existsSync(TOPICS)) {
    console.log(`skipped: ${TOPICS} is not here`);
    return;
  }
  const documents = await readCorpus(TOPICS);
  const topics = new Map<string, readonly string[]>();
  for await (const row of readRows(TOPICS)) {
    const read = row.fault === undefined ? TOPIC_ROW.safeParse(row.value) : undefined;
    if (read?.success) topics.set(read.data.id, read.data.topics);
  }
  const engine = scoreByEngine(documents, readRelatedModel());
  const pack = scoreByPack(documents, readTermStatistics().idf, readWordVectors());
  const ways = [
    ['as the build links, terms alone', engine(0, 0)],
    [`as the build links, vectors ${SHARES.dense}`, engine(SHARES.dense, 0)],
    ['a page read against a pack, terms alone', pack(0, 0)],
    [`a page read against a pack, vectors ${PACK_SHARES.dense}`, pack(PACK_SHARES.dense, 0)],
  ] as const;
  for (const [name, scorer] of ways)
    console.log(`  ${name.padEnd(48)} ${precision(documents, topics, scorer).toFixed(4)}`);
};

/** The number of candidates (second halves), and of queries. */
const HALVES = 4000;
const ASKED = 400;

/** Prints how well the other half of an abstract is ranked, as the mean reciprocal rank. */
export const printHalves = async (): Promise<void> => {
  console.log(
    `\nSecond half of an abstract by the first, mean reciprocal rank among ${HALVES} held-out papers`,
  );
  if (!existsSync(CORPUS)) {
    console.log(`skipped: ${CORPUS} is not here`);
    return;
  }
  const held = (await readCorpus(CORPUS, { limit: HALVES * HELD_OUT })).filter(
    (_, at) => at % HELD_OUT === HELD_OUT - 1,
  );
  const halves = held.map((document) => ({ document, texts: halveSentences(document.abstract) }));
  const second = halves.map(({ document, texts }) => ({ ...document, title: '', abstract: texts[1] }));
  const first = halves.slice(0, ASKED).map(({ document, texts }) => ({
    ...document,
    id: `first half of ${document.id}`,
    title: '',
    abstract: texts[0],
  }));
  const engine = scoreByEngine([...second, ...first], readRelatedModel());
  for (const [name, scorer] of [
    ['terms alone', engine(0, 0)],
    [`vectors ${SHARES.dense}`, engine(SHARES.dense, 0)],
  ] as const) {
    const ranks = first.map(({ id }, at) => {
      const scores = scorer(id);
      const right = scores.get(second[at]?.id ?? '') ?? 0;
      return 1 / (1 + second.filter((other) => (scores.get(other.id) ?? 0) > right).length);
    });
    const mean = ranks.reduce((sum, rank) => sum + rank, 0) / ranks.length;
    console.log(`  ${name.padEnd(48)} ${mean.toFixed(4)}`);
  }
};
