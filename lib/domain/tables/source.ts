/** Tables as a site's adapter gives them, independent of the page's markup. Text only. */

/** A cell before spans are expanded. */
export interface SourceCell {
  /**
   * On one line. Powers are superscript digits ("3.3·10¹⁸"), what is set below or above a number is in
   * brackets, other indices follow their letter ("AP50"); arrows are kept, citations and footnotes are not.
   */
  readonly text: string;
  /** The part of the text that is bold; empty if none is. */
  readonly bold: string;
  /** The part of the text that is underlined. */
  readonly underlined: string;
  /** Whether the cell cites another work. */
  readonly isCited: boolean;
  /** Whether the page marks it as a header, which LaTeXML guesses. */
  readonly isHeader: boolean;
  /** Whether a line is drawn above it. */
  readonly hasRuleAbove: boolean;
  /** Whether it has its own background colour. */
  readonly isShaded: boolean;
  /** How many rows and columns it covers, at least 1. */
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** A table with the text around it. */
export interface TableSource {
  /** As printed: "8", "II"; undefined if no caption has a number. */
  readonly number?: string | undefined;
  /** Which part of a table with several parts it is, as printed: "(a)". */
  readonly part?: string | undefined;
  /** The nearest caption with its label, "Table 8: Results"; empty if there is none. */
  readonly caption: string;
  /** The caption of the whole table if this is a part of it; otherwise empty. */
  readonly outerCaption: string;
  /** Paragraphs that refer to the table, in the page's order. */
  readonly about: readonly string[];
  /** The other paragraphs of the sections that contain the table or refer to it, up to a limit. */
  readonly section: readonly string[];
  readonly rows: readonly (readonly SourceCell[])[];
}
