/**
 * What the page of a full text prints of its bibliography and citations. Only types; a site's adapter fills
 * them.
 */
import type { PaperId } from '@/lib/domain/arxiv-id';

/** A link in an entry, or an element in a link's place without an address. */
export interface PrintedLink {
  readonly text: string;
  readonly address?: string | undefined;
  /** The paper of the address, if the site's rules recognise it. */
  readonly paperId?: PaperId | undefined;
}

/** An entry of a bibliography as a page prints it; plain text throughout. */
export interface PrintedEntry {
  /** The id of the entry's element, to which citations link. The number in it is not the printed one. */
  readonly anchor: string;
  /** The label as printed: "[34]", "Araci (2019)"; empty where there is none. */
  readonly key: string;
  /** The printed parts, in order: usually authors, title and venue. Never the places that cite it. */
  readonly blocks: readonly string[];
  /** Whether the page marks the parts; if it does and marks no title, there is none. */
  readonly isMarked: boolean;
  /** Set if the page itself marks the title. */
  readonly title?: string | undefined;
  /** Set if the page itself marks the year. */
  readonly year?: string | undefined;
  readonly links: readonly PrintedLink[];
}

/** One of the works in a citation. */
export interface CitedWork {
  /** The entry to which it links; absent if the page knows none. */
  readonly anchor?: string | undefined;
  /** Its text: "34", "2019", or the source's own key if the entry is missing. */
  readonly key: string;
  /** Whether everything between the work before it and this one is cited too: "[5]–[7]". */
  readonly endsRange?: boolean | undefined;
}

/** One citation: everything between a pair of brackets. */
export interface PrintedCitation {
  readonly works: readonly CitedWork[];
  /**
   * The section, table or figure that contains it, as the page numbers it ("3.2", "Table 2"), otherwise its
   * heading.
   */
  readonly place: string;
}
