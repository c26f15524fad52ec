/**
 * The formats in which a paper is copied: a link, Markdown, BibTeX, RIS, CSL-JSON, a row of a results table.
 * Tables of many papers (`table.ts`) and notes (`note.ts`) are imported separately, since few scripts need
 * them.
 */
export { formatBibtex } from './bibtex';
export { formatCitationKey, formatLink, type Citable } from './citable';
export { cslItem, formatCsl, type CslItem } from './csl';
export { formatMarkdown, formatShortCitation } from './markdown';
export { findBaselines, formatResult, formatResultsRow } from './results';
export { formatRis } from './ris';
