/**
 * The CSFCube benchmark for related papers (Mysore et al., NeurIPS 2021, https://arxiv.org/abs/2103.12906):
 * rank each query's pool of candidates; the figures are means over both test folds.
 */
import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { readCorpus } from '@/lib/cli/corpus';
import type { CorpusDocument } from '@/lib/cli/corpus';

/** The benchmark's folder, beside the repository. */
export const CSFCUBE = '../shared/bench/csfcube';
/** The facets by which the benchmark's annotators judged similarity. */
export const CSFCUBE_FACETS = ['background', 'method', 'result'] as const;
type CsfFacet = (typeof CSFCUBE_FACETS)[number];

interface Pool {
  /** `paperId_facet`, as in the folds. */
  readonly key: string;
  readonly query: string;
  readonly candidates: readonly { readonly id: string; readonly relevance: number }[];
}

const FOLDS = z.record(z.enum([...CSFCUBE_FACETS, 'all']), z.record(z.string(), z.array(z.string())));
type Folds = z.infer<typeof FOLDS>;

/** The parsed benchmark: papers, judged pools, and the queries of both test folds. */
export interface CsfCube {
  readonly documents: readonly CorpusDocument[];
  readonly pools: readonly Pool[];
  readonly folds: Folds;
}

const ANNOTATIONS = z.record(
  z.string(),
  z.object({ cands: z.array(z.string()), relevance_adju: z.array(z.number()) }),
);

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** Reads the benchmark from its folder. Rejects if it is missing. */
export const readCsfCube = async (): Promise<CsfCube> => {
  const pools = CSFCUBE_FACETS.flatMap((facet) => {
    const annotations = ANNOTATIONS.parse(readJson(`${CSFCUBE}/test-pid2anns-csfcube-${facet}.json`));
    return Object.entries(annotations).map(([query, { cands, relevance_adju: relevances }]) => ({
      key: `${query}_${facet}`,
      query,
      candidates: cands
        .map((id, index) => ({ id, relevance: relevances[index] ?? 0 }))
        .filter(({ id }) => id !== query),
    }));
  });
  return {
    documents: await readCorpus(`${CSFCUBE}/documents.jsonl`),
    pools,
    folds: FOLDS.parse(readJson(`${CSFCUBE}/evaluation_splits.json`)),
  };
};

/** NDCG at 20 % of the pool, with relevance as gain; `relevances` are in ranked order. */
const ndcgOfFifth = (relevances: readonly number[]): number => {
  const cut = Math.floor(relevances.length * 0.2);
  const dcg = (ordered: readonly number[]): number =>
    ordered
      .slice(0, cut)
      .reduce((sum, gain, index) => sum + (index === 0 ? gain : gain / Math.log2(index + 1)), 0);
  const ideal = dcg(relevances.toSorted((a, b) => b - a));
  return ideal === 0 ? 0 : dcg(relevances) / ideal;
};

/** Average precision, where a relevance of 2 or more counts as relevant. */
const averagePrecision = (relevances: readonly number[]): number => {
  let hits = 0;
  let sum = 0;
  for (const [index, relevance] of relevances.entries()) {
    if (relevance >= 2) sum += (hits += 1) / (index + 1);
  }
  return hits === 0 ? 0 : sum / hits;
};

/** Mean figures in per cent. */
interface Figures {
  readonly ndcg: number;
  readonly map: number;
}

/** Both figures for each pool, by its key. */
export type PoolFigures = ReadonlyMap<string, Figures>;

/** Ranks and evaluates every pool; `score` returns one number for each candidate, and ties keep their order. */
export const rankPools = (
  { pools }: CsfCube,
  score: (query: string, candidates: readonly string[]) => readonly number[],
): PoolFigures =>
  new Map(
    pools.map(({ key, query, candidates }) => {
      const scores = score(
        query,
        candidates.map(({ id }) => id),
      );
      const ranked = candidates
        .map(({ relevance }, index) => ({ relevance, score: scores[index] ?? 0 }))
        .toSorted((a, b) => b.score - a.score)
        .map(({ relevance }) => relevance);
      return [key, { ndcg: ndcgOfFifth(ranked) * 100, map: averagePrecision(ranked) * 100 }];
    }),
  );

/** The means over the given pools. */
export const meanFigures = (figures: PoolFigures, keys: readonly string[]): Figures => {
  const chosen = keys.flatMap((key) => figures.get(key) ?? []);
  const mean = (of: (each: Figures) => number): number =>
    chosen.reduce((sum, each) => sum + of(each), 0) / Math.max(1, chosen.length);
  return { ndcg: mean(({ ndcg }) => ndcg), map: mean(({ map }) => map) };
};

/**
 * The mean of both test folds, as the benchmark's authors report it. For a variant that was tuned on each
 * fold's development half, `second` has the figures for the second fold.
 */
export const foldFigures = (
  { folds }: CsfCube,
  facet: CsfFacet | 'all',
  first: PoolFigures,
  second: PoolFigures = first,
): Figures => {
  const one = meanFigures(first, folds[facet]['fold1_test'] ?? []);
  const two = meanFigures(second, folds[facet]['fold2_test'] ?? []);
  return { ndcg: (one.ndcg + two.ndcg) / 2, map: (one.map + two.map) / 2 };
};
