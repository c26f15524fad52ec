/** What can be copied of a paper: a link, Markdown, BibTeX, a row of a results table. */
import type { PaperId } from '@/lib/domain/arxiv-id';
import { escapeLatex, escapeLatexTitle } from './latex';
import { asciiLetters } from './ascii';
import { citedName, listAuthors, type Author } from './names';
import { parseVenue } from './venue';
import { figureParts, joinParts, tidyValue } from '@/lib/domain/describe/figure';
import { describeSubject } from '@/lib/domain/describe/subject';
import { plainMath, setDashes } from '@/lib/domain/describe/math';
import type { Authors, PaperLink, Result } from '@/lib/domain/paper';

/** What a citation needs of a paper; a catalogue paper and a reading both have it. */
export interface Citable {
  readonly id: PaperId;
  readonly title: string;
  readonly authors?: Authors | undefined;
  /** `YYYY-MM-DD` */
  readonly published?: string | undefined;
  readonly venue?: string | undefined;
  readonly doi?: string | undefined;
  /** arXiv categories, primary first. */
  readonly categories?: readonly string[] | undefined;
}

/** The paper's abstract page on arXiv; with a version it points at exactly that one. */
export function formatLink(id: PaperId, version?: number): string {
  return `https://arxiv.org/abs/${id}${version === undefined ? '' : `v${version}`}`;
}

/** Characters that Markdown would read as markup inside a link text or a table cell. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>|$]/g, String.raw`\$&`);
}

/** The year that a citation states: of the publication where the venue says it, else of the first submission. */
function citedYear(paper: Citable): string | undefined {
  return (paper.venue && parseVenue(paper.venue, paper.doi)?.year) ?? paper.published?.slice(0, 4);
}

/** "Holland et al., 2024"; less where less is known, empty where nothing is. */
export function formatShortCitation(paper: Citable): string {
  return [shortAuthors(paper.authors), citedYear(paper)].filter(Boolean).join(', ');
}

function shortAuthors(authors: Authors | undefined): string {
  const [first, second, ...rest] = listAuthors(authors).map(citedName);
  if (first === undefined) return '';
  if (second === undefined) return first;
  return rest.length === 0 ? `${first} and ${second}` : `${first} et al.`;
}

/** `[Title](https://arxiv.org/abs/…) (Holland et al., 2024)` */
export function formatMarkdown(paper: Citable, version?: number): string {
  const short = formatShortCitation(paper);
  const link = `[${escapeMarkdown(plainMath(paper.title))}](${formatLink(paper.id, version)})`;
  return short ? `${link} (${escapeMarkdown(short)})` : link;
}

/** Words too common to tell papers apart in a citation key. */
const KEY_STOP_WORDS = new Set(
  'a an and are as at by can do does for from how in is it its of on or the to towards toward via what when why with'.split(
    ' ',
  ),
);

/**
 * `holland2024specialist`: family name, year of the first submission (a key that changed when a journal prints the
 * paper would break what cites it), first telling word of the title; ASCII only.
 */
export function formatCitationKey(paper: Citable): string {
  const [first] = listAuthors(paper.authors);
  const word = plainMath(paper.title)
    .split(/[\s/–—-]+/)
    .map(asciiLetters)
    .find((candidate) => candidate.length > 1 && !KEY_STOP_WORDS.has(candidate));
  const name = first === undefined ? '' : asciiLetters(citedName(first));
  const key = `${name}${paper.published?.slice(0, 4) ?? ''}${word ?? ''}`;
  return /^[a-z]/.test(key) ? key : `arxiv${key || asciiLetters(paper.id)}`;
}

/** Whether BibTeX parts "given family" so by itself: small words and the last one are the family name. */
const isPartedAlike = (family: string, given: string): boolean =>
  !/(?:^|\s)\p{Ll}/u.test(given) && /^(?:\p{Ll}\S* )*\S+$/u.test(family);

/** A name as BibTeX reads it: "Ada Quill", "De Wolf, E. A.", "King, Jr., Martin Luther", "{LHCb Collaboration}". */
function bibtexName(author: Author): string {
  const { name } = author;
  // "and" parts people, whatever is round it.
  if (author.kind === 'group' || /\sand\s/i.test(name)) return `{${escapeLatex(name)}}`;
  const { family, given, suffix } = author;
  if (given === '' && suffix === '' && family.includes(' ')) return `{${escapeLatex(family)}}`;
  if (suffix === '' && !name.includes(',') && isPartedAlike(family, given)) return escapeLatex(name);
  return escapeLatex([family, suffix, given].filter(Boolean).join(', '));
}

function bibtexAuthors(authors: Authors | undefined): string | undefined {
  return listAuthors(authors).map(bibtexName).join(' and ');
}

/** A DOI as a bibliography holds it: styles print it as it is, but a comment would swallow the rest of its line. */
const escapeDoi = (doi: string | undefined): string | undefined => doi?.replaceAll(/[%#]/g, String.raw`\$&`);

/**
 * A BibTeX entry: `@article` or `@inproceedings` where the venue says so, `@misc` for a preprint;
 * always with arXiv's own `eprint`, `archivePrefix` and (for new ids) `primaryClass` fields.
 */
export function formatBibtex(paper: Citable, version?: number): string {
  const venue = paper.venue === undefined ? undefined : parseVenue(paper.venue, paper.doi);
  const oldStyle = paper.id.includes('/');
  const eprint = version === undefined ? paper.id : `${paper.id}v${version}`;
  const fields: [string, string | undefined][] = [
    ['author', bibtexAuthors(paper.authors)],
    ['title', escapeLatexTitle(paper.title)],
    ...venueFields(venue),
    ['year', citedYear(paper)],
    ['eprint', eprint],
    ['archivePrefix', 'arXiv'],
    ['primaryClass', oldStyle ? undefined : paper.categories?.[0]],
    // In a doi or url field BibTeX styles print the text as it is: nothing to escape.
    ['doi', escapeDoi(paper.doi)],
    ['url', formatLink(paper.id, version)],
    ['note', venue || !paper.venue ? undefined : escapeLatex(paper.venue)],
  ];
  const lines = fields
    .filter((field): field is [string, string] => field[1] !== undefined && field[1] !== '')
    .map(([name, value]) => `  ${name.padEnd(13)} = {${value}},`);
  return `@${venue?.type ?? 'misc'}{${formatCitationKey(paper)},\n${lines.join('\n')}\n}`;
}

function venueFields(venue: ReturnType<typeof parseVenue>): [string, string | undefined][] {
  if (!venue) return [];
  if (venue.type === 'inproceedings') {
    return [
      ['booktitle', escapeLatex(venue.booktitle)],
      ['pages', venue.pages],
    ];
  }
  return [
    ['journal', escapeLatex(venue.journal)],
    ['volume', venue.volume],
    ['number', venue.number],
    ['pages', venue.pages],
  ];
}

/** The baselines that stand beside a result, in list order. */
export function findBaselines(results: readonly Result[], index: number): readonly Result[] {
  const own = results[index];
  return results.filter(
    (other, at) => other.role === 'baseline' && (other.comparedWith === index || own?.comparedWith === at),
  );
}

/** `F1 0.63 vs 0.11 (disease staging)` */
export function formatResult(results: readonly Result[], index: number): string {
  const result = results[index];
  if (!result) return '';
  const baselines = findBaselines(results, index).map(({ value }) => tidyValue(value));
  const versus = baselines.length > 0 ? ` vs ${baselines.join(', ')}` : '';
  const subject = describeSubject(result);
  const on = subject ? ` (${setDashes(subject)})` : '';
  return joinParts(figureParts(result)) + versus + on;
}

/** One row of a Markdown table: paper | own results, each against its baselines | code. */
export function formatResultsRow(
  paper: Citable & { readonly results: readonly Result[]; readonly links: readonly PaperLink[] },
  version?: number,
): string {
  const own = paper.results.flatMap((result, index) =>
    result.role === 'own' ? [formatResult(paper.results, index)] : [],
  );
  const code = paper.links.find((link) => link.kind === 'code')?.url;
  const cells = [formatMarkdown(paper, version), own.map(escapeMarkdown).join('; ') || '–', code ?? '–'];
  return `| ${cells.join(' | ')} |`;
}
