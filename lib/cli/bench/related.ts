/**
 * Measures related papers on CSFCube beside published figures: what each part
 * of the engine buys. Weights are chosen on one fold and reported on the other.
 *
 *   npx tsx lib/cli/bench/related.ts [--sizes]   (--sizes trains models of other sizes too: minutes)
 */
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import * as z from 'zod/mini';
import { readCorpus } from '@/lib/cli/corpus';
import { CSFCUBE, CSFCUBE_FACETS, foldFigures, meanFigures, rankPools, readCsfCube } from './csfcube';
import type { CorpusDocument } from '@/lib/cli/corpus';
import { readTermStatistics } from '@/data/build/model-files';
import type { CsfCube, PoolFigures } from './csfcube';
import { buildCorpusIndex, openShippedModel, relatedDocument } from '@/lib/cli/rankers';
import { scoreByEngine, scoreBySearch, scoreByTfIdf } from './related-variants';
import type { MixScorer, Scorer } from './related-variants';
import { countCorpus, trainRelatedModel } from '@/lib/cli/train';
import type { TagDefinition } from '@/lib/domain/paper';
import { readPaper } from '@/lib/domain/reading';
import { findRelated } from '@/lib/domain/related';
import { openRelatedModel } from '@/lib/domain/related/model';
import type { RelatedModel, RelatedModelFile } from '@/lib/domain/related/model';
import { salientTerms } from '@/lib/domain/text/terms';
import { SHARES } from '@/lib/domain/related/score';

const CORPUS = '../shared/corpus/arxiv-100k.jsonl.gz';

const measure = (cube: CsfCube, scorer: Scorer): PoolFigures =>
  rankPools(cube, (query, candidates) => {
    const scores = scorer(query);
    return candidates.map((id) => scores.get(id) ?? 0);
  });

const two = (value: number): string => value.toFixed(2);

const row = (cube: CsfCube, name: string, size: string, first: PoolFigures, second = first): string => {
  const figures = (['all', ...CSFCUBE_FACETS] as const).map((facet) => {
    const { ndcg, map } = foldFigures(cube, facet, first, second);
    return `${two(ndcg)} / ${two(map)}`;
  });
  return `| ${name} | ${size} | ${figures.join(' | ')} |`;
};

/** The mix that does best on the given half, by the mean of both figures. */
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

/** Shares tried. Coarse on purpose: over the 25 queries of a fold, finer steps differ by chance alone. */
const DENSE = [0, 0.15, 0.3, 0.45];

const chosenRow = (
  cube: CsfCube,
  name: string,
  size: string,
  mix: MixScorer,
  tags: readonly number[],
): string => {
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
    size,
    firstFigures,
    secondFigures,
  );
};

/** Settings tried where those of the terms are chosen on a fold as well. */
const RARITY = [0, 0.2, 0.35, 0.5, 0.75, 1];
const PAIR = [0, 0.25, 0.5, 0.75, 1];

/** The figures of each fold's own choice of rarity's power, pairs' weight and vectors' share. */
const chooseSettings = (cube: CsfCube, model: RelatedModel): [PoolFigures, PoolFigures] => {
  const variants = new Map<string, PoolFigures>();
  for (const rarity of RARITY) {
    for (const pair of PAIR) {
      const engine = scoreByEngine(cube.documents, model, { settings: { rarity, pair } });
      for (const dense of DENSE)
        variants.set(`${rarity}, ${pair}, ${dense}`, measure(cube, engine(dense, 0)));
    }
  }
  return [chooseMix(cube, 'fold1_dev', variants)[1], chooseMix(cube, 'fold2_dev', variants)[1]];
};

/** What the extension does on a page outside the catalogue, where neither whole texts nor vectors are at hand. */
const readingEngine = (documents: readonly CorpusDocument[]): Scorer => {
  const { idf } = readTermStatistics();
  const terms = (limit: number) => (document: CorpusDocument) =>
    salientTerms(document.title, document.abstract, { idf, limit });
  return scoreByEngine(documents, openShippedModel(), { termsOf: terms(40), termsOfQuery: terms(60) })(0, 0);
};

/** SPECTER's own rankings through this bench: its published figures come out, or the bench is wrong. */
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

const sizeOf = (file: RelatedModelFile): string => {
  const text = JSON.stringify(file);
  return `${(text.length / 1000).toFixed(0)} (${(gzipSync(text, { level: 9 }).length / 1000).toFixed(0)}) kB`;
};

const readTaxonomy = (): TagDefinition[] => {
  const file = z.object({ tags: z.array(z.custom<TagDefinition>()) });
  return file.parse(JSON.parse(readFileSync('data/taxonomy.json', 'utf8'))).tags;
};

const PUBLISHED = [
  ['SPECTER-CoCite (Aspire)', '58.16 / 37.90', '', '', ''],
  ['tsAspire', '60.71 / 40.26', '', '', ''],
  ['otAspire', '61.41 / 40.79', '', '', ''],
] as const;

/** Models of other sizes: vectors for so many words, of so many dimensions. */
const SIZES = [
  [3000, 32],
  [3000, 64],
  [6000, 64],
  [7000, 128],
] as const;

/** Prints quality on CSFCube; with `sizes` also that of models trained here. */
const printRelatedQuality = async (sizes = false): Promise<void> => {
  console.log('Related papers: CSFCube, NDCG%20 / MAP, mean of the two test folds');
  if (!existsSync(CSFCUBE)) {
    console.log(`skipped: ${CSFCUBE} is not here`);
    return;
  }
  const cube = await readCsfCube();
  const { documents } = cube;
  const file = z
    .custom<RelatedModelFile>()
    .parse(JSON.parse(readFileSync('data/model/related.json', 'utf8')));
  const shipped = openRelatedModel(file);
  console.log('| way | shipped, raw (gz) | aggregated | background | method | result |');
  console.log('|---|---|---|---|---|---|');
  console.log(row(cube, 'BM25 (the search engine)', '0', measure(cube, scoreBySearch(documents))));
  console.log(row(cube, 'TF-IDF, words, idf of the collection', '0', measure(cube, scoreByTfIdf(documents))));
  const engine = scoreByEngine(documents, shipped);
  const bare = sizeOf({ ...file, vectors: { dimensions: 0, scales: '', codes: '' } });
  console.log(
    row(
      cube,
      'terms alone: words and pairs, damped idf of corpus and collection',
      bare,
      measure(cube, engine(0, 0)),
    ),
  );
  console.log(row(cube, 'vectors alone', sizeOf(file), measure(cube, engine(1, 0))));
  console.log(
    row(
      cube,
      `**as the build links the catalogue: vectors ${SHARES.dense}**`,
      sizeOf(file),
      measure(cube, engine(SHARES.dense, 0)),
    ),
  );
  console.log(chosenRow(cube, 'terms and vectors', sizeOf(file), engine, [0]));
  console.log(
    row(
      cube,
      'as a reading does: 40 terms of a paper, 60 of the reading, no vectors',
      '25 (16) kB a 71 papers',
      measure(cube, readingEngine(documents)),
    ),
  );
  const taxonomy = readTaxonomy();
  const tagsOf = ({ title, abstract }: { title: string; abstract: string }): string[] =>
    readPaper({ title, abstract, categories: [] }, taxonomy).tags.map(({ id }) => id);
  console.log(
    chosenRow(
      cube,
      'terms, vectors and tags read',
      sizeOf(file),
      scoreByEngine(documents, shipped, { tagsOf }),
      [0, 0.1, 0.2, 0.3],
    ),
  );
  if (sizes) {
    console.log(
      row(cube, 'settings of terms by cross-validation too', sizeOf(file), ...chooseSettings(cube, shipped)),
    );
    const counts = await countCorpus(CORPUS);
    for (const [vectors, dimensions] of SIZES) {
      const trained = trainRelatedModel(counts, { vectors, dimensions });
      const mix = scoreByEngine(documents, openRelatedModel(trained));
      console.log(
        row(
          cube,
          `vectors alone, ${dimensions} for ${vectors} words`,
          sizeOf(trained),
          measure(cube, mix(1, 0)),
        ),
      );
      console.log(chosenRow(cube, `terms and ${dimensions} for ${vectors} words`, sizeOf(trained), mix, [0]));
    }
  }
  console.log(
    row(cube, 'SPECTER, from its published rankings (published: 53.28 / 34.23)', '–', measureSpecter(cube)),
  );
  for (const [name, ...figures] of PUBLISHED) console.log(`| ${name} | – | ${figures.join(' | ')} |`);
};

/** Prints how long a reading waits for its neighbours among 10,000 papers. */
const printRelatedSpeed = async (size = 10_000): Promise<void> => {
  if (!existsSync(CORPUS)) {
    console.log(`skipped: ${CORPUS} is not here`);
    return;
  }
  const documents = await readCorpus(CORPUS, { limit: size + 100 });
  const model = openShippedModel();
  const index = buildCorpusIndex(documents.slice(0, size), model);
  const times = documents.slice(size).map((document) => {
    const tries = Array.from({ length: 3 }, () => {
      const start = performance.now();
      findRelated(index, relatedDocument(document, model));
      return performance.now() - start;
    });
    return Math.min(...tries);
  });
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1);
  console.log(`\nNeighbours of a reading among ${size} papers: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`);
};

/** The whole table of related papers. */
const benchRelated = async ({ sizes = false } = {}): Promise<void> => {
  await printRelatedQuality(sizes);
  await printRelatedSpeed();
};

if (import.meta.filename === process.argv[1]) {
  const { values } = parseArgs({ options: { sizes: { type: 'boolean', default: false } } });
  await benchRelated(values);
}
