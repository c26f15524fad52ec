/** The facts that a pack keeps about one paper. Abstracts do not ship, not even in part. */
import type { PaperId } from '@/lib/domain/arxiv-id';
import { describeSubject } from '@/lib/domain/describe/subject';
import type { PaperLink, Result } from '@/lib/domain/paper';
import type { SearchablePaper } from '@/lib/domain/search';
import type { TermLevel } from '@/lib/domain/search/paper';

/** One paper of a pack; unknown fields are empty. */
export interface PackRecord {
  readonly id: PaperId;
  readonly title: string;
  /** All names, in order. */
  readonly authors: readonly string[];
  /** `YYYY-MM-DD`, or `YYYY-MM` if the day is unknown. */
  readonly published: string;
  /** arXiv's categories, the primary one first. */
  readonly categories: readonly string[];
  /** Taxonomy ids, most informative first; contributions last. */
  readonly tags: readonly string[];
  /** Their anchors are only the values, by which results are found again on the page. */
  readonly results: readonly Result[];
  readonly links: readonly PaperLink[];
  readonly venue: string;
  readonly doi: string;
}

const unique = (texts: readonly (string | null | undefined)[]): string[] => [
  ...new Set(texts.filter((text): text is string => typeof text === 'string' && text !== '')),
];

/** A record as the search takes it; `terms` are the salient stems of its abstract. */
export const searchableRecord = (record: PackRecord, terms?: readonly TermLevel[]): SearchablePaper => ({
  id: record.id,
  title: record.title,
  authors: record.authors,
  summary: '',
  tags: record.tags,
  categories: record.categories,
  metrics: unique(record.results.map(({ metric }) => metric)),
  datasets: unique(record.results.map(describeSubject)),
  venue: record.venue,
  body: '',
  terms,
  published: record.published,
  hasCode: record.links.some(({ kind }) => kind === 'code'),
  hasResults: record.results.length > 0,
  comments: 0,
});
