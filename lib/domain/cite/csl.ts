/**
 * Formats a citation as CSL-JSON, which Zotero, Pandoc and citeproc read. Fields and types are those of the
 * schema: https://github.com/citation-style-language/schema/blob/master/schemas/input/csl-data.json
 */
import { plainMath } from '@/lib/domain/describe/math';
import { onOneLine } from '@/lib/domain/text/controls';
import { formatCitationKey, formatLink, type Citable } from './citable';
import { listAuthors, type Author } from './names';
import { parseVenue } from './venue';

/** A person's name in parts, or a group's name. */
export type CslName =
  | { readonly family: string; readonly given?: string; readonly suffix?: string }
  | { readonly literal: string };

/** One paper; unknown fields are absent. */
export interface CslItem {
  readonly id: string;
  /** `article` is a preprint. */
  readonly type: 'article-journal' | 'paper-conference' | 'article';
  readonly title: string;
  readonly author?: readonly CslName[];
  /** One date: year, month and day as far as known. */
  readonly issued?: { readonly 'date-parts': readonly [readonly number[]] };
  readonly 'container-title'?: string;
  readonly volume?: string;
  readonly issue?: string;
  /** A range with a hyphen, or an article number. */
  readonly page?: string;
  readonly publisher?: string;
  readonly archive: 'arXiv';
  /** The id, with the version that is cited. */
  readonly archive_location: string;
  readonly DOI?: string;
  readonly URL: string;
  /** arXiv's categories, separated by commas. */
  readonly keyword?: string;
  readonly note?: string;
}

function cslName(author: Author): CslName {
  if (author.kind === 'group') return { literal: onOneLine(author.name) };
  const { family, given, suffix } = author;
  return {
    family: onOneLine(family),
    ...(given && { given: onOneLine(given) }),
    ...(suffix && { suffix: onOneLine(suffix) }),
  };
}

/** Year, month and day of a date, as far as given. */
const dateParts = (date: string | undefined): readonly number[] =>
  /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/
    .exec(date ?? '')
    ?.slice(1)
    .filter(Boolean)
    .map(Number) ?? [];

/** Where and when the paper was published: in a known journal or meeting, otherwise on arXiv. */
function publicationOf(paper: Citable): Partial<CslItem> & Pick<CslItem, 'type'> {
  const venue = paper.venue === undefined ? undefined : parseVenue(paper.venue, paper.doi);
  const days = venue?.year === undefined ? dateParts(paper.published) : [Number(venue.year)];
  const issued = days.length > 0 && ({ issued: { 'date-parts': [days] } } as const);
  if (!venue) {
    return {
      type: 'article',
      publisher: 'arXiv',
      ...issued,
      ...(paper.venue && { note: onOneLine(paper.venue) }),
    };
  }
  const page = venue.pages && { page: venue.pages.replace('--', '-') };
  if (venue.type === 'inproceedings') {
    return { type: 'paper-conference', 'container-title': onOneLine(venue.booktitle), ...issued, ...page };
  }
  return {
    type: 'article-journal',
    'container-title': onOneLine(venue.journal),
    ...(venue.volume && { volume: venue.volume }),
    ...(venue.number && { issue: venue.number }),
    ...issued,
    ...page,
  };
}

/** The item of one paper in the cited version. */
export function cslItem(paper: Citable, version?: number, key = formatCitationKey(paper)): CslItem {
  const author = listAuthors(paper.authors).map(cslName);
  const keyword = paper.categories?.map(onOneLine).join(', ');
  return {
    id: key,
    title: onOneLine(plainMath(paper.title)),
    ...(author.length > 0 && { author }),
    ...publicationOf(paper),
    archive: 'arXiv',
    archive_location: `${paper.id}${version === undefined ? '' : `v${version}`}`,
    ...(paper.doi && { DOI: onOneLine(paper.doi) }),
    URL: formatLink(paper.id, version),
    ...(keyword && { keyword }),
  };
}

/** CSL-JSON of one paper: an array with one item, which all programs that import the format accept. */
export function formatCsl(paper: Citable, version?: number): string {
  return JSON.stringify([cslItem(paper, version)], undefined, 2);
}
