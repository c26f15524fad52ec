/** How long a page waits for its related papers, beside comparing it with every paper one by one; and who stands in too many lists. */
import { existsSync } from 'node:fs';
import { readTermStatistics, readWordVectors } from '@/data/build/model-files';
import { CORPUS, readCorpus } from '@/lib/cli/corpus';
import type { CorpusDocument } from '@/lib/cli/corpus';
import { findNearPapers, scoreTexts, type PackParts } from '@/lib/domain/related/in-pack';
import { vectorOf } from '@/lib/domain/related/paper-vectors';
import { queryOfText } from '@/lib/domain/related/query-paper';
import { termsOfPaper } from '@/lib/domain/search/terms';
import { compileCorpus } from './pack-parts';

const ASKED = 60;
const BRUTE = 5;
const LISTS = 1000;
/** A page waits no longer, in ms. */
const LIMIT = 30;
/** No paper stands in more lists than so many times the median of those that stand in any. */
const MOST_OF_MEDIAN = 30;

const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

/** The shortest of a few tries: what else the machine does must not count. */
const timed = (action: () => unknown): number =>
  Math.min(
    ...Array.from({ length: 3 }, () => {
      const start = performance.now();
      action();
      return performance.now() - start;
    }),
  );

/** Compares with every paper, term by term and component by component, from tables made beforehand. */
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

/** Prints times among so many papers; categories stand for tags. False where a limit is passed. */
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
