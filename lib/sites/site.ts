/**
 * What a site is: one value, in parts, so that a script carries only those that it needs. A folder here is
 * a site; `registry.ts` lists them. Adapters read documents and addresses; they keep and change nothing.
 */
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { ListingEntry, PageFacts } from '@/lib/domain/page';
import type { PrintedCitation, PrintedEntry } from '@/lib/domain/references/printed';
import type { TableSource } from '@/lib/domain/tables/source';

/**
 * Which page an address of the site stands for. The path is tested decoded, without repeated slashes; a
 * first group in it holds what must be an arXiv id. The query is tested where the path alone does not tell.
 * The kind `other` names a paper but is no page that Sidelight stands beside.
 */
export type AddressRule<Kind extends string = string> = readonly [kind: Kind, path: RegExp, query?: RegExp];

/** One of the pages that show a paper, and between which a reader moves. */
export interface SitePage {
  /** One of the kinds that the site's rules give. */
  readonly kind: string;
  /** As readers know it: "PDF". */
  readonly label: string;
  /** The letter that opens it from the panel. */
  readonly key: string;
  /** The address of a paper's page is this and the paper's id. */
  readonly prefix: string;
  /** Whether its text holds the abstract, so that a figure of it can be shown there. */
  readonly hasAbstract: boolean;
  /** Whether a version may follow the id. */
  readonly hasVersions: boolean;
  /** Whether a paper of which nothing is stated has this page; absent where every paper has it. */
  readonly isUsual?: (paperId: PaperId) => boolean;
}

/** A site's addresses: all that most scripts know of it. */
export interface SiteAddresses<Kind extends string = string> {
  /** Stable: settings are stored under it. */
  readonly id: string;
  readonly label: string;
  /** The whole host, with a port where it is not the usual one. */
  readonly host: RegExp;
  /** By name; the order does not matter, since no address fits two, of this site or any other. */
  readonly rules: Readonly<Record<string, AddressRule<Kind>>>;
  /** Its pages of one paper each, in the order in which they are shown. */
  readonly pages: readonly SitePage[];
  /** Where scripts run: the live hosts, and how paths begin there. Absent where none does. */
  readonly runsOn?: {
    readonly hosts: readonly string[];
    readonly papers: readonly string[];
    readonly listings: readonly string[];
  };
  /** The address of any paper there is this and the paper's id; absent where a jump there is of no use. */
  readonly jump?: string | undefined;
}

/** Reader of one kind of a paper's page. */
export interface PaperReader {
  /** What the document states, or undefined where it is no such page (an error page, a foreign layout). */
  readonly readFacts: (root: ParentNode) => PageFacts | undefined;
  /** The element that holds the abstract, or undefined where the page shows none. */
  readonly findAbstract: (root: ParentNode) => Element | undefined;
  /** Whether the page is the paper's full text, which the third stage of the page script reads further. */
  readonly isFullText?: boolean;
  /** Whether a page has to state its paper's id, since the site's error pages do not. */
  readonly mustStateId?: boolean;
}

/** What a script beside a paper's page knows of a site. */
export interface SitePapers {
  /** By page kind. A PDF has none: its text is out of reach. */
  readonly readers: Readonly<Record<string, PaperReader>>;
  /**
   * Style rules by which a page that was pushed aside by `width` CSS pixels keeps all that it shows beside
   * the sidebar; where the site has changed since they were written, they do nothing.
   */
  readonly roomRules?: (width: number) => string;
}

/** Of a site's addresses, what the script on every page carries: no more than tells where it is. */
export type ScriptedAddresses<Kind extends string = string> = Pick<
  SiteAddresses<Kind>,
  'id' | 'label' | 'host' | 'rules' | 'runsOn'
>;

/** One paper of a listing with its place in the document. */
export interface FoundEntry {
  readonly entry: ListingEntry;
  /** The element that stands for the entry: a `dt`, a search result, a card. */
  readonly element: Element;
  /** Where a badge goes, at the end of its children. A Hugging Face card is positioned, its badge should be too. */
  readonly mount: Element;
  /** The title's element, where a badge may have to stand above it. */
  readonly heading?: Element | undefined;
  /** All elements that the entry consists of, in order: `dt` and `dd` of a list, the cell that holds a card, else the element. */
  readonly parts: readonly Element[];
}

/** Reader of one kind of listing. Finding is cheap, reading is not: long lists are read in slices. */
export interface ListingReader {
  readonly findElements: (root: ParentNode) => Element[];
  /** The entry of an element that `findElements` gave, or undefined where it names no paper. */
  readonly readEntry: (element: Element) => FoundEntry | undefined;
}

/** `line`: at the end of a line of text; `tags`: behind a row of boxes; `corner`: at the top of a positioned card. */
export type BadgePlace = 'line' | 'tags' | 'corner';

/** One kind of listing: how it is read, and how its page behaves. */
export interface SiteListing {
  readonly reader: ListingReader;
  readonly badgePlace: BadgePlace;
  /**
   * The elements whose children come and go with the entries. Absent where a framework renders the page in
   * the browser: nothing may be inserted before it has claimed the document, and anything may change.
   */
  readonly lists?: string;
  /**
   * Selectors of the line at whose end a small button for the list may stand, the most fitting first: the
   * page's own controls of the list, else its heading.
   */
  readonly controls?: readonly string[];
}

/** What a script beside a listing knows of a site, by page kind. */
export type SiteListings = Readonly<Record<string, SiteListing>>;

/** Reader of a full text's bibliography and citations. Finding is cheap, reading is not: it is done in slices. */
export interface ReferenceReader {
  /** The elements of the entries, in order. */
  readonly findEntries: (root: ParentNode) => Element[];
  /** The label of an entry as printed, without reading the rest of it; empty where there is none. */
  readonly keyOf: (entry: Element) => string;
  readonly readEntry: (element: Element) => PrintedEntry;
  /** The elements of the citations, in order; those in the bibliography itself are none. */
  readonly findCitations: (root: ParentNode) => Element[];
  readonly readCitation: (element: Element) => PrintedCitation;
  /** The links of the text that point at an entry by its anchor; works that a range means unnamed have none. */
  readonly linksTo: (root: ParentNode, anchor: string) => readonly Element[];
  /** The parts of a citation that stand for one work each: links, and the keys of entries that are missing. */
  readonly marksOf: (citation: Element) => readonly Element[];
  /** The mark that an element is, or stands in; undefined elsewhere. */
  readonly markAt: (element: Element) => Element | undefined;
  /** The citation that a mark belongs to: what stands between a pair of brackets, or the mark alone. */
  readonly citationOf: (mark: Element) => Element;
  /** The anchor of the entry that a link points at, whether there is such an entry or not; undefined for other links. */
  readonly anchorOf: (link: Element) => string | undefined;
}

/** A table of a page, and where its cells are. */
export interface FoundTable {
  readonly source: TableSource;
  readonly table: Element;
  /** The figure that holds the table and its caption, or else the table. */
  readonly whole: Element;
  /** By row and index, as `source.rows` has them. */
  readonly cells: readonly (readonly Element[])[];
}

/** The paragraphs that refer to parts of a page, by the part's id. */
export type Referrals = ReadonlyMap<string, readonly Element[]>;

/** Reader of a full text's tables. Finding is cheap, reading is not: it is done in slices, a table each. */
export interface TableReader {
  /** The outermost tables, in the page's order. */
  readonly findTables: (root: ParentNode) => Element[];
  readonly findReferrals: (root: ParentNode) => Referrals;
  readonly readTable: (table: Element, referrals: Referrals) => FoundTable;
  /** The same in steps of a row each, for long tables of a page that must not stall. */
  readonly readTableInSteps: (table: Element, referrals: Referrals) => Generator<undefined, FoundTable>;
}

/** How a full text is read, part by part. */
export interface FullTextReader {
  readonly references: ReferenceReader;
  readonly tables: TableReader;
}

/** What the third stage of the page script knows of a site, by page kind. */
export type SiteFullTexts = Readonly<Record<string, FullTextReader>>;

/** Everything that the product knows of a site. A site of which addresses alone are known has no further part. */
export interface Site {
  readonly addresses: SiteAddresses;
  /** For each rule, addresses that it alone takes. For tests: no shipped script carries them. */
  readonly examples: Readonly<Record<string, readonly string[]>>;
  readonly papers?: SitePapers;
  readonly listings?: SiteListings;
  readonly fullTexts?: SiteFullTexts;
}
