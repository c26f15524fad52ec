/**
 * Measures related papers against published figures and simple baselines: what each part of the engine and each
 * size of the vectors contributes on CSFCube, whether that generalises to topics and to halves of abstracts,
 * and how long a page waits. Weights are chosen on one fold and reported on the other.
 *
 *   npx tsx lib/cli/bench/related.ts [--sizes 10000,100000]
 *
 * `--sizes` are the collection sizes for which times are measured; an empty string measures none.
 */
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { readRelatedModel, readTermStatistics, readWordVectors } from '@/data/build/model-files';
import type { TagDefinition } from '@/lib/domain/paper';
import { readPaper } from '@/lib/domain/reading';
import { PACK_SHARES } from '@/lib/domain/related/in-pack';
import { SHARES } from '@/lib/domain/related/score';
import { CSFCUBE, CSFCUBE_FACETS, foldFigures, meanFigures, rankPools, readCsfCube } from './csfcube';
import type { CsfCube, PoolFigures } from './csfcube';
import { printHalves, printTopics } from './related-transfer';
import { printRelatedTimes } from './related-times';
import { scoreByEngine, scoreByPack, scoreBySearch, scoreByTfIdf } from './related-variants';
import type { MixScorer, Scorer } from './related-variants';
import { keepCommonest, sizeOfWords } from './word-sizes';

const measure = (cube: CsfCube, scorer: Scorer): PoolFigures =>
  rankPools(cube, (query, candidates) => {
    const scores = scorer(query);
    return candidates.map((id) => scores.get(id) ?? 0);
  });

const two = (value: number): string => value.toFixed(2);

const row = (cube: CsfCube, name: string, first: PoolFigures, second = first): string => {
  const figures = (['all', ...CSFCUBE_FACETS] as const).map((facet) => {
    const { ndcg, map } = foldFigures(cube, facet, first, second);
    return `${two(ndcg)} / ${two(map)}`;
  });
  return `| ${name} | ${figures.join(' | ')} |`;
};

/** Returns the variant with the best mean of both figures on the given half. */
const chooseMix = (
  cube: CsfCube,
  half: string,
  variants: ReadonlyMap<string, PoolFigures>,
): [string, PoolFigures] => {
  const keys = cube.folds.all[half] ?? [];
  const worth = (figures: PoolFigures): number => {
    const { ndcg, map } = meanFigures(figures, keys);
    return ndcg + map;
  };
  const [best] = [...variants].toSorted(([, a], [, b]) => worth(b) - worth(a));
  return best ?? ['none', new Map()];
};

/** The weights to try; coarse, because over the 25 queries of a fold finer steps only differ by chance. */
const DENSE = [0, 0.1, 0.2, 0.3, 0.4];

const chosenRow = (cube: CsfCube, name: string, mix: MixScorer, tags: readonly number[]): string => {
  const variants = new Map<string, PoolFigures>();
  for (const dense of DENSE) {
    for (const share of tags) {
      const label = tags.length > 1 ? `${dense}, tags ${share}` : String(dense);
      variants.set(label, measure(cube, mix(dense, share)));
    }
  }
  const [first, firstFigures] = chooseMix(cube, 'fold1_dev', variants);
  const [second, secondFigures] = chooseMix(cube, 'fold2_dev', variants);
  return row(
    cube,
    `${name}, vectors' share by cross-validation (${first} and ${second})`,
    firstFigures,
    secondFigures,
  );
};

/** Evaluates SPECTER's own rankings; their published figures must come out, which validates this bench. */
const measureSpecter = (cube: CsfCube): PoolFigures =>
  new Map(
    CSFCUBE_FACETS.flatMap((facet) => {
      const ranked = SPECTER.parse(
        JSON.parse(readFileSync(`${CSFCUBE}/specter-${facet}-ranked.json`, 'utf8')),
      );
      const pools = cube.pools.filter(({ key }) => key.endsWith(`_${facet}`));
      return [
        ...rankPools({ ...cube, pools }, (query, candidates) => {
          const distances = new Map(ranked[query]);
          return candidates.map((id) => -(distances.get(id) ?? Infinity));
        }),
      ];
    }),
  );
const SPECTER = z.record(z.string(), z.array(z.tuple([z.string(), z.number()])));

const readTaxonomy = (): TagDefinition[] => {
  const file = z.object({ tags: z.array(z.custom<TagDefinition>()) });
  return file.parse(JSON.parse(readFileSync('data/taxonomy.json', 'utf8'))).tags;
};

const PUBLISHED = [
  ['SPECTER-CoCite (Aspire)', '58.16 / 37.90', '', '', ''],
  ['tsAspire', '60.71 / 40.26', '', '', ''],
  ['otAspire', '61.41 / 40.79', '', '', ''],
] as const;

/** How many of the commonest words have vectors, from none to all that are shipped. */
const SIZES = [0, 1000, 2000, 4000, 8000] as const;

/**
 * Prints the quality for each number of words, for links between the catalogue's papers and for a text read
 * from a page.
 */
const printSizes = (cube: CsfCube): void => {
  const { documents } = cube;
  const { idf } = readTermStatistics();
  const [whole, words] = [readRelatedModel(), readWordVectors()];
  console.log('\n| words with vectors | shipped, raw (gz) | as the build links | as a page is read |');
  console.log('|---|---|---|---|');
  for (const most of SIZES) {
    const engine = scoreByEngine(documents, keepCommonest(whole, words, most));
    const pack = scoreByPack(documents, idf, keepCommonest(words, words, most));
    const figures = [engine(most === 0 ? 0 : SHARES.dense, 0), pack(most === 0 ? 0 : PACK_SHARES.dense, 0)];
    const cells = figures.map((scorer) => {
      const { ndcg, map } = foldFigures(cube, 'all', measure(cube, scorer));
      return `${two(ndcg)} / ${two(map)}`;
    });
    console.log(`| ${most} | ${sizeOfWords(words, most)} | ${cells.join(' | ')} |`);
  }
};

/** Prints the quality on CSFCube. */
const printRelatedQuality = async (): Promise<void> => {
  console.log('Related papers: CSFCube, NDCG%20 / MAP, mean of the two test folds');
  if (!existsSync(CSFCUBE)) {
    console.log(`skipped: ${CSFCUBE} is not here`);
    return;
  }
  const cube = await readCsfCube();
  const { documents } = cube;
  const { idf } = readTermStatistics();
  console.log('| way | aggregated | background | method | result |');
  console.log('|---|---|---|---|---|');
  const print = (name: string, scorer: Scorer): void => console.log(row(cube, name, measure(cube, scorer)));
  print('BM25 (the search engine)', scoreBySearch(documents));
  print('TF-IDF, words, idf of the collection', scoreByTfIdf(documents));
  const engine = scoreByEngine(documents, readRelatedModel());
  print('terms alone: words and pairs, damped idf of corpus and collection', engine(0, 0));
  print('vectors alone', engine(1, 0));
  print(`**as the build links the catalogue: vectors ${SHARES.dense}**`, engine(SHARES.dense, 0));
  console.log(chosenRow(cube, 'terms and vectors', engine, [0]));
  const pack = scoreByPack(documents, idf, readWordVectors());
  print('a page read against a pack: its terms alone', pack(0, 0));
  print(`**a page read against a pack: vectors ${PACK_SHARES.dense}**`, pack(PACK_SHARES.dense, 0));
  console.log(chosenRow(cube, 'a page read against a pack', pack, [0]));
  const taxonomy = readTaxonomy();
  const tagsOf = ({ title, abstract }: { title: string; abstract: string }): string[] =>
    readPaper({ title, abstract, categories: [] }, taxonomy).tags.map(({ id }) => id);
  console.log(
    chosenRow(
      cube,
      'terms, vectors and tags read',
      scoreByEngine(documents, readRelatedModel(), { tagsOf }),
      [0, 0.1, 0.2, 0.3],
    ),
  );
  console.log(
    row(cube, 'SPECTER, from its published rankings (published: 53.28 / 34.23)', measureSpecter(cube)),
  );
  for (const [name, ...figures] of PUBLISHED) console.log(`| ${name} | ${figures.join(' | ')} |`);
  printSizes(cube);
};

const { values } = parseArgs({ options: { sizes: { type: 'string', default: '10000,100000' } } });

await printRelatedQuality();
await printTopics();
await printHalves();
for (const size of values.sizes.split(',').filter(Boolean)) await printRelatedTimes(Number(size));
