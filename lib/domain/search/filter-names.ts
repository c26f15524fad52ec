/** The names of the filters in the query language. */
import { FACETS } from '../paper';

/** All filters, in the order in which they are suggested. */
export const FILTER_NAMES = [
  'tag',
  ...FACETS,
  'author',
  'year',
  'has',
  'code',
  'metric',
  'venue',
  'cat',
  'in',
  'status',
  'mytag',
] as const;

/** Other names that people try for a filter. */
export const FILTER_ALIASES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    tags: 'tag',
    dataset: 'data',
    authors: 'author',
    by: 'author',
    date: 'year',
    metrics: 'metric',
    category: 'cat',
    pack: 'in',
  }),
);
