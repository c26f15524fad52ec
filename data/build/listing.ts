/**
 * Parses a listing: the text of a Hugging Face papers page as a person copies it. A paper is title, abstract,
 * "• 16 authors" or an organisation, "·", a date and perhaps a number of comments, separated by blank lines.
 */
import { foldSpace, normaliseText } from '@/lib/domain/text';

/** One paper as in the listing. */
export interface ListedPaper {
  readonly title: string;
  /** White space folded, LaTeX as printed. */
  readonly abstract: string;
  readonly authors: { readonly count: number } | { readonly organisation: string };
  /** `YYYY-MM-DD` */
  readonly published: string;
  /** Absent if the listing shows none. */
  readonly comments?: number;
  /** Line of the title, from 1. */
  readonly line: number;
}

/** The first line of a listing that cannot be parsed, and why; lines count from 1. */
interface ListingFault {
  readonly ok: false;
  readonly line: number;
  readonly message: string;
}

/** All papers of a listing, or its first fault: a listing is never imported in part. */
type ListingResult = { readonly ok: true; readonly papers: readonly ListedPaper[] } | ListingFault;

interface Line {
  readonly text: string;
  readonly number: number;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const DATE =
  /^(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? (\d{1,2}), (\d{4})(?: (\d{1,6}))?$/i;
const AUTHORS = /^[•*‣] ?(\d{1,5}) authors?$/i;
const SEPARATOR = /^[·•∙⋅]$/;
/** "• 16 authors · Jul 11, 2024" on one line, as some browsers copy it. */
const ONE_LINE = /^(.{1,120}?) [·∙⋅] (.{1,40})$/;

/** Texts of the page above the first paper; a short date ("Jan 6") is the page's own. */
const HEADER =
  /^(?:new|subscribe|daily papers|trending papers|papers|get trending papers in your email inbox!?|by ?\S{1,40} and the research community|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{1,2})$/i;
/** Texts of the page below the last paper. */
const FOOTER =
  /^(?:previous|next|load more|system theme|company|tos|privacy|about|careers|website|models|datasets|spaces|pricing|docs|buckets|[·•]|\d{1,4}|\.\.\.|…)$/i;

/** In words. A shorter text is not an abstract: it was lost, or is another line. */
const SHORTEST_ABSTRACT = 15;
const LONGEST_TITLE = 400;

const fault = (line: number, message: string): ListingFault => ({ ok: false, line, message });
const isFault = (value: object): value is ListingFault => 'ok' in value && value.ok === false;

function readLines(text: string): Line[] {
  const lines: Line[] = [];
  for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const line = { text: foldSpace(raw), number: index + 1 };
    const parts = ONE_LINE.exec(line.text);
    if (parts?.[1] && parts[2] && DATE.test(parts[2])) {
      lines.push({ ...line, text: parts[1] }, { ...line, text: '·' }, { ...line, text: parts[2] });
    } else lines.push(line);
  }
  return lines;
}

/** `YYYY-MM-DD` and comments from "Oct 2, 2025 2"; undefined for a date that does not exist. */
function parseDateLine(text: string): { published: string; comments?: number } | undefined {
  const [, name = '', day = '', year = '', comments] = DATE.exec(text) ?? [];
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase());
  if (month === -1) return undefined;
  const date = new Date(Date.UTC(Number(year), month, Number(day)));
  if (date.getUTCMonth() !== month || date.getUTCDate() !== Number(day)) return undefined;
  const published = date.toISOString().slice(0, 10);
  return comments === undefined ? { published } : { published, comments: Number(comments) };
}

const lettersOf = (name: string): string => name.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();

/** "Fudan-University Fudan University": the account's name precedes the displayed name. */
function organisationName(text: string): string {
  const [handle = '', ...rest] = text.split(' ');
  const name = rest.join(' ');
  return rest.length > 0 && lettersOf(name).startsWith(lettersOf(handle)) ? name : text;
}

/** Groups of lines without a blank line between. */
function paragraphs(lines: readonly Line[]): Line[][] {
  const groups: Line[][] = [];
  let open = false;
  for (const line of lines) {
    if (line.text === '') open = false;
    else if (open) groups.at(-1)?.push(line);
    else {
      groups.push([line]);
      open = true;
    }
  }
  return groups;
}

const join = (lines: readonly Line[]): string => lines.map(({ text }) => text).join(' ');

type Heading = { readonly title: string; readonly abstract: string; readonly line: number };

/** Title and abstract of one paper: two paragraphs, or one whose first line is the title. */
function readHeading(lines: readonly Line[], authorsAt: number): Heading | ListingFault {
  const groups = paragraphs(lines);
  const [first, second, third] = groups;
  const start = first?.[0];
  if (!first || !start) return fault(authorsAt, 'authors without a title and an abstract before them');
  const extra = third?.[0];
  if (extra) {
    return fault(
      extra.number,
      `expected authors and a date after the abstract of "${shorten(join(first))}", found more text`,
    );
  }
  const title = second ? join(first) : start.text;
  const abstract = join(second ?? first.slice(1));
  if (abstract === '') return fault(start.number, `"${shorten(title)}" has no abstract`);
  if (title.length > LONGEST_TITLE) return fault(start.number, 'a title is missing before this abstract');
  if (abstract.split(' ').length < SHORTEST_ABSTRACT) {
    return fault((second?.[0] ?? start).number, `the abstract of "${shorten(title)}" is too short to be one`);
  }
  return { title: normaliseText(title), abstract, line: start.number };
}

/** Shortened for a message, without control characters, which a terminal would execute. */
const shorten = (text: string): string =>
  (text.length > 60 ? `${text.slice(0, 59)}…` : text).replace(/\p{C}/gu, '\uFFFD');

function readAuthors(line: Line): ListedPaper['authors'] | undefined {
  const count = AUTHORS.exec(line.text)?.[1];
  if (count !== undefined) return Number(count) > 0 ? { count: Number(count) } : undefined;
  // A long line, or one that begins with a bullet, is not an organisation's name.
  if (/^[•*‣·]/.test(line.text) || line.text.length > 120) return undefined;
  return { organisation: organisationName(line.text) };
}

/** The lines of one paper: everything up to its separator, and the date after it. */
function readPaper(
  lines: readonly Line[],
  separator: Line,
  dateLine: Line | undefined,
): ListedPaper | ListingFault {
  const authorAt = lines.findLastIndex((line) => line.text !== '');
  const authorLine = lines[authorAt];
  if (!authorLine) return fault(separator.number, 'a separator without authors before it');
  const authors = readAuthors(authorLine);
  if (!authors) {
    return fault(authorLine.number, `neither authors nor an organisation: "${shorten(authorLine.text)}"`);
  }
  const date = dateLine && parseDateLine(dateLine.text);
  if (!date) {
    const found = shorten(dateLine?.text ?? '');
    return fault((dateLine ?? separator).number, `expected a date such as "Jul 11, 2024", found "${found}"`);
  }
  const heading = readHeading(lines.slice(0, authorAt), authorLine.number);
  return isFault(heading) ? heading : { ...heading, authors, ...date };
}

/**
 * All papers of a listing, in order. Texts of the page above and below are skipped; anything else that does
 * not fit is a fault with its line, and then there are no papers.
 */
export function parseListing(text: string): ListingResult {
  const lines = readLines(text);
  const papers: ListedPaper[] = [];
  const titles = new Map<string, number>();
  let from = lines.findIndex((line) => line.text !== '' && !HEADER.test(line.text));
  if (from === -1) return fault(1, 'no paper in this listing');
  for (let at = from; at < lines.length; at += 1) {
    const separator = lines[at];
    if (!separator || !SEPARATOR.test(separator.text)) continue;
    let dateAt = at + 1;
    while (lines[dateAt]?.text === '') dateAt += 1;
    const paper = readPaper(lines.slice(from, at), separator, lines[dateAt]);
    if (isFault(paper)) return paper;
    const key = paper.title.toLowerCase();
    const twin = titles.get(key);
    if (twin !== undefined) {
      return fault(paper.line, `the same title as on line ${twin}: "${shorten(paper.title)}"`);
    }
    titles.set(key, paper.line);
    papers.push(paper);
    at = dateAt;
    from = dateAt + 1;
  }
  const rest = lines.slice(from).find((line) => line.text !== '' && !FOOTER.test(line.text));
  if (rest) return fault(rest.number, `a paper without authors and date: "${shorten(rest.text)}"`);
  return papers.length > 0 ? { ok: true, papers } : fault(1, 'no paper in this listing');
}
