/** The numbers by which search ranks. */
import type { IndexField } from './paper';

/** Parameters of BM25F (Robertson and Zaragoza, 2009), and what pairs of words add. */
export interface RankSettings {
  readonly k1: number;
  /** How many occurrences elsewhere one in the field is worth. */
  readonly weights: Readonly<Record<IndexField, number>>;
  /** How far a field's length counts against it: 0 not at all, 1 wholly. */
  readonly b: Readonly<Record<IndexField, number>>;
  /** What two words of the query side by side in a text add, as a share of a word as rare as the two together. */
  readonly pair: number;
  /**
   * What it adds that all words say something of a paper, in times of the one that says least. Of two words of a
   * topic
   * both matter: their sum puts papers first that are all about one of them. Chosen on queries that the benchmark
   * does
   * not ask: of the values that leave those for titles and metrics where they are, the one that helps most.
   */
  readonly together: number;
}

/** Weights by what a user means who types a word; k1 and b of title and body by the search benchmark. */
export const RANK_SETTINGS: RankSettings = {
  k1: 1.2,
  weights: {
    title: 2,
    authors: 2,
    summary: 1,
    tags: 1.5,
    metrics: 1.5,
    datasets: 1.5,
    venue: 1,
    published: 0.5,
    id: 4,
    body: 1,
    forms: 0.5,
    terms: 2,
  },
  b: {
    title: 0.3,
    authors: 0,
    summary: 0.3,
    tags: 0,
    metrics: 0,
    datasets: 0,
    venue: 0,
    published: 0,
    id: 0,
    body: 0.75,
    forms: 0,
    terms: 0,
  },
  pair: 0.2,
  together: 10,
};
