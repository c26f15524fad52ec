/** One paper's annotation as the panel shows it, from the catalogue or from the page that the user is viewing. */
import type { PaperId } from './arxiv-id';
import type { Citable } from '@/lib/domain/cite';
import type { ListingEntry, PageFacts } from './page';
import type { Authors, CataloguePaper, PaperLink, PaperText, Reading, Result, TagDefinition } from './paper';
import type { Marks, Provenance } from './provenance';

/** What is shown about one paper; unknown facts are absent. */
export interface Annotation extends Citable {
  readonly id: PaperId;
  readonly provenance: Provenance;
  /** The day on which the user met the paper, `YYYY-MM-DD`, if it was read then. */
  readonly metOn?: string | undefined;
  /** The user's marks on the paper; absent if there are none. */
  readonly marks?: Marks | undefined;
  /** Empty if nobody wrote one. */
  readonly summary: string;
  readonly tags: readonly TagDefinition[];
  /** The task in the paper's own words, if a page was read and no tag says it: "polyp counting". */
  readonly printedTask?: string | undefined;
  readonly results: readonly Result[];
  readonly links: readonly PaperLink[];
  /** The authors' comments on arXiv: "20 pages, accepted at MICCAI". */
  readonly comments?: string | undefined;
  /** The version from which results and summary were read, if known. */
  readonly readVersion?: number | undefined;
  readonly withdrawn: boolean;
  /** True if the paper's field is not read, which is why tags and results are missing. */
  readonly isOutside?: boolean | undefined;
  /** True if it was read from the paper's abstract page, visited before, and not from the page in view. */
  readonly isFromAbstractPage?: boolean | undefined;
  /** True if only the title was read, because the listing shows no abstracts. */
  readonly isTitleOnly?: boolean | undefined;
}

/** What citations of the paper use, to be stored with other facts about it. */
export function citableOf({ id, title, authors, published, venue, doi, categories }: Annotation): Citable {
  return { id, title, authors, published, venue, doi, categories };
}

type FindTag = (id: string) => TagDefinition | undefined;

function findTags(ids: readonly string[], findTag: FindTag): readonly TagDefinition[] {
  return ids.map(findTag).filter((tag) => tag !== undefined);
}

/** The annotation of a catalogue paper. */
export function annotateFromCatalogue(paper: CataloguePaper, findTag: FindTag): Annotation {
  return {
    id: paper.id,
    provenance: 'curated',
    title: paper.title,
    authors: paper.authors,
    published: paper.published,
    venue: paper.venue,
    doi: paper.doi,
    summary: paper.summary,
    tags: findTags(paper.tags, findTag),
    results: paper.results,
    links: paper.links,
    readVersion: paper.readVersion,
    withdrawn: false,
  };
}

/** The authors that a page states; undefined if it states none. */
export function authorsOn({ authors, familyNames }: PageFacts): Authors | undefined {
  return authors && authors.length > 0 ? { names: authors, familyNames } : undefined;
}

/** Known names with the family names that the page states, if both list the same number of people. */
function addFamilyNames(authors: Authors | undefined, facts: PageFacts): Authors | undefined {
  if (!authors || !('names' in authors)) return authors ?? authorsOn(facts);
  const { familyNames } = facts;
  return familyNames?.length === authors.names.length ? { ...authors, familyNames } : authors;
}

/**
 * Adds to an annotation what only the paper's page states: family names, categories, withdrawal, a later
 * publication.
 */
export function addPageFacts(annotation: Annotation, facts: PageFacts | undefined): Annotation {
  if (!facts) return annotation;
  const { doi = facts.doi, venue = facts.journalReference, categories, withdrawn } = annotation;
  return {
    ...annotation,
    authors: addFamilyNames(annotation.authors, facts),
    doi,
    venue,
    categories: facts.categories ?? categories,
    comments: facts.comments,
    withdrawn: facts.withdrawn ?? withdrawn,
  };
}

/** The functions that annotate a text. */
export interface Annotator {
  readonly read: (text: PaperText) => Reading;
  readonly findTag: FindTag;
}

/** The annotation that a text gives, without an id; undefined without a title or an abstract. */
export function annotateText(facts: PageFacts, annotator: Annotator): Omit<Annotation, 'id'> | undefined {
  if (!facts.title || !facts.abstract) return undefined;
  const text: PaperText = {
    title: facts.title,
    abstract: facts.abstract,
    categories: facts.categories ?? [],
    comments: facts.comments,
    links: facts.links,
  };
  const reading = annotator.read(text);
  const tagIds = [...new Set([...reading.tags.map((tag) => tag.id), ...reading.contribution])];
  return {
    provenance: 'page',
    title: facts.title,
    authors: authorsOn(facts),
    published: facts.published,
    venue: facts.journalReference,
    doi: facts.doi,
    categories: facts.categories,
    summary: '',
    tags: findTags(tagIds, annotator.findTag),
    printedTask: reading.task?.name,
    results: reading.results,
    links: reading.links,
    isOutside: reading.isOutside,
    readVersion: facts.version,
    withdrawn: facts.withdrawn ?? false,
  };
}

/** A reading of a paper's page; undefined if the page states no title or no abstract. */
export function annotateFromPage(
  id: PaperId,
  facts: PageFacts,
  annotator: Annotator,
): Annotation | undefined {
  const annotation = annotateText(facts, annotator);
  return annotation && { ...annotation, id };
}

/** The function that annotates a title. */
export interface TitleAnnotator {
  /** Ids of the tags that a title names. */
  readonly readTitle: (entry: ListingEntry) => readonly string[];
  readonly findTag: FindTag;
}

/** The tags in the title of a listing's entry. Undefined if it names none. */
function annotateTitle(entry: ListingEntry, { readTitle, findTag }: TitleAnnotator): Annotation | undefined {
  const tags = findTags(readTitle(entry), findTag);
  if (tags.length === 0) return undefined;
  return {
    id: entry.paperId,
    provenance: 'page',
    title: entry.title,
    authors: entry.authors && entry.authors.length > 0 ? { names: entry.authors } : undefined,
    categories: entry.categories,
    summary: '',
    tags,
    results: [],
    links: [],
    withdrawn: false,
    isTitleOnly: true,
  };
}

/**
 * The annotation of a listing's entry: the one a pack has or a reading of its text, otherwise the tags in its
 * title.
 */
export function annotateEntry(
  entry: ListingEntry,
  held: Annotation | undefined,
  annotator: Annotator & TitleAnnotator,
): Annotation | undefined {
  return (
    chooseAnnotation(held, () => annotateFromPage(entry.paperId, entry, annotator)) ??
    annotateTitle(entry, annotator)
  );
}

/**
 * Which annotation of a paper to show: one by hand, otherwise a reading of the page in view, otherwise the
 * one from a pack. `read` is called only if it may be needed. The user's marks are kept in any case.
 */
export function chooseAnnotation(
  held: Annotation | undefined,
  read: () => Annotation | undefined,
): Annotation | undefined {
  if (held?.provenance === 'curated') return held;
  const fresh = read();
  return fresh && held?.marks ? { ...fresh, marks: held.marks } : (fresh ?? held);
}
