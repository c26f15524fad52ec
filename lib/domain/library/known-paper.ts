/**
 * The facts about a paper that the user saved or met, without what they did with it. Records must stay
 * readable for years, by older and newer releases than the one that wrote them: fields are read one by one,
 * each with a default, and only a record without an id is refused.
 */
import { addPageFacts, authorsOn, citableOf, type Annotation } from '@/lib/domain/annotation';
import { parseArxivId, type PaperId } from '@/lib/domain/arxiv-id';
import type { Citable } from '@/lib/domain/cite/citable';
import { isInteger, list, oneOf, text, type Guard } from '@/lib/domain/guard';
import { isRecord } from '@/lib/domain/is-record';
import type { PageFacts } from '@/lib/domain/page';
import type { PaperLink, Result, TagDefinition, WeightedTerm } from '@/lib/domain/paper';
import { isAuthors, isLink, isResult, isStrings, isTerm } from '@/lib/domain/paper-guards';
import { PROVENANCES, type Provenance } from '@/lib/domain/provenance';
import { salientTerms } from '@/lib/domain/text/terms';

/** The facts about a paper, without what the user did with it; unknown fields are absent or empty. */
export interface KnownPaper extends Citable {
  /**
   * Empty if only the id is known, for example from an imported list; filled in when the paper's page is
   * visited.
   */
  readonly title: string;
  readonly summary: string;
  /** Taxonomy ids, most informative first. */
  readonly tags: readonly string[];
  readonly results: readonly Result[];
  readonly links: readonly PaperLink[];
  /** The version of the paper from which results and summary were read. */
  readonly readVersion?: number | undefined;
  readonly provenance: Provenance;
}

/**
 * The salient terms of a paper, for comparing papers. Their weights are only counts, so that new statistics
 * do not make them stale: `countsOf(terms, { idf: () => undefined })` of `lib/domain/related` returns the
 * counts.
 */
export interface PaperTerms {
  readonly terms: readonly WeightedTerm[];
  /** The source of the terms: an abstract, or the title with the summary if there was no abstract. */
  readonly readFrom: 'abstract' | 'title';
}

/** Enough for all words of an abstract that say what it is about. */
const MOST_TERMS = 120;

/** The terms of a paper's texts. The abstract itself is not kept. */
export function termsOf(
  title: string,
  { abstract, summary = '' }: { abstract?: string | undefined; summary?: string },
): PaperTerms {
  return {
    terms: salientTerms(title, abstract ?? summary, { limit: MOST_TERMS }),
    readFrom: abstract === undefined ? 'title' : 'abstract',
  };
}

/** The facts in an annotation, and in the page from which it was read if there was one. */
export function knownPaperOf(annotation: Annotation, facts?: PageFacts): KnownPaper {
  const known = addPageFacts(annotation, facts);
  const { summary, tags, results, links, readVersion, provenance } = known;
  return {
    ...citableOf(known),
    published: known.published ?? facts?.published,
    summary,
    tags: tags.map((tag) => tag.id),
    results,
    links,
    readVersion,
    // A stored paper keeps the provenance of the original reading.
    provenance: provenance === 'met' ? 'page' : provenance,
  };
}

/** A paper of which only the id is known, or only what a listing states. */
export const unreadPaper = (id: PaperId, facts: PageFacts = {}): KnownPaper => ({
  id,
  title: facts.title ?? '',
  authors: authorsOn(facts),
  published: facts.published,
  venue: facts.journalReference,
  doi: facts.doi,
  categories: facts.categories,
  summary: '',
  tags: [],
  results: [],
  links: [],
  readVersion: facts.version,
  provenance: 'page',
});

/** A field of a stored record if it has the type, otherwise the default. */
export const read = <T>(value: unknown, guard: Guard<T>, otherwise: T): T =>
  guard(value) ? value : otherwise;
const readIf = <T>(value: unknown, guard: Guard<T>): T | undefined => (guard(value) ? value : undefined);
/** The items of a stored list that have the type. */
export const readItems = <T>(value: unknown, guard: Guard<T>): readonly T[] =>
  Array.isArray(value) ? value.filter(guard) : [];

const DAY = /^\d{4}-\d\d(?:-\d\d)?$/;
const isDay: Guard<string> = (value): value is string => typeof value === 'string' && DAY.test(value);
/** True for a date and time that can be parsed. */
export const isTime: Guard<string> = (value): value is string =>
  typeof value === 'string' && Number.isFinite(Date.parse(value));

/** The facts about a paper in a stored record of any release; undefined if it has no arXiv id. */
export function readKnownPaper(stored: unknown): KnownPaper | undefined {
  if (!isRecord(stored) || typeof stored['id'] !== 'string') return undefined;
  const id = parseArxivId(stored['id'])?.id;
  if (id === undefined) return undefined;
  return {
    id,
    title: read(stored['title'], text(), ''),
    authors: readIf(stored['authors'], isAuthors),
    published: readIf(stored['published'], isDay),
    venue: readIf(stored['venue'], text()),
    doi: readIf(stored['doi'], text()),
    categories: readIf(stored['categories'], isStrings),
    summary: read(stored['summary'], text(), ''),
    tags: readItems(stored['tags'], text()),
    results: readItems(stored['results'], isResult),
    links: readItems(stored['links'], isLink),
    readVersion: readIf(stored['readVersion'], isInteger),
    provenance: read(stored['provenance'], oneOf(PROVENANCES), 'automatic'),
  };
}

/** The terms of a stored record; undefined if it has none. */
export function readTerms(stored: unknown): PaperTerms | undefined {
  if (!isRecord(stored) || !list(isTerm)(stored['terms'])) return undefined;
  return { terms: stored['terms'], readFrom: stored['readFrom'] === 'abstract' ? 'abstract' : 'title' };
}

/** The annotation of a stored paper, used where no pack and no page says more. */
export const annotationOfKnown = (
  known: KnownPaper,
  findTag: (id: string) => TagDefinition | undefined,
): Annotation => ({
  id: known.id,
  title: known.title || known.id,
  authors: known.authors,
  published: known.published,
  venue: known.venue,
  doi: known.doi,
  categories: known.categories,
  summary: known.summary,
  tags: known.tags.map(findTag).filter((tag) => tag !== undefined),
  results: known.results,
  links: known.links,
  readVersion: known.readVersion,
  provenance: known.provenance,
  withdrawn: false,
});
