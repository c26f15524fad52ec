/**
 * Measures the order by nearness to saved papers, on papers labelled by topic, compared with the related-papers
 * engine and the search engine with each saved paper as the query. Weights are chosen on one half of the topics
 * and reported on the other.
 *
 *   npx tsx lib/cli/bench/order.ts
 */
import { readRelatedModel } from '@/data/build/model-files';
import { readOrderSources } from '@/lib/cli/order-documents';
import { buildCorpusIndex, relatedDocument, searchableDocument } from '@/lib/cli/rankers';
import { indexSaved, rankEntries } from '@/lib/domain/order/nearness';
import { profileOf, PROFILE_WEIGHTS, type Profile, type ProfileWeights } from '@/lib/domain/order/profile';
import { readQuery, scoreRelated } from '@/lib/domain/related/score';
import { createCollection, openPapers, rankText } from '@/lib/domain/search';
import { drawDays, readTopics, shareFound, TOPICS_FILE, type Draw } from './topics';

/** The minimum share of a topic's papers that are among the first twenty, as the mean over topics. */
const TARGET = 0.75;
/** How many days are drawn for each topic. */
const ROUNDS = 3;

/** Returns the scores of a day's entries, in their order. */
type Scorer = (draw: Draw) => ArrayLike<number>;

type ByTopic = ReadonlyMap<string, number>;

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** For each topic the mean over its days. */
function measure(days: readonly Draw[], scorer: Scorer): ByTopic {
  const shares = new Map<string, number[]>();
  for (const day of days) {
    const list = shares.get(day.topic) ?? [];
    list.push(shareFound(scorer(day)));
    shares.set(day.topic, list);
  }
  return new Map([...shares].map(([topic, list]) => [topic, mean(list)]));
}

const ofHalf = (figures: ByTopic, half: 0 | 1): number =>
  mean([...figures.values()].filter((_, at) => at % 2 === half));

const pick = <Item>(items: readonly Item[], places: readonly number[]): readonly Item[] =>
  places.flatMap((place) => items[place] ?? []);

const orderScorer =
  (profiles: readonly Profile[]): Scorer =>
  ({ saved, entries }) => {
    const index = indexSaved(pick(profiles, saved).map((profile) => ({ profile })));
    const scores = new Float64Array(entries.length);
    for (const ranked of rankEntries(index, pick(profiles, entries).map(index.compare)))
      scores[ranked.at] = ranked.score;
    return scores;
  };

/** The weights to try; coarse, because finer steps only differ by chance. */
const TRIED: readonly ProfileWeights[] = [0.35, 0.7, 1].flatMap((rarity) =>
  [1, 1.5].map((title) => ({ ...PROFILE_WEIGHTS, rarity, title })),
);

const three = (value: number): string => value.toFixed(3);

async function printOrder(): Promise<void> {
  console.log('The day in my order: three papers saved, 20 of their topic among 600; share of the first 20');
  const read = await readTopics();
  if (!read) {
    console.log(`skipped: ${TOPICS_FILE} is not here`);
    return;
  }
  const { papers, topics } = read;
  const days = drawDays(topics, ROUNDS);
  const { idf } = readOrderSources();
  const profilesBy = (weights: ProfileWeights): readonly Profile[] =>
    papers.map(({ title, abstract }) => profileOf({ title, abstract }, idf, weights));

  const row = (name: string, figures: ByTopic): void =>
    console.log(
      `| ${name} | ${three(mean([...figures.values()]))} | ${three(ofHalf(figures, 0))} | ${three(ofHalf(figures, 1))} |`,
    );
  console.log(`${new Set(days.map(({ topic }) => topic)).size} topics, ${ROUNDS} days each`);
  console.log('| way | all topics | first half | second half |\n|---|---|---|---|');
  const model = readRelatedModel();
  row(
    'related papers of each saved one, the best score',
    measure(days, ({ saved, entries }) => {
      const index = buildCorpusIndex(pick(papers, entries), model);
      const each = pick(papers, saved).map((paper) =>
        scoreRelated(index, readQuery(index, relatedDocument(paper, model))),
      );
      return entries.map((_, at) => Math.max(...each.map((scores) => scores[at] ?? 0)));
    }),
  );
  row(
    'search for the words of each saved one, the best score',
    measure(days, ({ saved, entries }) => {
      const listed = pick(papers, entries);
      const collection = createCollection([
        { name: 'day', index: openPapers(listed.map(searchableDocument), []) },
      ]);
      const best = new Map<string, number>();
      for (const { title, abstract } of pick(papers, saved)) {
        for (const { id, score } of rankText(collection, `${title}\n${abstract}`, listed.length))
          best.set(id, Math.max(score, best.get(id) ?? 0));
      }
      return listed.map(({ id }) => best.get(id) ?? 0);
    }),
  );
  const shipped = measure(days, orderScorer(profilesBy(PROFILE_WEIGHTS)));
  row('**as it ships**', shipped);

  const tried = TRIED.map((weights) => ({
    weights,
    figures: measure(days, orderScorer(profilesBy(weights))),
  }));
  const crossed = ([0, 1] as const).map((half) => {
    const [best] = tried.toSorted((a, b) => ofHalf(b.figures, half) - ofHalf(a.figures, half));
    const other = half === 0 ? 1 : 0;
    console.log(
      `weights chosen on the ${half === 0 ? 'first' : 'second'} half, ${JSON.stringify(best?.weights)}: ${three(best ? ofHalf(best.figures, other) : 0)} on the other`,
    );
    return best ? ofHalf(best.figures, other) : 0;
  });
  console.log(`by cross-validation: ${three(mean(crossed))}, at least ${TARGET} wanted`);
  console.log([...shipped].map(([topic, share]) => `${topic} ${share.toFixed(2)}`).join(', '));
  if (mean(crossed) < TARGET) process.exitCode = 1;
}

await printOrder();
