/** Words that stand side by side in the query and in a text: "report generation" is more than both its words. */
import { STOP_WORDS } from '@/lib/domain/text/stop-words';
import type { Postings, SearchIndex } from './build';
import type { Clause } from './match';
import { INDEX_FIELDS } from './paper';
import type { RankSettings } from './rank-settings';

/** Calls back for each place where `second` follows `first` at once, ascending by paper. */
const forEachPair = (
  { starts, papers, fields, positions }: Postings,
  first: number,
  second: number,
  found: (paper: number, field: number) => void,
): void => {
  let a = starts[first] ?? 0;
  let b = starts[second] ?? 0;
  const endA = starts[first + 1] ?? 0;
  const endB = starts[second + 1] ?? 0;
  while (a < endA && b < endB) {
    const [paperA = 0, paperB = 0] = [papers[a], papers[b]];
    const ahead = paperA === paperB ? (positions[b] ?? 0) - (positions[a] ?? 0) - 1 : paperB - paperA;
    if (ahead === 0) found(paperA, fields[a] ?? 0);
    if (ahead >= 0) a += 1;
    else b += 1;
  }
};

/** Adds to the scores what the query's neighbouring words are worth where they are neighbours in a text too. */
export const addNeighbours = (
  { postings, papers }: SearchIndex,
  clauses: readonly Clause[],
  settings: RankSettings,
  scores: Float64Array,
): void => {
  const weights = Float64Array.from(INDEX_FIELDS, (field) => settings.weights[field]);
  for (const [at, { word, exact: first }] of clauses.entries()) {
    const next = clauses[at + 1];
    const second = next?.exact;
    if (first === undefined || next === undefined || second === undefined) continue;
    if (STOP_WORDS.has(word) || STOP_WORDS.has(next.word)) continue;
    const frequencies = new Map<number, number>();
    forEachPair(postings, first, second, (paper, field) => {
      frequencies.set(paper, (frequencies.get(paper) ?? 0) + (weights[field] ?? 0));
    });
    const idf = Math.log(1 + (papers.length - frequencies.size + 0.5) / (frequencies.size + 0.5));
    for (const [paper, frequency] of frequencies) {
      const weight = (frequency * (settings.k1 + 1)) / (frequency + settings.k1);
      scores[paper] = (scores[paper] ?? 0) + settings.pair * idf * weight;
    }
  }
};
