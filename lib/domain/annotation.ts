/** One paper's annotation as the panel shows it, from the catalogue or from the page in front of the reader. */
import type { PaperId } from './arxiv-id';
import type { Citable } from '@/lib/domain/cite';
import type { PageFacts } from './page';
import type {
  CataloguePaper,
  Neighbour,
  PaperLink,
  PaperText,
  Reading,
  Result,
  TagDefinition,
} from './paper';
import type { Marks, Provenance } from './provenance';

/** What is shown of one paper; what is not known of it is absent. */
export interface Annotation extends Citable {
  readonly id: PaperId;
  readonly provenance: Provenance;
  /** What the user did with the paper; absent where they did nothing. */
  readonly marks?: Marks | undefined;
  /** Empty where none was written. */
  readonly summary: string;
  readonly tags: readonly TagDefinition[];
  readonly results: readonly Result[];
  readonly links: readonly PaperLink[];
  readonly related: readonly Neighbour[];
  /** The version that results and summary were read from, where that is known. */
  readonly readVersion?: number | undefined;
  readonly withdrawn: boolean;
}

type FindTag = (id: string) => TagDefinition | undefined;

function findTags(ids: readonly string[], findTag: FindTag): readonly TagDefinition[] {
  return ids.map(findTag).filter((tag) => tag !== undefined);
}

/** A catalogue paper; what only the page knows (categories, withdrawal) is added where the page said it. */
export function annotateFromCatalogue(
  paper: CataloguePaper,
  findTag: FindTag,
  facts: PageFacts | undefined,
): Annotation {
  return {
    id: paper.id,
    provenance: 'curated',
    title: paper.title,
    authors: paper.authors,
    published: paper.published,
    venue: paper.venue,
    doi: paper.doi ?? facts?.doi,
    categories: facts?.categories,
    summary: paper.summary,
    tags: findTags(paper.tags, findTag),
    results: paper.results,
    links: paper.links,
    related: paper.related,
    readVersion: paper.readVersion,
    withdrawn: facts?.withdrawn ?? false,
  };
}

/** What makes an annotation of a page's text. */
export interface Readers {
  readonly read: (text: PaperText) => Reading;
  readonly findRelated: (text: PaperText, reading: Reading) => readonly Neighbour[];
  readonly findTag: FindTag;
}

/** What a reading says of a paper, whichever paper it is; undefined without a title or an abstract. */
export function annotateText(facts: PageFacts, readers: Readers): Omit<Annotation, 'id'> | undefined {
  if (!facts.title || !facts.abstract) return undefined;
  const text: PaperText = {
    title: facts.title,
    abstract: facts.abstract,
    categories: facts.categories ?? [],
    comments: facts.comments,
    links: facts.links,
  };
  const reading = readers.read(text);
  const tagIds = [...new Set([...reading.tags.map((tag) => tag.id), ...reading.contribution])];
  return {
    provenance: 'page',
    title: facts.title,
    authors: facts.authors && facts.authors.length > 0 ? { names: facts.authors } : undefined,
    published: facts.published,
    doi: facts.doi,
    categories: facts.categories,
    summary: '',
    tags: findTags(tagIds, readers.findTag),
    results: reading.results,
    links: reading.links,
    related: readers.findRelated(text, reading),
    readVersion: facts.version,
    withdrawn: facts.withdrawn ?? false,
  };
}

/** A reading of a paper's page, or undefined where the page gave no title or no abstract. */
export function annotateFromPage(id: PaperId, facts: PageFacts, readers: Readers): Annotation | undefined {
  const annotation = annotateText(facts, readers);
  return annotation && { ...annotation, id };
}
