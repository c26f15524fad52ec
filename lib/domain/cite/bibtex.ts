/** Formats a citation as a BibTeX entry. */
import type { Authors } from '@/lib/domain/paper';
import { citedYear, formatCitationKey, formatLink, type Citable } from './citable';
import { escapeLatex, escapeLatexTitle } from './latex';
import { listAuthors, type Author } from './names';
import { parseVenue } from './venue';

/** Whether BibTeX splits "given family" in the same way: lower-case words and the last word form the family name. */
const isSplitAlike = (family: string, given: string): boolean =>
  !/(?:^|\s)\p{Ll}/u.test(given) && /^(?:\p{Ll}\S* )*\S+$/u.test(family);

/** A name as BibTeX reads it: "Ada Quill", "De Wolf, E. A.", "King, Jr., Martin Luther", "{LHCb Collaboration}". */
function bibtexName(author: Author): string {
  const { name } = author;
  // BibTeX splits a list of authors at every "and".
  if (author.kind === 'group' || /\sand\s/i.test(name)) return `{${escapeLatex(name)}}`;
  const { family, given, suffix } = author;
  if (given === '' && suffix === '' && family.includes(' ')) return `{${escapeLatex(family)}}`;
  if (suffix === '' && !name.includes(',') && isSplitAlike(family, given)) return escapeLatex(name);
  return escapeLatex([family, suffix, given].filter(Boolean).join(', '));
}

function bibtexAuthors(authors: Authors | undefined): string | undefined {
  return listAuthors(authors).map(bibtexName).join(' and ');
}

/** Escapes a DOI for a `doi` field: styles print it verbatim, but an unescaped % would start a comment. */
const escapeDoi = (doi: string | undefined): string | undefined => doi?.replaceAll(/[%#]/g, String.raw`\$&`);

/**
 * A BibTeX entry: `@article` or `@inproceedings` if the venue shows which, `@misc` for a preprint; always
 * with arXiv's own fields `eprint`, `archivePrefix` and (for new ids) `primaryClass`
 * (https://info.arxiv.org/help/hypertex/bibstyles/index.html).
 */
export function formatBibtex(paper: Citable, version?: number, key = formatCitationKey(paper)): string {
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
    // BibTeX styles print `doi` and `url` fields verbatim, so nothing is escaped.
    ['doi', escapeDoi(paper.doi)],
    ['url', formatLink(paper.id, version)],
    ['note', venue || !paper.venue ? undefined : escapeLatex(paper.venue)],
  ];
  const lines = fields
    .filter((field): field is [string, string] => field[1] !== undefined && field[1] !== '')
    .map(([name, value]) => `  ${name.padEnd(13)} = {${value}},`);
  return `@${venue?.type ?? 'misc'}{${key},\n${lines.join('\n')}\n}`;
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
