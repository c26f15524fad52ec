/**
 * Text on a page can be of any length, and a rule with quadratic cost would freeze the tab ("ReDoS"). Each function
 * that reads a page's text (readings and links have tests of their own) is run on long repetitions of what such
 * rules are slow on: if one were quadratic in 100,000 characters, the test would exceed any time limit.
 */
import { expect, test } from 'vitest';
import { parseArxivId } from '@/lib/domain/arxiv-id';
import { formatBibtex, formatMarkdown, formatRis } from '@/lib/domain/cite';
import type { Citable } from '@/lib/domain/cite';
import { asciiLetters } from '@/lib/domain/cite/ascii';
import { escapeLatex, escapeLatexTitle } from '@/lib/domain/cite/latex';
import { safeMathematics } from '@/lib/domain/cite/safe-mathematics';
import { spreadsheetCell } from '@/lib/domain/cite/table';
import { parseVenue } from '@/lib/domain/cite/venue';
import { parseLink } from '@/lib/domain/links';
import { parseTextRuns } from '@/lib/domain/describe/math';
import { pageOf } from '@/lib/sites/pages';
import { paperId } from '../fixtures/ui-papers';

const paper = (part: Partial<Citable>): Citable => ({
  id: paperId('2407.08410'),
  title: 'Lamps',
  ...part,
});

/** Every function with its input: a text of any length. */
const FUNCTIONS: Readonly<Record<string, (text: string) => unknown>> = {
  'an id': parseArxivId,
  'an address': (text) => pageOf(`https://arxiv.org/abs/${encodeURIComponent(text)}`),
  'a link': (text) => parseLink(`https://${text}`),
  'a journal reference': (text) => parseVenue(`Lamps ${text} 12 (2024)`),
  'a DOI': (text) => parseVenue('Lamps 12 (2024)', text),
  'TeX of a text': escapeLatex,
  'TeX of a title': escapeLatexTitle,
  mathematics: (text) => safeMathematics(`$${text}$`),
  'mathematics that is shown': parseTextRuns,
  'letters of a key': asciiLetters,
  'a cell of a table': spreadsheetCell,
  'BibTeX of a title': (title) => formatBibtex(paper({ title })),
  'BibTeX of a name': (name) => formatBibtex(paper({ authors: { names: [name] } })),
  'Markdown of a title': (title) => formatMarkdown(paper({ title })),
  'RIS of a name': (name) => formatRis(paper({ authors: { names: [name] } })),
};

const RUNS = [' ', '{', '$', '\\a', "\\'", 'a.', '(1', 'and '];

test.each(Object.entries(FUNCTIONS))('%s reads its whole input, whatever is repeated in it', (_, read) => {
  for (const run of RUNS) expect(() => read(`x${run.repeat(100_000 / run.length)}x`)).not.toThrow();
});
