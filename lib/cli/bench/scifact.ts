/** The SciFact benchmark of search (Wadden et al., EMNLP 2020, in BEIR's form): claims to abstracts. */
import { readFileSync } from 'node:fs';
import { parseDocument, readCorpus, readRows } from '@/lib/cli/corpus';
import type { CorpusDocument } from '@/lib/cli/corpus';

/** The benchmark's folder, beside the repository. */
export const SCIFACT = '../shared/bench/scifact';

/** The benchmark as read. */
export interface SciFact {
  readonly documents: readonly CorpusDocument[];
  /** Text of each claim by its id. */
  readonly claims: ReadonlyMap<string, string>;
  /** Relevant documents of each claim, of the half that is for choosing and of the half that is reported. */
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

/** Reads the benchmark from its folder. Rejects where it is not there. */
export const readSciFact = async (folder = SCIFACT): Promise<SciFact> => {
  const claims = new Map<string, string>();
  for await (const row of readRows(`${folder}/queries.jsonl`)) {
    const claim = row.fault === undefined ? parseDocument(row.value) : row.fault;
    if (typeof claim !== 'string') claims.set(claim.id, claim.abstract);
  }
  return {
    documents: await readCorpus(`${folder}/corpus.jsonl.gz`),
    claims,
    train: readJudgements(`${folder}/qrels-train.tsv`),
    test: readJudgements(`${folder}/qrels-test.tsv`),
  };
};

/** Mean figures over the claims of a half. */
export interface SearchFigures {
  readonly ndcg10: number;
  readonly recall100: number;
}

/** Discounted gain of the first ten. */
const gain = (ids: readonly boolean[]): number =>
  ids.slice(0, 10).reduce((sum, hit, at) => sum + (hit ? 1 / Math.log2(at + 2) : 0), 0);

/** Measures a ranker, which gives document ids best first, at least 100 where it finds so many. */
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
