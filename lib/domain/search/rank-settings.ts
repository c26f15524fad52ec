/** The parameters of ranking. */
import type { IndexField } from './paper';

/**
 * Parameters of BM25F (Robertson and Zaragoza, 2009; https://doi.org/10.1561/1500000019), and bonuses for
 * combinations of words.
 */
export interface RankSettings {
  readonly k1: number;
  /** How much an occurrence in the field counts. */
  readonly weights: Readonly<Record<IndexField, number>>;
  /** How strongly a long field lowers the weight of its words: 0 not at all, 1 fully. */
  readonly b: Readonly<Record<IndexField, number>>;
  /**
   * The bonus for two words of the query that are neighbours in a text, as a share of the weight of a word as
   * rare as the pair.
   */
  readonly pair: number;
  /** The same for two words of the query that are neighbours in an author's name, which is hardly by chance. */
  readonly name: number;
  /**
   * The bonus for a paper in which all words are salient, as a multiple of the least salient word's score.
   * Both words of a topic matter, but a plain sum ranks papers first that are only about one of them. Chosen
   * on queries that the benchmark does not use: of the values that do not change the ranks for titles and
   * metrics, the best.
   */
  readonly together: number;
}

/**
 * Field weights follow what a user means by a word; k1 and b of title and body were chosen with the search
 * benchmark.
 */
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
  name: 1,
  together: 10,
};
