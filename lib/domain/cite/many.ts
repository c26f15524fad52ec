/** Several papers in one text, in the formats that allow it. */
import { formatBibtex } from './bibtex';
import { formatCitationKey, type Citable } from './citable';
import { cslItem } from './csl';
import { formatMarkdown } from './markdown';
import { formatRis } from './ris';

/** A paper with the version to cite; without one, the latest. */
interface CitedPaper {
  readonly paper: Citable;
  readonly version?: number | undefined;
}

type KeyedPaper = CitedPaper & { readonly key: string };

/** Formats of citations. */
export const CITATION_FORMS = ['bibtex', 'ris', 'csl', 'markdown'] as const;
type CitationForm = (typeof CITATION_FORMS)[number];

/** "", "a", ..., "z", "aa": the suffix that distinguishes a key from equal ones before it. */
function suffixOf(count: number): string {
  if (count === 0) return '';
  return suffixOf(Math.floor((count - 1) / 26)) + String.fromCharCode(97 + ((count - 1) % 26));
}

/** Makes keys unique with letters at their end, since BibTeX refuses repeated keys. */
function keyTeller(): (paper: Citable) => string {
  const counts = new Map<string, number>();
  return (paper) => {
    const key = formatCitationKey(paper);
    let told = key;
    let count = counts.get(key) ?? 0;
    // "lamp2024a" may also be the key of a paper without a suffix.
    do told = key + suffixOf(count++);
    while (told !== key && counts.has(told));
    counts.set(key, count);
    if (told !== key) counts.set(told, 1);
    return told;
  };
}

const FORMATTERS: Readonly<Record<CitationForm, (papers: readonly KeyedPaper[]) => string>> = {
  bibtex: (papers) =>
    papers.map(({ paper, version, key }) => `${formatBibtex(paper, version, key)}\n`).join('\n'),
  ris: (papers) => papers.map(({ paper, version, key }) => formatRis(paper, version, key)).join('\r\n'),
  csl: (papers) => {
    const items = papers.map(({ paper, version, key }) => cslItem(paper, version, key));
    return `${JSON.stringify(items, undefined, 2)}\n`;
  },
  markdown: (papers) => papers.map(({ paper, version }) => `- ${formatMarkdown(paper, version)}\n`).join(''),
};

/** One text with all papers, in their order. */
export function formatCitations(papers: readonly CitedPaper[], form: CitationForm): string {
  const keyOf = keyTeller();
  return FORMATTERS[form](papers.map((cited) => ({ ...cited, key: keyOf(cited.paper) })));
}
