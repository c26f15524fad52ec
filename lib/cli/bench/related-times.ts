/**
 * How long a page waits for its related papers, compared with brute force over every paper; and whether some
 * papers are in too many lists (hubs).
 */
import { existsSync } from 'node:fs';
import { readTermStatistics, readWordVectors } from '@/data/build/model-files';
import { CORPUS, readCorpus } from '@/lib/cli/corpus';
import type { CorpusDocument } from '@/lib/cli/corpus';
import { findNearPapers, scoreTexts, type PackParts } from '@/lib/domain/related/in-pack';
import { vectorOf } from '@/lib/domain/related/paper-vectors';
import { queryOfText } from '@/lib/domain/related/query-paper';
import { termsOfPaper } from '@/lib/domain/search/terms';
import { compileCorpus } from './pack-parts';
import { quantile } from './quantile';

const ASKED = 60;
const BRUTE = 5;
const LISTS = 1000;
/** The limit of the median time, in milliseconds. */
const LIMIT = 30;
/** No paper may be in more lists than this multiple of the median over the papers that are in any. */
const MOST_OF_MEDIAN = 30;

/** The minimum of several runs, to exclude other load on the machine. */
const timed = (action: () => unknown): number =>
  Math.min(
    ...Array.from({ length: 3 }, () => {
      const start = performance.now();
      action();
      return performance.now() - start;
    }),
  );

/** The baseline: compares with every paper, over all terms and vector components, with precomputed tables. */
const createBrute = (
  parts: PackParts,
): ((terms: ReadonlyMap<string, number>, vector: Float32Array) => number) => {
  const { index, vectors } = parts;
  const papers = Array.from({ length: index.size }, (_, paper) => ({
    terms: termsOfPaper(index, paper),
    vector: vectors ? vectorOf(vectors, paper) : new Float32Array(0),
  }));
  return (terms, vector) => {
    let best = 0;
    for (const paper of papers) {
      let score = 0;
      for (const [term, weight] of paper.terms) score += weight * (terms.get(term) ?? 0);
      for (const [at, x] of vector.entries()) score += x * (paper.vector[at] ?? 0);
      best = Math.max(best, score);
    }
    return best;
  };
};

const textOf = ({ title, abstract, categories }: CorpusDocument) => ({ title, abstract, tags: categories });

/**
 * Prints the times in a collection of this size, with categories as tags. Sets the exit status to 1 if a limit
 * is exceeded.
 */
export const printRelatedTimes = async (size: number): Promise<void> => {
  if (!existsSync(CORPUS)) {
    console.log(`skipped: ${CORPUS} is not here`);
    return;
  }
  const model = readWordVectors();
  const documents = await readCorpus(CORPUS, { limit: size });
  const taxonomy = [...new Set(documents.flatMap(({ categories }) => categories))].map((id) => ({
    id,
    facet: 'task' as const,
    label: id,
    definition: '',
    forms: [id],
  }));
  const parts = compileCorpus(documents, readTermStatistics().idf, model, {
    taxonomy,
    tagsOf: ({ categories }) => categories,
  });
  const step = Math.max(1, Math.floor(documents.length / LISTS));
  const asked = documents.flatMap((document, self) => (self % step === 0 ? [{ document, self }] : []));
  const first = asked.slice(0, ASKED);
  const times = first.map(({ document, self }) =>
    timed(() => findNearPapers(parts, queryOfText(textOf(document), model), { self })),
  );
  const scans = first.map(({ document }) =>
    timed(() => scoreTexts(parts, queryOfText(textOf(document), model))),
  );
  const brute = createBrute(parts);
  const slow = first.slice(0, BRUTE).map(({ document }) => {
    const { words, vector } = queryOfText(textOf(document), model);
    const terms = new Map(words.map(({ key, count }) => [key, count]));
    return timed(() => brute(terms, vector));
  });
  const p50 = quantile(times, 0.5);
  console.log(`\nRelated papers of a page among ${documents.length}`);
  console.log(`  brute force / ours             ${(quantile(slow, 0.5) / p50).toFixed(1)} times as long`);
  console.log(
    `  ours, whole, p50 and p95       ${p50.toFixed(1)} and ${quantile(times, 0.95).toFixed(1)} ms, at most ${LIMIT} (p50)`,
  );
  console.log(`  of it texts and vectors, p50   ${quantile(scans, 0.5).toFixed(1)} ms`);
  console.log(`  brute force, p50               ${quantile(slow, 0.5).toFixed(1)} ms`);
  const counts = new Map<number, number>();
  for (const { document, self } of asked)
    for (const { paper } of findNearPapers(parts, queryOfText(textOf(document), model), { self }))
      counts.set(paper, (counts.get(paper) ?? 0) + 1);
  const appearances = [...counts.values()];
  const [median, most] = [quantile(appearances, 0.5), Math.max(...appearances)];
  console.log(
    `  lists in which a paper stands  median ${median}, most ${most}, at most ${MOST_OF_MEDIAN} times the median`,
  );
  if (p50 > LIMIT || most > MOST_OF_MEDIAN * median) process.exitCode = 1;
};
