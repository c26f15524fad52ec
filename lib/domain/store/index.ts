/**
 * The store of papers, the interface between the components that show papers and the places where they are kept
 * (packs that ship, packs that the user adds, the user's own papers). Asynchronous, and every answer is plain data
 * that survives structured cloning and JSON, so that it can come from a worker or the background. Every list has a
 * limit. Types only; `merged.ts` joins several packs into one store.
 */
import type { Annotation } from '@/lib/domain/annotation';
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { FigureWords } from '@/lib/domain/describe/figure';
import type { Authors, Facet, Span, TagDefinition, WeightedTerm } from '@/lib/domain/paper';
import type { Marks, Provenance } from '@/lib/domain/provenance';
import type { SearchablePaper, SearchField, SearchIndex, SearchOrder } from '@/lib/domain/search';
import type { SearchMessage } from '@/lib/domain/search/message';

/** Lets a caller drop a question: a store then rejects with the signal's reason, or answers all the same. */
export interface AskOptions {
  readonly signal?: AbortSignal | undefined;
}

/** Which part of a list is wanted. */
export interface PageOptions extends AskOptions {
  /** Most rows to give. */
  readonly limit: number;
  /** Rows to pass over; 0 unless told. */
  readonly offset?: number | undefined;
}

/** Which related papers are wanted, and in which order. */
export interface RelatedPage extends PageOptions {
  /** Nearest first unless told; `newest` orders the nearest few by date. */
  readonly order?: 'nearness' | 'newest' | undefined;
}

/** A part of a list, and how long the whole of it is. */
export interface PageOf<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}

/** One paper as a row of a list shows it; what is not known of it is absent. */
export interface PaperRow {
  readonly id: PaperId;
  readonly title: string;
  readonly authors?: Authors | undefined;
  /** `YYYY-MM-DD` */
  readonly published?: string | undefined;
  readonly venue?: string | undefined;
  /** Taxonomy ids, most telling first. */
  readonly tags: readonly string[];
  /** The one number to show, in words. */
  readonly best?: FigureWords | undefined;
  readonly hasCode: boolean;
  readonly provenance: Provenance;
  /** Day on which the user met it, `YYYY-MM-DD`; absent unless it is shown as it was read then. */
  readonly metOn?: string | undefined;
  /** What the user did with it; absent where they did nothing. */
  readonly marks?: Marks | undefined;
}

/** A paper that a query found. */
export interface QueryHit extends PaperRow {
  /** Comparable only within one answer of one pack; 0 where the query has no words. */
  readonly score: number;
  /** Matched words of the title: in order, not overlapping. */
  readonly titleSpans: readonly Span[];
  /** Where the words were found that are not in the title: in whose name, under which tag. */
  readonly found?:
    { readonly field: SearchField; readonly text: string; readonly spans: readonly Span[] } | undefined;
}

/** A tag as lists show it: a term of the taxonomy without the forms by which text names it. */
export type TagLabel = Omit<TagDefinition, 'forms'>;

/** A tag with the number of papers that have it. */
export interface TagCount {
  readonly tag: TagLabel;
  readonly count: number;
}

/** What is searched for. An empty text finds everything. */
export interface StoreQuery {
  /** The query as typed, filters and phrases in it: `modality:ct "few labels"`. */
  readonly text: string;
  /** `relevance` unless told. */
  readonly sort?: SearchOrder | undefined;
}

/** What a query found. */
export interface QueryAnswer {
  /** The query that this answers: a late answer can be told by it. */
  readonly query: StoreQuery;
  readonly hits: readonly QueryHit[];
  /** Papers found, given or not. */
  readonly total: number;
  /** Tags of all found papers by facet, in the order of `FACETS`, commonest first; no facet is empty. */
  readonly facets: readonly { readonly facet: Facet; readonly terms: readonly TagCount[] }[];
  /** Present where the query cannot be taken as it is written. */
  readonly message?: SearchMessage | undefined;
}

/** A text that no pack needs to hold: what related papers are sought for where a page was read. */
export interface RelatedText {
  readonly title: string;
  readonly abstract: string;
  /** Taxonomy ids that were read from it. */
  readonly tags: readonly string[];
}

/** What related papers are sought for: a paper that the store holds, or a text (`id`: the paper to leave out). */
export type RelatedSubject =
  | { readonly kind: 'paper'; readonly id: PaperId }
  | { readonly kind: 'text'; readonly text: RelatedText; readonly id?: PaperId | undefined };

/** What one pack tells another of a paper, so that the other can say what it has near it. */
export interface PaperProfile {
  readonly id: PaperId;
  readonly title: string;
  /** Taxonomy ids. */
  readonly tags: readonly string[];
  /** Salient terms as `salientTerms` weighs them, heaviest first. */
  readonly terms: readonly WeightedTerm[];
  /** Its vector by the model that ships, of unit length; absent where the pack has none of that model. */
  readonly vector?: readonly number[] | undefined;
}

/** A related paper with the reasons for it. */
export interface RelatedRow extends PaperRow {
  /** 0 to 1, comparable over packs: they weigh terms by the same model. */
  readonly score: number;
  /** One or two, in a user's words, the rarest shared thing first. Never empty. */
  readonly reasons: readonly string[];
}

/** What a pack says of itself. */
export interface PackFacts {
  /** Stable key: "curated", "wide". */
  readonly name: string;
  readonly provenance: Provenance;
  /** Version of its contents, for people: "2026.1". */
  readonly version: string;
  /** Day of the newest fact in it, `YYYY-MM-DD`. */
  readonly date: string;
  readonly papers: number;
  /** Reported results of all its papers. */
  readonly results: number;
  readonly withCode: number;
}

/** What a store holds, in figures; from manifests, so that no paper is opened for it. */
export interface StoreFacts {
  readonly packs: readonly PackFacts[];
  /** Day of the newest pack, `YYYY-MM-DD`. */
  readonly date: string;
  /** Papers of all packs; one that two packs hold counts twice. */
  readonly papers: number;
}

/** What a search shows before anything is typed. */
export interface StoreStart {
  /** Common tags to browse by, commonest first. */
  readonly topics: readonly TagCount[];
  /** The papers that came last, newest first. */
  readonly newest: readonly PaperRow[];
}

/**
 * Papers of all packs. No method throws for a user's input or for damaged data: the answer is then absent or empty.
 */
export interface PaperStore {
  readonly facts: (options?: AskOptions) => Promise<StoreFacts>;
  /**
   * Whether any pack holds each of these papers, in their order; lists of the user's own are none. Opens no paper.
   */
  readonly has: (ids: readonly PaperId[], options?: AskOptions) => Promise<readonly boolean[]>;
  /** Everything that is known of one paper; undefined where it is not held or cannot be read. */
  readonly get: (id: PaperId, options?: AskOptions) => Promise<Annotation | undefined>;
  readonly query: (query: StoreQuery, page: PageOptions) => Promise<QueryAnswer>;
  /** Papers that have a tag. */
  readonly tagged: (tagId: string, page: PageOptions) => Promise<PageOf<PaperRow>>;
  /** Papers near to one, at most `MOST_RELATED` in all; none where nothing is near. */
  readonly related: (subject: RelatedSubject, page: RelatedPage) => Promise<PageOf<RelatedRow>>;
  readonly start: (
    limits: { readonly topics: number; readonly newest: number },
    options?: AskOptions,
  ) => Promise<StoreStart>;
  /** Makes ready what the first query needs; else the first query does. */
  readonly prepare: (options?: AskOptions) => Promise<void>;
}

/** A paper that is shown: its row, and what of it is looked through for the words to mark. */
export interface ShownPaper {
  readonly row: PaperRow;
  readonly searchable: SearchablePaper;
}

/** What a search over several packs at once needs of each. */
export interface SearchablePack {
  readonly name: string;
  /** Its index; undefined where it cannot be read. The same value each time. */
  readonly index: () => Promise<SearchIndex | undefined>;
  /** Ids of the index that count no more: papers that were taken out, or changed since. */
  readonly without?: (() => Promise<Iterable<string>>) | undefined;
  /** One paper of it; undefined where it cannot be read. */
  readonly show: (id: string) => Promise<ShownPaper | undefined>;
}

/** A set of papers in one compiled form: a store of its own that can stand beside others in a merged one. */
export interface Pack extends PaperStore {
  readonly name: string;
  /** Of all its papers; decides whose annotation goes first. */
  readonly provenance: Provenance;
  /** Present where its papers can be ranked together with those of other packs: its indexes, the newest first. */
  readonly searchable?: readonly SearchablePack[] | undefined;
  /** Present where it is a list of the user's own, with the ids of its papers: it counts in no figure of packs. */
  readonly own?: (() => Promise<readonly string[]>) | undefined;
  /** What other packs need to know of a paper of this one; undefined where it is not held. */
  readonly profile: (id: PaperId, options?: AskOptions) => Promise<PaperProfile | undefined>;
  /** Papers of this pack near to a paper of another, nearest first. */
  readonly near: (profile: PaperProfile, page: PageOptions) => Promise<PageOf<RelatedRow>>;
}
