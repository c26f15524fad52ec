/**
 * The store of papers: the interface between components that show papers and the places where these are kept
 * (packs that ship, packs that the user adds, the user's own papers). It is asynchronous, and every answer is
 * plain data that survives structured cloning and JSON, so that it can come from a worker or the background.
 * Every list has a limit. This file has only types; `merged.ts` joins several packs into one store.
 */
import type { Annotation } from '@/lib/domain/annotation';
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { FigureWords } from '@/lib/domain/describe/figure';
import type { Authors, Facet, Span, TagDefinition, WeightedTerm } from '@/lib/domain/paper';
import type { Marks, Provenance } from '@/lib/domain/provenance';
import type { Reason } from '@/lib/domain/related/reason';
import type { SearchablePaper, SearchField, SearchIndex, SearchOrder } from '@/lib/domain/search';
import type { SearchMessage } from '@/lib/domain/search/message';

/** Lets a caller cancel a question: the store then rejects with the signal's reason, or answers anyway. */
export interface AskOptions {
  readonly signal?: AbortSignal | undefined;
}

/** Which part of a list is wanted. */
export interface PageOptions extends AskOptions {
  /** Most rows to return. */
  readonly limit: number;
  /** Rows to skip, default 0. */
  readonly offset?: number | undefined;
  /** Whether a query counts tags over all found papers, default true; otherwise the answer may have no facets. */
  readonly countsTags?: boolean | undefined;
}

/** A part of a list, and the length of the whole list. */
export interface PageOf<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}

/** A paper as a row of a list; unknown fields are absent. */
export interface PaperRow {
  readonly id: PaperId;
  readonly title: string;
  readonly authors?: Authors | undefined;
  /** `YYYY-MM-DD` */
  readonly published?: string | undefined;
  readonly venue?: string | undefined;
  /** Taxonomy ids, most informative first. */
  readonly tags: readonly string[];
  /** The one number to show, in words. */
  readonly best?: FigureWords | undefined;
  readonly hasCode: boolean;
  readonly provenance: Provenance;
  /** The day on which the user met the paper, `YYYY-MM-DD`; set only if the row shows what was read then. */
  readonly metOn?: string | undefined;
  /** What the user did with it; absent if nothing. */
  readonly marks?: Marks | undefined;
}

/** A paper that a query found. */
export interface QueryHit extends PaperRow {
  /** Only comparable within one answer of one pack; 0 if the query has no words. */
  readonly score: number;
  /** Matched words of the title: in order, not overlapping. */
  readonly titleSpans: readonly Span[];
  /** The match outside the title that is shown: an author's name, a tag. */
  readonly found?:
    { readonly field: SearchField; readonly text: string; readonly spans: readonly Span[] } | undefined;
}

/** A tag as lists show it: without the forms by which text names it. */
export type TagLabel = Omit<TagDefinition, 'forms'>;

/** A tag with the number of papers that have it. */
export interface TagCount {
  readonly tag: TagLabel;
  readonly count: number;
}

/** A search. An empty text finds everything. */
export interface StoreQuery {
  /** The query as typed, filters and phrases in it: `modality:ct "few labels"`. */
  readonly text: string;
  /** Default `relevance`. */
  readonly sort?: SearchOrder | undefined;
}

/** What a query found. */
export interface QueryAnswer {
  /** The query that this answers, so that a late answer can be recognised. */
  readonly query: StoreQuery;
  readonly hits: readonly QueryHit[];
  /** Number of papers found, returned or not. */
  readonly total: number;
  /** Tags of all found papers by facet, in the order of `FACETS`, most frequent first; no facet is empty. */
  readonly facets: readonly { readonly facet: Facet; readonly terms: readonly TagCount[] }[];
  /** Set if the query could not be taken as written. */
  readonly message?: SearchMessage | undefined;
}

/** A text for which related papers are wanted although no pack has it, because a page was read. */
export interface RelatedText {
  readonly title: string;
  readonly abstract: string;
  /** Taxonomy ids read from it. */
  readonly tags: readonly string[];
}

/** What related papers are wanted for: a paper in the store, or a text (`id` is a paper to leave out). */
export type RelatedSubject =
  | { readonly kind: 'paper'; readonly id: PaperId }
  | { readonly kind: 'text'; readonly text: RelatedText; readonly id?: PaperId | undefined };

/** What one pack tells another about a paper, so that the other can find related papers. */
export interface PaperProfile {
  readonly id: PaperId;
  readonly title: string;
  /** Taxonomy ids. */
  readonly tags: readonly string[];
  /** Salient terms as `salientTerms` weighs them, heaviest first. */
  readonly terms: readonly WeightedTerm[];
  /** Its vector in the shipped model, of unit length; absent if the pack has no vectors of that model. */
  readonly vector?: readonly number[] | undefined;
}

/** A related paper with the reasons for it. */
export interface RelatedRow extends PaperRow {
  /** 0 to 1, comparable between packs, since all weigh terms with the same model. */
  readonly score: number;
  /** One or two sentences for the user, the rarest common feature first. Never empty. */
  readonly reasons: readonly Reason[];
}

/** Facts about a pack. */
export interface PackFacts {
  /** Stable key: "curated", "wide". */
  readonly name: string;
  readonly provenance: Provenance;
  /** Version of its contents, for people: "2026.1". */
  readonly version: string;
  /** Date of the newest fact in it, `YYYY-MM-DD`. */
  readonly date: string;
  readonly papers: number;
  /** Number of reported results of all its papers. */
  readonly results: number;
  readonly withCode: number;
}

/** Numbers about a store, taken from manifests so that no paper needs to be opened. */
export interface StoreFacts {
  readonly packs: readonly PackFacts[];
  /** Day of the pack with the most papers, `YYYY-MM-DD`: how new most of them are. */
  readonly date: string;
  /** Number of papers in all packs; a paper in two packs counts twice. */
  readonly papers: number;
}

/** What is shown before anything is typed. */
export interface StoreStart {
  /** Common tags to browse, most frequent first. */
  readonly topics: readonly TagCount[];
  /** The newest papers, newest first. */
  readonly newest: readonly PaperRow[];
}

/**
 * Papers of all packs. No method throws for user input or damaged data; the answer is then absent or empty.
 */
export interface PaperStore {
  readonly facts: () => Promise<StoreFacts>;
  /** For each id, whether any pack has the paper; the user's own lists do not count. Opens no paper. */
  readonly has: (ids: readonly PaperId[]) => Promise<readonly boolean[]>;
  /** Everything known about one paper; undefined if no pack has it or it cannot be read. */
  readonly get: (id: PaperId, options?: AskOptions) => Promise<Annotation | undefined>;
  readonly query: (query: StoreQuery, page: PageOptions) => Promise<QueryAnswer>;
  /** Papers with a tag. */
  readonly tagged: (tagId: string, page: PageOptions) => Promise<PageOf<PaperRow>>;
  /** Papers near to one, at most `MOST_RELATED`; none if nothing is near. */
  readonly related: (subject: RelatedSubject, page: PageOptions) => Promise<PageOf<RelatedRow>>;
  readonly start: (limits: { readonly topics: number; readonly newest: number }) => Promise<StoreStart>;
  /** Prepares the first query; optional, since that query does so too. */
  readonly prepare: () => Promise<void>;
}

/** A shown paper: its row, and the texts in which matched words are marked. */
interface ShownPaper {
  readonly row: PaperRow;
  readonly searchable: SearchablePaper;
}

/** What a search over several packs needs of each. */
export interface SearchablePack {
  readonly name: string;
  /** Its index; undefined if it cannot be read. The same object at every call. */
  readonly index: () => Promise<SearchIndex | undefined>;
  /** Ids of papers in the index that are ignored, because they were removed or changed. */
  readonly without?: (() => Promise<Iterable<string>>) | undefined;
  /** One paper of it; undefined if it cannot be read. */
  readonly show: (id: string) => Promise<ShownPaper | undefined>;
}

/** A set of papers in one compiled form: a store that can be merged with others. */
export interface Pack extends PaperStore {
  readonly name: string;
  /** Of all its papers; decides whose annotation has precedence. */
  readonly provenance: Provenance;
  /** Its indexes, the newest first, by which its papers are ranked together with those of other packs. */
  readonly searchable: readonly SearchablePack[];
  /**
   * Set if it is a list of the user's own: the ids of its papers. Such lists are left out of the facts of
   * packs.
   */
  readonly own?: (() => Promise<readonly string[]>) | undefined;
  /** The profile of one of its papers; undefined if the pack does not have it. */
  readonly profile: (id: PaperId) => Promise<PaperProfile | undefined>;
  /** Papers of this pack near to a paper of another, nearest first. */
  readonly near: (profile: PaperProfile, page: PageOptions) => Promise<PageOf<RelatedRow>>;
}
