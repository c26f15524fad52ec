/**
 * The SciFact benchmark for search (Wadden et al., EMNLP 2020, https://arxiv.org/abs/2004.14974, in BEIR's
 * format): find the abstracts that support or refute a claim.
 */
import { readFileSync } from 'node:fs';
import { parseDocument, readCorpus, readRows } from '@/lib/cli/corpus';
import type { CorpusDocument } from '@/lib/cli/corpus';

/** The benchmark's folder, beside the repository. */
export const SCIFACT = '../shared/bench/scifact';

/** The parsed benchmark. */
interface SciFact {
  readonly documents: readonly CorpusDocument[];
  /** The claims' texts by id. */
  readonly claims: ReadonlyMap<string, string>;
  /**
   * The relevant documents of each claim; parameters are chosen on the training claims, and figures reported on
   * the test claims.
   */
  readonly train: ReadonlyMap<string, ReadonlySet<string>>;
  readonly test: ReadonlyMap<string, ReadonlySet<string>>;
}

const readJudgements = (path: string): Map<string, Set<string>> => {
  const judged = new Map<string, Set<string>>();
  for (const line of readFileSync(path, 'utf8').split('\n').slice(1)) {
    const [claim = '', document = '', score = '0'] = line.trim().split('\t');
    if (claim === '' || Number(score) <= 0) continue;
    judged.set(claim, (judged.get(claim) ?? new Set()).add(document));
  }
  return judged;
};

/** Reads the benchmark from its folder. Rejects if it is missing. */
export const readSciFact = async (): Promise<SciFact> => {
  const claims = new Map<string, string>();
  for await (const row of readRows(`${SCIFACT}/queries.jsonl`)) {
    const claim = row.fault === undefined ? parseDocument(row.value) : row.fault;
    if (typeof claim !== 'string') claims.set(claim.id, claim.abstract);
  }
  return {
    documents: await readCorpus(`${SCIFACT}/corpus.jsonl.gz`),
    claims,
    train: readJudgements(`${SCIFACT}/qrels-train.tsv`),
    test: readJudgements(`${SCIFACT}/qrels-test.tsv`),
  };
};

/** Means over the claims of one half. */
interface SearchFigures {
  readonly ndcg10: number;
  readonly recall100: number;
}

/** Discounted cumulative gain of the first ten. */
const gain = (ids: readonly boolean[]): number =>
  ids.slice(0, 10).reduce((sum, hit, at) => sum + (hit ? 1 / Math.log2(at + 2) : 0), 0);

/** Evaluates a ranker, which returns document ids best first, at least 100 if it finds that many. */
export const measureSearch = (
  { claims }: SciFact,
  judged: ReadonlyMap<string, ReadonlySet<string>>,
  rank: (claim: string) => readonly string[],
): SearchFigures => {
  let [ndcg, recall] = [0, 0];
  for (const [id, relevant] of judged) {
    const ranked = rank(claims.get(id) ?? '');
    ndcg += gain(ranked.map((each) => relevant.has(each))) / gain([...relevant].map(() => true));
    recall += ranked.slice(0, 100).filter((each) => relevant.has(each)).length / relevant.size;
  }
  return { ndcg10: ndcg / judged.size, recall100: recall / judged.size };
};
