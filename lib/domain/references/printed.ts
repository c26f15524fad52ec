/** What a full text's page prints of its bibliography and citations. Types only: a site's reader fills them. */
import type { PaperId } from '@/lib/domain/arxiv-id';

/** A link in an entry, or what stands in a link's place without leading anywhere. */
export interface PrintedLink {
  readonly text: string;
  readonly address?: string | undefined;
  /** The paper that the address is of, as far as the site knows addresses. */
  readonly paperId?: PaperId | undefined;
}

/** An entry of a bibliography as a page prints it; plain text throughout. */
export interface PrintedEntry {
  /** What citations point at: the element's id. The number in it is not the printed one. */
  readonly anchor: string;
  /** The label as printed: "[34]", "Araci (2019)"; empty where there is none. */
  readonly key: string;
  /** The parts in which it is printed, in order: mostly authors, title, where it appeared. Never who cites it. */
  readonly blocks: readonly string[];
  /** Whether the page says which part is what: a title that is not marked then is not there. */
  readonly isMarked: boolean;
  /** Where the page itself marks it as the title. */
  readonly title?: string | undefined;
  /** Where the page itself marks it as the year. */
  readonly year?: string | undefined;
  readonly links: readonly PrintedLink[];
}

/** One of the works that a citation names. */
export interface CitedWork {
  /** The entry that it points at; absent where the page knows none. */
  readonly anchor?: string | undefined;
  /** Its words in the text: "34", "2019", or the source's own key where the entry is missing. */
  readonly key: string;
  /** Whether everything from the work before it up to this one is meant: "[5]–[7]". */
  readonly endsRange?: boolean | undefined;
}

/** One citation: all that stands between a pair of brackets. */
export interface PrintedCitation {
  readonly works: readonly CitedWork[];
  /** The section, table or figure that it stands in, as the page numbers it: "3.2", "Table 2"; else its heading. */
  readonly place: string;
}
