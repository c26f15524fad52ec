/** Tables as a page has them, in a form that knows nothing of the page: what a site's adapter gives. Text only. */

/** One cell before spans are spread out. */
export interface SourceCell {
  /**
   * On one line. Powers stand as raised digits ("3.3·10¹⁸"), what is set below or above a number in brackets, other
   * indices beside their letter ("AP50"); arrows are kept, citations and footnotes are not.
   */
  readonly text: string;
  /** The part of the text that is bold; empty where none is. */
  readonly bold: string;
  /** The part of the text that is underlined. */
  readonly underlined: string;
  /** Whether the cell cites another work. */
  readonly isCited: boolean;
  /** Whether the page marks it as a header, which LaTeXML only guesses. */
  readonly isHeader: boolean;
  /** Whether a line is drawn above it. */
  readonly hasRuleAbove: boolean;
  /** Whether it has a background of its own. */
  readonly isShaded: boolean;
  /** How many rows and columns it covers; at least 1. */
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** A table with what stands round it. */
export interface TableSource {
  /** As printed: "8", "II"; undefined where no caption has one. */
  readonly number?: string | undefined;
  /** Which part of a table with parts this is, as printed: "(a)". */
  readonly part?: string | undefined;
  /** The nearest caption with its label, "Table 8: Results"; empty where there is none. */
  readonly caption: string;
  /** The caption of the whole where the table is a part of it, else empty. */
  readonly outerCaption: string;
  /** Paragraphs that refer to the table, in the page's order. */
  readonly about: readonly string[];
  /** The other paragraphs of the sections in which it stands and is referred to, as far as they are read. */
  readonly section: readonly string[];
  readonly rows: readonly (readonly SourceCell[])[];
}
