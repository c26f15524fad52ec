/**
 * The type of a site: one value in parts, so that a script contains only those that it needs. Each folder
 * here is a site, listed in `all.ts`. Adapters read documents and addresses; they store and change
 * nothing.
 */
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { ListingEntry, PageFacts } from '@/lib/domain/page';
import type { PrintedCitation, PrintedEntry } from '@/lib/domain/references/printed';
import type { TableSource } from '@/lib/domain/tables/source';

/**
 * A rule for addresses of the site. The path is tested decoded and without repeated slashes; its first group
 * must be an arXiv id. The query is tested if the path alone is not enough. A page of the kind `other` names
 * a paper but has no sidebar.
 */
type AddressRule<Kind extends string = string> = readonly [kind: Kind, path: RegExp, query?: RegExp];

/** One of the pages that show a paper, between which users switch. */
export interface SitePage {
  /** One of the kinds in the site's rules. */
  readonly kind: string;
  /** Its name for users: "PDF". */
  readonly label: string;
  /** The key that opens it from the panel. */
  readonly key: string;
  /** The address of a paper's page without the id at its end. */
  readonly prefix: string;
  /** Whether its text contains the abstract, so that a result can be shown there. */
  readonly hasAbstract: boolean;
  /** Whether a version may follow the id. */
  readonly hasVersions: boolean;
  /** Whether a paper has this page if its pages are unknown; absent if every paper has it. */
  readonly isUsual?: (paperId: PaperId) => boolean;
}

/** A site's addresses: all that most scripts need. */
export interface SiteAddresses<Kind extends string = string> {
  /** Stable, since settings are stored under it. */
  readonly id: string;
  readonly label: string;
  /** Matches the whole host, including a port other than the default one. */
  readonly host: RegExp;
  /** By name. Their order does not matter, since no address matches two rules of any sites. */
  readonly rules: Readonly<Record<string, AddressRule<Kind>>>;
  /** Its pages for a paper, in the order in which they are shown. */
  readonly pages: readonly SitePage[];
  /** Where scripts run: the hosts in use and the beginnings of paths. Absent if none do. */
  readonly runsOn?: {
    readonly hosts: readonly string[];
    readonly papers: readonly string[];
    readonly listings: readonly string[];
  };
  /** The address of any paper there without the id at its end; absent if no link there is offered. */
  readonly jump?: string | undefined;
}

/** Reads one kind of a paper's page. */
export interface PaperAdapter {
  /** The facts in the document; undefined if it is not such a page (an error page, an unknown layout). */
  readonly readFacts: (root: ParentNode) => PageFacts | undefined;
  /** The element with the abstract; undefined if the page shows none. */
  readonly findAbstract: (root: ParentNode) => Element | undefined;
  /** Whether the page is the paper's full text, for which the third stage is loaded. */
  readonly isFullText?: boolean;
  /** Whether a page must state its paper's id, because the site's error pages do not. */
  readonly mustStateId?: boolean;
}

/** The part of a site for scripts on papers' pages. */
export interface SitePapers {
  /** By page kind. There is none for a PDF, whose text cannot be read. */
  readonly adapters: Readonly<Record<string, PaperAdapter>>;
  /**
   * Style rules that keep all controls visible on a page moved aside by `width` CSS pixels; they have no
   * effect once the site has changed.
   */
  readonly roomRules?: (width: number) => string;
}

/** The part of a site's addresses in the script on every page: only what is needed to recognise them. */
export type ScriptedAddresses<Kind extends string = string> = Pick<
  SiteAddresses<Kind>,
  'id' | 'label' | 'host' | 'rules' | 'runsOn'
>;

/** One paper of a listing with its elements. */
export interface FoundEntry {
  readonly entry: ListingEntry;
  /** The element of the entry: a `dt`, a search result, a card. */
  readonly element: Element;
  /** Where a badge is appended. Hugging Face's cards are positioned, and so is a badge in them. */
  readonly mount: Element;
  /** The title's element, above which a badge may have to be placed. */
  readonly heading?: Element | undefined;
  /**
   * All elements of the entry in order: `dt` and `dd` of a list, the cell that contains a card, otherwise
   * only the element.
   */
  readonly parts: readonly Element[];
}

/** Reads one kind of listing. Finding is fast and reading is slow, so long lists are read in slices. */
export interface ListingAdapter {
  readonly findElements: (root: ParentNode) => Element[];
  /** The entry of an element from `findElements`; undefined if it names no paper. */
  readonly readEntry: (element: Element) => FoundEntry | undefined;
}

/**
 * `line`: at the end of a line of text; `tags`: after a row of boxes; `corner`: at the top of a positioned
 * card.
 */
export type BadgePlace = 'line' | 'tags' | 'corner';

/** One kind of listing: its adapter, and facts about its page. */
export interface SiteListing {
  readonly adapter: ListingAdapter;
  readonly badgePlace: BadgePlace;
  /**
   * Selects the elements whose children change with the entries. Absent if a framework renders the page in
   * the browser: then nothing may be inserted before it has hydrated the document, and anything may change.
   */
  readonly lists?: string;
  /**
   * Selectors of the line at whose end a small button for the list may be placed, the best first: the page's
   * own controls of the list, otherwise its heading.
   */
  readonly controls?: readonly string[];
}

/** The part of a site for scripts on listings, by page kind. */
export type SiteListings = Readonly<Record<string, SiteListing>>;

/**
 * Reads a full text's bibliography and citations. Finding is fast and reading is slow, so it is done in
 * slices.
 */
export interface ReferenceAdapter {
  /** The elements of the entries, in order. */
  readonly findEntries: (root: ParentNode) => Element[];
  /** The printed label of an entry, without reading the rest; empty if there is none. */
  readonly keyOf: (entry: Element) => string;
  readonly readEntry: (element: Element) => PrintedEntry;
  /** The elements of the citations, in order, without those in the bibliography itself. */
  readonly findCitations: (root: ParentNode) => Element[];
  /** Its `place` is found when it is first asked for. */
  readonly readCitation: (element: Element) => PrintedCitation;
  /**
   * All marks of the page, in order, with those in the bibliography, and the citation of a mark; undefined in the
   * bibliography. Together the same citations as above, for those who need no more of most than their only mark.
   */
  readonly findMarks: (root: ParentNode) => readonly Element[];
  readonly citingOf: (mark: Element) => Element | undefined;
  /** The links in the text to an entry's anchor; works inside a range have no links. */
  readonly linksTo: (root: ParentNode, anchor: string) => readonly Element[];
  /** The marks of a citation, one for each work: links, and keys of missing entries. */
  readonly marksOf: (citation: Element) => readonly Element[];
  /** The mark that an element is or is part of; undefined if there is none. */
  readonly markAt: (element: Element) => Element | undefined;
  /** The citation of a mark: everything between a pair of brackets, or the mark alone. */
  readonly citationOf: (mark: Element) => Element;
  /** The anchor of the entry to which a link leads, whether it exists or not; undefined for other links. */
  readonly anchorOf: (link: Element) => string | undefined;
}

/** A table of a page with the elements of its cells. */
export interface FoundTable {
  /** Its `section`, the most text of all, is read when it is first asked for. */
  readonly source: TableSource;
  readonly table: Element;
  /** The figure with the table and its caption, otherwise the table. */
  readonly whole: Element;
  /** The cell with this row and index in `source.rows`, as long as the page leaves its rows alone. */
  readonly cellAt: (row: number, index: number) => Element | undefined;
}

/** By id of a part of a page, the paragraphs that refer to it. */
export type Referrals = ReadonlyMap<string, readonly Element[]>;

/**
 * Reads a full text's tables. Finding is fast and reading is slow, so it is done in slices, one table at a
 * time.
 */
export interface TableAdapter {
  /** The outermost tables, in document order. */
  readonly findTables: (root: ParentNode) => Element[];
  readonly findReferrals: (root: ParentNode) => Referrals;
  readonly readTable: (table: Element, referrals: Referrals) => FoundTable;
  /** The same in steps of at most one row, for long tables on a page that must stay responsive. */
  readonly readTableInSteps: (table: Element, referrals: Referrals) => Generator<undefined, FoundTable>;
}

/** The adapters of a full text. */
export interface FullTextAdapter {
  readonly references: ReferenceAdapter;
  readonly tables: TableAdapter;
}

/** The part of a site for the third stage, by page kind. */
export type SiteFullTexts = Readonly<Record<string, FullTextAdapter>>;

/** Everything about a site. A site of which only addresses are known has no other part. */
export interface Site {
  readonly addresses: SiteAddresses;
  /** For each rule, addresses that only it matches. Used by tests; no shipped script contains them. */
  readonly examples: Readonly<Record<string, readonly string[]>>;
  readonly papers?: SitePapers;
  readonly listings?: SiteListings;
  readonly fullTexts?: SiteFullTexts;
}
