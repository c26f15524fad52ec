/** The popup's search over the catalogue: hits with their matched words marked, and counts by tag. */
import type { PaperId } from '@/lib/domain/arxiv-id';
import { parseArxivId } from '@/lib/domain/arxiv-id';
import { FACETS, type CataloguePaper, type Facet, type TagDefinition } from '@/lib/domain/paper';
import { pageOf } from '@/lib/sites';
import type { Catalogue } from './catalogue';
import type { SortOrder } from './search-memory';

/** A text cut where the matched words begin and end. */
export type MarkedText = readonly { readonly text: string; readonly marked: boolean }[];

export interface SearchHit {
  readonly paper: CataloguePaper;
  readonly title: MarkedText;
}

export interface FacetTerm {
  readonly tag: TagDefinition;
  /** How many of the hits bear it. */
  readonly count: number;
  /** The query already asks for it. */
  readonly isChosen: boolean;
}

export interface SearchAnswer {
  readonly hits: readonly SearchHit[];
  readonly facets: readonly { readonly facet: Facet; readonly terms: readonly FacetTerm[] }[];
  /** What is wrong with the query, in a reader's words. */
  readonly problem?: string | undefined;
}

export interface Searcher {
  readonly search: (query: string, sort: SortOrder) => SearchAnswer;
}

/** The paper that a pasted address or id names, in the catalogue or not. */
export function findPastedPaper(query: string): PaperId | undefined {
  const text = query.trim();
  const page =
    /^https?:\/\//i.test(text) || /^(?:www\.)?(?:arxiv\.org|huggingface\.co)\//i.test(text)
      ? pageOf(/^https?:/i.test(text) ? text : `https://${text}`)
      : undefined;
  return page?.paperId ?? parseArxivId(text.replace(/^arxiv:\s?/i, ''))?.id;
}

/** Adds a tag's filter to the query, or takes it out. */
export function toggleTagFilter(query: string, tagId: string): string {
  const filter = `tag:${tagId}`;
  const words = query.split(/\s+/).filter(Boolean);
  const others = words.filter((word) => word !== filter);
  return (others.length < words.length ? others : [...words, filter]).join(' ');
}

function countTags(
  hits: readonly CataloguePaper[],
  catalogue: Catalogue,
  query: string,
): SearchAnswer['facets'] {
  const counts = new Map<string, number>();
  for (const paper of hits) for (const id of paper.tags) counts.set(id, (counts.get(id) ?? 0) + 1);
  const chosen = new Set(query.split(/\s+/));
  const terms = [...counts].flatMap(([id, count]) => {
    const tag = catalogue.tag(id);
    return tag ? [{ tag, count, isChosen: chosen.has(`tag:${id}`) }] : [];
  });
  terms.sort((a, b) => b.count - a.count || a.tag.label.localeCompare(b.tag.label));
  return FACETS.map((facet) => ({ facet, terms: terms.filter(({ tag }) => tag.facet === facet) })).filter(
    (group) => group.terms.length > 0,
  );
}

/** Facets by which readers browse: what is looked at, and what for. */
const BROWSED = new Set<Facet>(['task', 'modality']);

/** The catalogue's commonest terms, to browse by before anything is typed. */
export function findTopics(catalogue: Catalogue, most: number): readonly FacetTerm[] {
  return countTags(catalogue.all(), catalogue, '')
    .filter(({ facet }) => BROWSED.has(facet))
    .flatMap(({ terms }) => terms)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, most);
}

/** Prepares the catalogue for searching, once per popup. */
export function createSearcher(catalogue: Catalogue): Searcher {
  const papers = catalogue.all();
  return {
    search: (query, sort) => {
      const words = query.toLowerCase().split(/\s+/).filter(Boolean);
      const tags = words.filter((word) => word.startsWith('tag:')).map((word) => word.slice(4));
      const plain = words.filter((word) => !word.includes(':'));
      const found = papers.filter(
        (paper) =>
          tags.every((tag) => paper.tags.includes(tag)) &&
          plain.every((word) => `${paper.title} ${paper.summary} ${paper.id}`.toLowerCase().includes(word)),
      );
      if (sort === 'date') found.sort((a, b) => b.published.localeCompare(a.published));
      return {
        hits: found.map((paper) => ({ paper, title: [{ text: paper.title, marked: false }] })),
        facets: countTags(found, catalogue, query),
      };
    },
  };
}
