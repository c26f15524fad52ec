/** What can be copied of a paper: a link, Markdown, BibTeX, a row of a results table. */
import type { PaperId } from '@/lib/domain/arxiv-id';
import { escapeLatex, escapeLatexTitle } from './latex';
import { parseVenue } from './venue';
import { GROUP_NAME, NAME_SUFFIX, surname } from '@/lib/domain/describe';
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

/** "Holland et al., 2024"; less where less is known, empty where nothing is. */
export function formatShortCitation(paper: Citable): string {
  return [shortAuthors(paper.authors), paper.published?.slice(0, 4)].filter(Boolean).join(', ');
}

function shortAuthors(authors: Authors | undefined): string {
  if (!authors || 'count' in authors) return '';
  if ('organisation' in authors) return authors.organisation;
  const [first, second, ...rest] = authors.names;
  if (first === undefined) return '';
  if (second === undefined) return surname(first);
  return rest.length === 0 ? `${surname(first)} and ${surname(second)}` : `${surname(first)} et al.`;
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

function asciiLetters(text: string): string {
  return text
    .normalize('NFD')
    .replace(/ø/gi, 'o')
    .replace(/ł/gi, 'l')
    .replace(/ß/g, 'ss')
    .replace(/[^A-Za-z0-9]/g, '')
    .toLowerCase();
}

/** `holland2024specialist`: surname, year, first telling word of the title; ASCII only. */
export function formatCitationKey(paper: Citable): string {
  const authors = paper.authors;
  let name = '';
  if (authors && 'names' in authors) name = surname(authors.names[0] ?? '');
  else if (authors && 'organisation' in authors) name = authors.organisation;
  const word = plainMath(paper.title)
    .split(/[\s/–—-]+/)
    .map(asciiLetters)
    .find((candidate) => candidate.length > 1 && !KEY_STOP_WORDS.has(candidate));
  const key = `${asciiLetters(name)}${paper.published?.slice(0, 4) ?? ''}${word ?? ''}`;
  return /^[a-z]/.test(key) ? key : `arxiv${key || asciiLetters(paper.id)}`;
}

/** A name as BibTeX reads it: "Ada Quill", "King, Jr., Martin Luther", "{LHCb Collaboration}". */
function bibtexName(name: string): string {
  // A name that holds "and" would be read as two people, a group's as given name and surname.
  if (/\sand\s/.test(name) || GROUP_NAME.test(name)) return `{${escapeLatex(name)}}`;
  const last = surname(name);
  const words = name.trim().split(/\s+/);
  const suffix = words.at(-1) ?? '';
  if (!NAME_SUFFIX.test(suffix) || name.includes(',')) return escapeLatex(name);
  const given = words.slice(0, -1 - last.split(' ').length).join(' ');
  return escapeLatex([last, suffix, given].filter(Boolean).join(', '));
}

function bibtexAuthors(authors: Authors | undefined): string | undefined {
  if (!authors || 'count' in authors) return undefined;
  if ('organisation' in authors) return `{${escapeLatex(authors.organisation)}}`;
  const names = authors.names.map(bibtexName);
  return names.length > 0 ? names.join(' and ') : undefined;
}

/**
 * A BibTeX entry: `@article` or `@inproceedings` where the venue says so, `@misc` for a preprint;
 * always with arXiv's own `eprint`, `archivePrefix` and (for new ids) `primaryClass` fields.
 */
export function formatBibtex(paper: Citable, version?: number): string {
  const venue = paper.venue === undefined ? undefined : parseVenue(paper.venue);
  const oldStyle = paper.id.includes('/');
  const eprint = version === undefined ? paper.id : `${paper.id}v${version}`;
  const fields: [string, string | undefined][] = [
    ['author', bibtexAuthors(paper.authors)],
    ['title', escapeLatexTitle(paper.title)],
    ...venueFields(venue),
    ['year', venue?.year ?? paper.published?.slice(0, 4)],
    ['eprint', eprint],
    ['archivePrefix', 'arXiv'],
    ['primaryClass', oldStyle ? undefined : paper.categories?.[0]],
    // In a doi or url field BibTeX styles print the text as it is: nothing to escape.
    ['doi', paper.doi],
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
