/** What the search knows of a paper, and the fields in which it looks. */
import { describeSubject } from '../describe/subject';
import type { CataloguePaper, TagDefinition } from '../paper';

/** Fields in the order in which their matches are shown. `body` is an abstract, where a corpus has one. */
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
export type SearchField = (typeof SEARCH_FIELDS)[number];

/**
 * Fields as they are weighed: forms by which a tag is found are apart from its label, and say less; `terms`
 * are the salient words of an abstract that is itself not kept.
 */
const INDEX_FIELDS = [...SEARCH_FIELDS, 'forms', 'terms'] as const;
export type IndexField = (typeof INDEX_FIELDS)[number];

/** Fields whose words are kept with their positions, by the number that stands in a posting. */
export const POSTED_FIELDS = ['title', 'authors', 'summary', 'datasets', 'body'] as const;
export type PostedField = (typeof POSTED_FIELDS)[number];

/** The stem of a word of the abstract, and how much it says of the paper: 0 to `TERM_LEVELS - 1`. */
export type TermLevel = readonly [stem: string, level: number];

/** What the search knows of one paper; what is not known is empty. */
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
  /** What its results are on, as printed; datasets of the taxonomy come with the tags. */
  readonly datasets: readonly string[];
  readonly venue: string;
  readonly body: string;
  /** Salient stems of the abstract, where the abstract itself is not kept; each once. */
  readonly terms?: readonly TermLevel[] | undefined;
  /** `YYYY-MM-DD` */
  readonly published: string;
  readonly hasCode: boolean;
  readonly hasResults: boolean;
  /** Comments in the listing that it came from: how much it is discussed. */
  readonly comments: number;
}

const unique = (values: readonly (string | null | undefined)[]): string[] => [
  ...new Set(values.filter((value): value is string => typeof value === 'string' && value !== '')),
];

/** A catalogue paper as the search sees it. */
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
    body: (paper.otherTitles ?? []).join('\n'),
    published: paper.published,
    hasCode: paper.links.some(({ kind }) => kind === 'code'),
    hasResults: paper.results.length > 0,
    comments: paper.listing.comments ?? 0,
  };
};

/** A piece of a field: the text that is shown, and further forms under which it is found. */
export interface FieldText {
  readonly text: string;
  readonly forms: readonly string[];
}

const plain = (texts: readonly string[]): FieldText[] =>
  texts.filter((text) => text !== '').map((text) => ({ text, forms: [] }));

/** The texts of a field, one a list item; of the date its year, by which people ask. */
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
