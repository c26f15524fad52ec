/** What the search knows about a paper, and the fields in which it searches. */
import { describeSubject } from '../describe/subject';
import type { CataloguePaper, TagDefinition } from '../paper';

/**
 * Fields in the order in which their matches are shown. `body` is an abstract, which only corpora of benches
 * have.
 */
export const SEARCH_FIELDS = [
  'title',
  'authors',
  'summary',
  'tags',
  'metrics',
  'datasets',
  'venue',
  'published',
  'id',
  'body',
] as const;
/** A field of a paper that a query can find words in. */
export type SearchField = (typeof SEARCH_FIELDS)[number];

/**
 * Fields with separate weights. The forms by which a tag is found count less than its label; `terms` are the
 * salient words of an abstract that is not kept itself.
 */
const INDEX_FIELDS = [...SEARCH_FIELDS, 'forms', 'terms'] as const;
/** A field with a weight of its own. */
export type IndexField = (typeof INDEX_FIELDS)[number];

/** Fields whose words are stored with positions; the index is the field's number in a posting. */
export const POSTED_FIELDS = ['title', 'authors', 'summary', 'datasets', 'body'] as const;
/** A field in which phrases can be found. */
export type PostedField = (typeof POSTED_FIELDS)[number];

/** The stem of a word of the abstract, and how salient it is: 0 to `TERM_LEVELS - 1`. */
export type TermLevel = readonly [stem: string, level: number];

/** A paper as the search knows it; unknown fields are empty. */
export interface SearchablePaper {
  readonly id: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly summary: string;
  /** Taxonomy ids. */
  readonly tags: readonly string[];
  /** arXiv's categories, the primary one first. */
  readonly categories?: readonly string[] | undefined;
  /** Standard names of the metrics that it reports. */
  readonly metrics: readonly string[];
  /** What its results were measured on, as printed; datasets of the taxonomy are among the tags. */
  readonly datasets: readonly string[];
  readonly venue: string;
  readonly body: string;
  /** Salient stems of the abstract, each once, if the abstract itself is not kept. */
  readonly terms?: readonly TermLevel[] | undefined;
  /** `YYYY-MM-DD` */
  readonly published: string;
  readonly hasCode: boolean;
  readonly hasResults: boolean;
  /** Number of comments in the listing from which it comes, which shows how much it is discussed. */
  readonly comments: number;
}

const unique = (values: readonly (string | null | undefined)[]): string[] => [
  ...new Set(values.filter((value): value is string => typeof value === 'string' && value !== '')),
];

/** Converts a catalogue paper for the search. */
export const searchableOf = (paper: CataloguePaper): SearchablePaper => {
  const { authors } = paper;
  const names = 'names' in authors ? authors.names : 'organisation' in authors ? [authors.organisation] : [];
  return {
    id: paper.id,
    title: paper.title,
    authors: names,
    summary: paper.summary,
    tags: paper.tags,
    metrics: unique(paper.results.map(({ metric }) => metric)),
    datasets: unique(paper.results.map(describeSubject)),
    venue: paper.venue ?? '',
    body: [...(paper.otherTitles ?? []), paper.doi ?? ''].join('\n'),
    published: paper.published,
    hasCode: paper.links.some(({ kind }) => kind === 'code'),
    hasResults: paper.results.length > 0,
    comments: paper.listing.comments ?? 0,
  };
};

/** A text of a field as shown, and other forms under which it is found. */
export interface FieldText {
  readonly text: string;
  readonly forms: readonly string[];
}

const plain = (texts: readonly string[]): FieldText[] =>
  texts.filter((text) => text !== '').map((text) => ({ text, forms: [] }));

/** The texts of a field, one for each item; for the date its year, by which people search. */
export const textsOf = (
  paper: SearchablePaper,
  field: SearchField,
  tag: (id: string) => TagDefinition | undefined,
): FieldText[] => {
  if (field === 'published') return plain([paper.published.slice(0, 4)]);
  if (field !== 'tags') {
    const value = paper[field];
    return plain(typeof value === 'string' ? [value] : value);
  }
  return paper.tags.map((id) => {
    const definition = tag(id);
    return definition ? { text: definition.label, forms: definition.forms } : { text: id, forms: [] };
  });
};
